from __future__ import annotations

from markupsafe import Markup, escape

from site_builder.model.base import Words
from site_builder.render.gloss import gloss, once
from site_builder.terms.text import Lang, Text, borrowed

MEANINGS = {
    "LĐLĐ": Text("Liên đoàn Lao động", "Federation of Labour"),
    "CĐCS": Text("Công đoàn cơ sở", "grassroots union"),
    "TC-KT": borrowed("Tổ chức - Kiểm tra", None),
    "KT": Text("Kiểm tra", "inspection"),
}
ABBR = Markup('<abbr title="{}">{}</abbr>')
FEDERATION = '<abbr title="Liên đoàn Lao động">LĐLĐ</abbr>'


def explained(vi: str, lang: Lang = "vi", en: str | None = None) -> str:
    def mark(short: str, meaning: str) -> str:
        return ABBR.format(meaning, short)

    def foreign(text: str) -> str:
        return Markup('<span lang="vi">{}</span>').format(text)

    return str(escape(gloss(MEANINGS, lang, mark, foreign)(Words(vi=vi, en=en))))


def test_an_abbreviation_carries_its_meaning() -> None:
    assert explained("Gửi LĐLĐ, CĐCS.") == (
        f'Gửi {FEDERATION}, <abbr title="Công đoàn cơ sở">CĐCS</abbr>.'
    )


def test_only_the_first_of_each_in_one_wording() -> None:
    assert explained("LĐLĐ huyện báo cáo LĐLĐ tỉnh") == f"{FEDERATION} huyện báo cáo LĐLĐ tỉnh"


def test_a_wording_is_marked_again_on_every_page() -> None:
    assert explained("LĐLĐ") == explained("LĐLĐ") == FEDERATION


def test_within_a_number_or_a_word_it_is_no_abbreviation() -> None:
    for wording in ("277/KH-LĐLĐ", "LĐLĐX", "XLĐLĐ", "LĐLĐ/KH", "LĐLĐ-KH", "Đảng đoàn.LĐLĐ"):
        assert explained(wording) == wording


def test_the_longest_wins() -> None:
    assert explained("Ban TC-KT") == 'Ban <abbr title="Tổ chức - Kiểm tra">TC-KT</abbr>'


def test_punctuation_may_stand_beside_it() -> None:
    assert explained("(LĐLĐ); “LĐLĐ”") == f"({FEDERATION}); “LĐLĐ”"


def test_whatever_else_stands_in_it_is_escaped() -> None:
    assert explained('<b>LĐLĐ</b> & "x"') == f"&lt;b&gt;{FEDERATION}&lt;/b&gt; &amp; &#34;x&#34;"
    assert explained("<b>không có</b>") == "&lt;b&gt;không có&lt;/b&gt;"


def test_hostile_abbreviations_and_meanings_are_words() -> None:
    hostile = {"A.*": Text('"><script>', "x"), "(B": Text("b", "b")}
    mark = ABBR.format
    filter_ = gloss(hostile, "vi", lambda short, meaning: mark(meaning, short), str)
    wrapped = filter_(Words(vi="một A.* hai AAA (B", en=None))
    assert wrapped == (
        'một <abbr title="&#34;&gt;&lt;script&gt;">A.*</abbr> hai AAA <abbr title="b">(B</abbr>'
    )


def test_english_words_are_explained_in_english_and_borrowed_ones_in_both() -> None:
    assert explained("LĐLĐ quận", "en", "District LĐLĐ") == (
        'District <abbr title="Federation of Labour">LĐLĐ</abbr>'
    )
    assert explained("LĐLĐ quận", "en") == (
        '<span lang="vi"><abbr title="Liên đoàn Lao động (Federation of Labour)">LĐLĐ</abbr>'
        " quận</span>"
    )
    assert explained("TC-KT", "en") == (
        '<span lang="vi"><abbr title="Tổ chức - Kiểm tra">TC-KT</abbr></span>'
    )


def test_without_abbreviations_words_come_as_they_are() -> None:
    filter_ = gloss({}, "vi", lambda short, _meaning: short, str)
    assert filter_(Words(vi="LĐLĐ <b>", en=None)) == "LĐLĐ <b>"


def test_a_wording_is_searched_once() -> None:
    asked: list[str] = []

    def mark(short: str, meaning: str) -> str:
        asked.append(short)
        return ABBR.format(meaning, short)

    filter_ = gloss(MEANINGS, "vi", mark, str)
    words = Words(vi="LĐLĐ huyện", en=None)
    assert filter_(words) == filter_(words)
    assert asked == ["LĐLĐ"]


def test_a_page_explains_each_abbreviation_once() -> None:
    one, other = (
        '<abbr title="Công đoàn cơ sở">CĐCS</abbr>',
        '<abbr title="a &#34;b&#34;">AB</abbr>',
    )

    assert once(f"<p>{one} {other} {one}</p>") == f"<p>{one} {other} CĐCS</p>"
    assert once("<p>CĐCS</p>") == "<p>CĐCS</p>"
