"""What comes first. A browser's own answers are held against the reader's in tests/browser."""

from __future__ import annotations

from bench.search import Reader
from site_builder.search.index import index
from tests.search.samples import entry, found


def test_words_are_found_without_diacritics_and_by_their_beginnings() -> None:
    union, other = entry("Liên đoàn Lao động"), entry("Ủy ban nhân dân")
    for query in ("lien doan lao dong", "LIÊN ĐOÀN", "lien do", "dong lien", "lie", "l"):
        assert found(query, union, other) == ["Liên đoàn Lao động"], query


def test_only_the_last_word_may_be_begun() -> None:
    assert found("lie doan", entry("Liên đoàn")) == []


def test_a_number_is_found_however_it_is_typed() -> None:
    plan = entry("Kế hoạch số 277/KH-LĐLĐ", "", "277/KH-LĐLĐ", group="plan")
    others = [
        entry(f"Kế hoạch số 27{n}/KH-LĐLĐ", "", f"27{n}/KH-LĐLĐ", group="plan") for n in (6, 8)
    ]
    for query in ("277 KH LDLD", "277/KH-LĐLĐ", "277 /kh-ldld", "ke hoach 277"):
        assert found(query, plan, *others) == [plan.title], query


def test_exact_then_begun_with_then_within_then_all_words_then_anywhere() -> None:
    best_first = [
        entry("Công đoàn"),
        entry("Công đoàn cơ sở", "", "x"),
        entry("Hoạt động công đoàn và các việc khác nữa"),
        entry("Công tác đoàn"),
        entry("Tổ chức", "của công đoàn"),
    ]
    titles = [one.title for one in best_first]
    assert found("cong doan", *reversed(best_first)) == titles


def test_another_name_counts_like_the_title() -> None:
    exact = entry("Liên đoàn Lao động quận Ba Đình", "", "LĐLĐ quận Ba Đình", group="agency")
    longer = entry("Ban Thường vụ LĐLĐ quận Ba Đình", group="agency")
    assert found("ldld quan ba dinh", longer, exact) == [exact.title, longer.title]


def test_a_whole_word_goes_before_one_that_is_begun() -> None:
    assert found("doan", entry("Doanh nghiệp"), entry("Các đoàn viên")) == [
        "Các đoàn viên",
        "Doanh nghiệp",
    ]


def test_diacritics_that_are_typed_are_preferred() -> None:
    titles = ("Tổ chức công đoàn", "Cống đoạn")
    entries = [entry(title) for title in titles]
    assert found("công đoàn", *entries) == ["Tổ chức công đoàn", "Cống đoạn"]
    assert found("cống đoạn", *entries) == ["Cống đoạn", "Tổ chức công đoàn"]
    assert found("cong doan", *entries) == ["Cống đoạn", "Tổ chức công đoàn"]


def test_most_of_the_words_count_only_where_nothing_has_all() -> None:
    two, three = entry("Báo cáo tháng"), entry("Báo cáo tháng năm")
    assert found("bao cao thang nam", two, three) == ["Báo cáo tháng năm"]
    assert found("bao cao thang tu", two, three) == ["Báo cáo tháng", "Báo cáo tháng năm"]
    assert found("bao quy", two, three) == []


def test_groups_stand_in_order_unless_one_fits_better() -> None:
    plan, agency, term = (
        entry("Kế hoạch của LĐLĐ", group="plan"),
        entry("Ban của LĐLĐ", group="agency"),
        entry("LĐLĐ", group="term"),
    )
    assert found("ldld", agency, term, plan) == ["LĐLĐ", "Kế hoạch của LĐLĐ", "Ban của LĐLĐ"]
    assert found("cua ldld", agency, plan) == ["Kế hoạch của LĐLĐ", "Ban của LĐLĐ"]


def test_a_plan_whose_title_has_the_phrase_goes_before_bodies_that_begin_with_it() -> None:
    plan = entry("Kế hoạch số 5", "", "Đổi mới hoạt động công đoàn", group="plan")
    apart = entry("Kế hoạch số 6", "", "Công tác của đoàn", group="plan")
    body = entry("Công đoàn", group="agency")

    assert found("cong doan", body, plan) == [plan.title, body.title]
    assert found("cong doan", body, apart) == [body.title, apart.title]


def test_the_number_of_a_target_is_found_as_printed_and_as_machines_write_it() -> None:
    asked = entry("Tổng số đoàn viên", "", "22.000", "22000", group="indicator")
    other = entry("Doanh nghiệp từ 22 lao động", "", "1.000", "1000", group="indicator")

    for query in ("22.000", "22,000", "22000"):
        assert found(query, asked, other)[0] == asked.title, query
    assert found("22000", asked, other) == [asked.title]


def test_of_a_large_group_the_shortest_titles_are_shown() -> None:
    entries = [entry("Đoàn viên " + "mới " * n, path=f"plans/{n}/") for n in range(40)]
    assert Reader(index(entries, "vi")).ask("doan vien") == [one.title for one in entries[:10]]
