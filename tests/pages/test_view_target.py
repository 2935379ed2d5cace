from __future__ import annotations

from typing import Any

import pytest

from site_builder.model.document import Document
from site_builder.model.indicator import Indicator
from site_builder.pages.target_labels import qualifier
from site_builder.pages.view_target import (
    amount,
    column,
    deadline,
    named,
    unless_same,
)
from site_builder.terms.period import parse_period
from site_builder.terms.text import borrowed


def indicator(own_unit: Any, **target: Any) -> Indicator:
    given = {"id": "x", "name": "X", "measures": "stock", "unit": own_unit}
    return Indicator.model_validate({**given, "targets": {"2025": {"clause": "I", **target}}})


@pytest.mark.parametrize(
    ("target", "vi", "en"),
    [
        ({"about": 22000}, "khoảng 22.000 đoàn viên", "about 22,000 members"),
        ({"bare": 540, "wording": "kết nạp"}, "kết nạp 540 đoàn viên", "540 members"),
        ({"at_least": 75, "wording": "trở lên"}, "75 đoàn viên trở lên", "at least 75 members"),
        (
            {"at_least": 80, "wording": "ít nhất … trở lên"},
            "ít nhất 80 đoàn viên trở lên",
            "at least 80 members",
        ),
        (
            {"bare": 100, "wording": "hoàn thành 100đoàn viên"},
            "hoàn thành 100đoàn viên",
            "100 members",
        ),
        ({"between": ["10", "15"]}, "từ 10 đến 15 đoàn viên", "between 10 and 15 members"),
        ({"in_words": "hầu hết"}, "hầu hết", "hầu hết"),
        ({"done": "true"}, "hoàn thành", "done"),
        ({"less_than": "0.5"}, "dưới 0,5 đoàn viên", "less than 0.5 members"),
    ],
)
def test_a_target_keeps_the_documents_own_comparison(
    target: dict[str, Any], vi: str, en: str
) -> None:
    given = indicator({"vi": "đoàn viên", "en": "members"}, **target)
    words = amount(given, given.targets["2025"])
    assert (words.vi, words.of("en")) == (vi, en)


@pytest.mark.parametrize(
    ("unit", "target", "brief"),
    [
        ("đoàn viên", {"about": 22000}, "khoảng 22.000"),
        ("đoàn viên", {"between": ["10", "15"]}, "từ 10 đến 15"),
        ("đoàn viên", {"at_least": 25, "unit": "CĐCS"}, "ít nhất 25 CĐCS"),
        ("%", {"at_least": 80, "wording": "trở lên"}, "80\N{NO-BREAK SPACE}% trở lên"),
        ("đoàn viên", {"in_words": "hầu hết"}, "hầu hết"),
    ],
)
def test_beside_its_unit_a_number_stands_alone(
    unit: str, target: dict[str, Any], brief: str
) -> None:
    given = indicator(unit, **target)
    assert amount(given, given.targets["2025"], brief=True).vi == brief


def test_a_unit_that_nobody_translated_is_marked_as_vietnamese() -> None:
    given = indicator("CĐCS", at_least=25)
    assert amount(given, given.targets["2025"]).en == f"at least 25 {borrowed('CĐCS', None).en}"


@pytest.mark.parametrize(
    ("target", "vi", "en"),
    [
        ({"at_least": 25}, "mỗi năm ít nhất 25 CĐCS", "every year at least 25 unions"),
        (
            {"at_least": 25, "wording": "phấn đấu mỗi năm"},
            "phấn đấu mỗi năm 25 CĐCS",
            "every year at least 25 unions",
        ),
        (
            {"in_words": {"vi": "mỗi năm một cuộc", "en": "a meeting every year"}},
            "mỗi năm một cuộc",
            "a meeting every year",
        ),
    ],
)
def test_how_often_a_target_holds_is_said_once(target: dict[str, Any], vi: str, en: str) -> None:
    given = indicator({"vi": "CĐCS", "en": "unions"}, each="year", **target)
    words = amount(given, given.targets["2025"])
    assert (words.vi, words.of("en")) == (vi, en)


def test_percent_stands_off_in_vietnamese_and_close_in_english() -> None:
    given = indicator("%", more_than="39.7")
    words = amount(given, given.targets["2025"])
    assert (words.vi, words.en) == ("trên 39,7\N{NO-BREAK SPACE}%", "more than 39.7%")


def test_deadlines_keep_their_precision() -> None:
    assert deadline(parse_period("2021-11-20")).vi == "đến ngày 20/11/2021"
    assert deadline(parse_period("2021-09")).vi == "đến tháng 9/2021"
    assert deadline(None).vi == "không ghi thời hạn"


def test_columns_are_named_by_their_period() -> None:
    assert [column(key).vi for key in ("2025", "2022-Q4", "undated")] == [
        "2025",
        "quý IV/2022",
        "không ghi thời hạn",
    ]


def test_printed_wording_is_kept_only_where_it_says_more() -> None:
    shown = deadline(parse_period("2023"))
    assert unless_same("Đến năm 2023", shown) is None
    assert unless_same("đến hết năm 2023", shown) == "đến hết năm 2023"
    assert unless_same(None, shown) is None


@pytest.mark.parametrize(
    ("target", "vi", "en"),
    [
        (
            {"at_least": 20000, "relative": {"as": "decrease_by", "to": "2020"}},
            "giảm ít nhất 20.000 đoàn viên so với năm 2020",
            "a decrease of at least 20,000 members from 2020",
        ),
        (
            {"bare": 5, "wording": "giảm", "relative": {"as": "decrease_percent", "to": "2020"}},
            "giảm 5\N{NO-BREAK SPACE}% so với năm 2020",
            "a decrease of 5% from 2020",
        ),
        (
            {"at_least": "1.5", "relative": {"as": "times", "to": "2020"}},
            "gấp ít nhất 1,5 lần năm 2020",
            "at least 1.5 times that of 2020",
        ),
        (
            {
                "bare": "2",
                "wording": "gấp … lần so với năm 2020",
                "relative": {"as": "times", "to": "2020"},
            },
            "gấp 2 lần so với năm 2020",
            "2 times that of 2020",
        ),
        (
            {
                "bare": 20000,
                "wording": "giảm 20.000 so với năm 2020",
                "relative": {"as": "decrease_by", "to": "2020"},
            },
            "giảm 20.000 so với năm 2020",
            "a decrease of 20,000 members from 2020",
        ),
        (
            {
                "bare": 2000,
                "wording": "giảm 20.000 đồng",
                "relative": {"as": "decrease_by", "to": "2020"},
            },
            "giảm 20.000 đồng 2.000 đoàn viên so với năm 2020",
            "a decrease of 2,000 members from 2020",
        ),
        (
            {"at_least": 300, "since": "2021"},
            "ít nhất 300 đoàn viên, cộng dồn từ năm 2021",
            "at least 300 members, added up from 2021 on",
        ),
    ],
)
def test_a_number_that_is_no_level_says_from_where_it_is_counted(
    target: dict[str, Any], vi: str, en: str
) -> None:
    given = indicator({"vi": "đoàn viên", "en": "members"}, **target)
    words = amount(given, given.targets["2025"])
    assert (words.vi, words.of("en")) == (vi, en)


@pytest.mark.parametrize(
    ("key", "target", "vi"),
    [
        ("2025", {"at_least": 1}, None),
        ("2025@nu", {"at_least": 1, "of": {"sex": "nu"}}, "nữ"),
        ("2025@vung", {"at_most": 3, "scope": "vùng Tây Nguyên"}, "vùng Tây Nguyên"),
        ("2025@tinh", {"at_least": 1, "authority": "kh-15"}, "theo 15/KH-UBND"),
        ("2025@khac", {"at_least": 1}, "khac"),
    ],
)
def test_targets_of_one_date_are_told_apart(key: str, target: dict[str, Any], vi: str) -> None:
    document = Document.model_validate({"kind": "Kế hoạch", "number": "15/KH-UBND"})
    given = indicator("%", **target).targets["2025"]
    said = qualifier(key, given, {"kh-15": document})
    assert (said.vi if said else None) == vi


def test_a_labelled_target_is_called_by_its_date_and_its_label() -> None:
    given = indicator("%", at_least=45, of={"sex": "nu"}).targets["2025"]
    assert named("2025@nu", given).vi == "2025 (nữ)"
    assert named("2025", given).vi == column("2025@nu").vi == "2025"
