from __future__ import annotations

from decimal import Decimal

from site_builder.pages import method
from site_builder.pages.method import TONES, MethodData
from site_builder.progress.agencies import SOON
from site_builder.progress.ratios import TINY_DENOMINATOR
from site_builder.terms.status import Status
from tests.pages import small
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html, text


def test_the_numbers_are_those_of_the_design_and_of_the_code() -> None:
    data = page_of("method/").data
    assert isinstance(data, MethodData)

    assert (data.on_track, data.behind) == (Decimal("0.95"), Decimal("0.6"))
    assert data.tiny == TINY_DENOMINATOR
    assert data.soon_days == SOON.days == 90


def test_the_bands_are_told_with_the_thresholds() -> None:
    data = page_of("method/").data
    assert isinstance(data, MethodData)

    assert [(words.vi, status) for words, status in data.bands] == [
        ("từ 0,95 trở lên", Status.ON_TRACK),
        ("từ 0,6 đến dưới 0,95", Status.BEHIND),
        ("dưới 0,6", Status.FAR_BEHIND),
        ("số âm: kém hơn giá trị gốc", Status.WRONG_WAY),
    ]


def test_every_status_stands_once_under_its_shape() -> None:
    data = page_of("method/").data
    assert isinstance(data, MethodData)
    shown = [status for shape in data.shapes for status, _ in shape.meanings]

    assert sorted(shown, key=list(Status).index) == list(Status)
    assert all(len({s.tone for s, _ in shape.meanings}) == 1 for shape in data.shapes)
    assert set(TONES) == {status.tone for status in Status}


def test_the_example_is_one_of_this_site_and_behind_if_there_is_one() -> None:
    data = page_of("method/").data
    assert isinstance(data, MethodData)
    example = data.example

    assert example is not None and example.judgement.pace is not None
    assert example.path.startswith("plans/vung/12-kh-ldld/indicators/")
    assert example.judgement.status is not Status.ON_TRACK
    assert page_of("method/").illustrative == example.judgement.illustrative


def test_without_any_pace_there_is_no_example() -> None:
    (page,) = method.pages(small.empty_context())
    assert isinstance(page.data, MethodData)

    assert page.data.example is None and not page.illustrative
    assert "Một ví dụ trên trang này" not in html(page, small.empty_context())


def test_the_page_shows_every_status_with_its_meaning_and_the_formula() -> None:
    shown = html(page_of("method/"), mini_context())

    for status in Status:
        assert f'data-status="{status.value}"' in shown
    formula = shown[shown.index("nhịp độ</mtext>") :]
    fraction = formula[formula.index("<mfrac>") : formula.index("</mfrac>")]
    above, below = fraction.split("</mrow><mrow>")
    assert text(above) == "thực hiện − giá trị gốc"
    assert text(below) == "kỳ vọng − giá trị gốc"
    assert "0,95" in shown
