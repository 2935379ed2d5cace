from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.base import Words
from site_builder.progress import sentences
from site_builder.progress.wording import cited, decimal, firmness, telling, wording
from site_builder.terms.text import Text, borrowed


def test_a_number_is_rounded_only_as_far_as_it_tells() -> None:
    assert telling(Fraction(1, 3), Fraction(1)).vi == "0,33"
    assert telling(Fraction(9499, 10000), Fraction(95, 100)).vi == "0,9499"
    assert telling(Fraction(95, 100), Fraction(95, 100)).en == "0.95"
    assert telling(Fraction(22000), Fraction(24000)).vi == "22.000"


@given(st.fractions(-1000, 1000, max_denominator=500), st.integers(-100, 100))
def test_property_what_is_printed_stands_to_the_limit_as_the_number_does(
    value: Fraction, against: int
) -> None:
    printed = telling(value, Fraction(against)).en
    shown = Decimal(printed.replace(",", "").replace("\N{MINUS SIGN}", "-"))
    assert (shown > against) == (value > against)
    assert (shown < against) == (value < against)


def test_decimal_keeps_what_a_decimal_can_hold() -> None:
    assert decimal(Fraction(1, 8)) == Decimal("0.125")


def test_words_that_nobody_translated_are_marked_as_vietnamese() -> None:
    assert wording(Words(vi="đoàn viên", en="members")) == Text("đoàn viên", "members")
    assert wording(Words(vi="đoàn viên", en=None)) == borrowed("đoàn viên", None)
    assert cited("Báo cáo quý") == borrowed("Báo cáo quý", None)


def test_only_an_official_figure_stands_without_a_mark() -> None:
    assert firmness("official") == Text("", "")
    assert firmness("provisional").vi == " (số liệu tạm tính)"
    assert firmness("illustrative").en == " (illustrative figure)"


def test_every_sentence_fills_the_same_places_in_both_languages() -> None:
    for name, text in vars(sentences).items():
        if isinstance(text, Text):
            assert _places(text.vi) == _places(text.en), name


def _places(sentence: str) -> set[str]:
    return {part.split("}")[0] for part in sentence.split("{")[1:]}
