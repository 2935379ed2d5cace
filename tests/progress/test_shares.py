from __future__ import annotations

from decimal import Decimal
from typing import Any

from site_builder.progress.snapshot import IndicatorState
from site_builder.terms.status import Status
from tests.progress.make import WHOLE, indicator_state, lines, row

NEW_MEMBERS: dict[str, Any] = {
    "measures": "cumulative",
    "targets": {"2023": {"bare": 540}},
    "allocation": {
        "clause": "PL",
        "period": "2023",
        "printed_total": 140,
        "shares": {"a": 100, "b": 40, "c": ""},
    },
}
SPAN = {"from": "2021", "to": "2023"}


def _state(as_of: str, *rows: Any, **fields: Any) -> IndicatorState:
    return indicator_state({**NEW_MEMBERS, **fields}, as_of, *rows, period=SPAN)


def _statuses(state: IndicatorState) -> dict[str, Status]:
    return {share.agency: share.judgement.status for share in state.shares}


def test_each_body_is_judged_against_its_own_share_from_zero() -> None:
    # 2021-01-01 to 2023-12-31 is 1 094 days; 2022-07-02 would be half. 2021: 364 days, 33.27.
    rows = (row("2021", 33, agency="a"), row("2021", 5, agency="b"), row("2021", 7, agency="c"))
    state = _state("2022-02-01", *rows)
    assert _statuses(state) == {
        "a": Status.ON_TRACK,
        "b": Status.FAR_BEHIND,
        "c": Status.INSUFFICIENT,
    }


def test_at_its_date_a_share_is_met_or_not() -> None:
    rows = (row("2023", 101, agency="a"), row("2023", 39, agency="b"))
    assert _statuses(_state("2024-02-01", *rows)) == {
        "a": Status.EXCEEDED,
        "b": Status.NOT_MET,
        "c": Status.INSUFFICIENT,
    }


def test_a_blank_share_is_said_to_be_blank() -> None:
    blank = _state("2022-02-01").shares[2]
    assert blank.share is None
    assert "để trống" in lines(blank.judgement)


def test_without_figures_no_data() -> None:
    assert _statuses(_state("2022-02-01"))["a"] is Status.NO_DATA


def test_a_body_of_a_stock_starts_from_its_own_row_of_the_baselines_period() -> None:
    stock = {"measures": "stock", "baseline": {"period": "2021-06", "value": 23320}}
    printed_for_the_whole = _state("2022-02-01", row("2021", 50, agency="a"), **stock)
    assert _statuses(printed_for_the_whole)["a"] is Status.INSUFFICIENT
    rows = (row("2021-06", 10, agency="a"), row("2021", 50, agency="a"))
    # 184 of the 914 days from 2021-06-30 to 2023-12-31: 10 + 90 × 184 ÷ 914 = 28.1.
    assert _statuses(_state("2022-02-01", *rows, **stock))["a"] is Status.ON_TRACK


def test_a_flow_share_is_judged_on_its_own_period() -> None:
    rows = (row("2022", 100, agency="a"), row("2023", 99, agency="a"))
    assert _statuses(_state("2024-02-01", *rows, measures="flow"))["a"] is Status.NOT_MET


def test_what_is_not_counted_has_no_share_to_judge() -> None:
    found = _statuses(_state("2024-02-01", measures="assessment", targets={}))
    assert found["a"] is Status.INSUFFICIENT


def test_sums_are_totals_only_if_every_body_of_the_table_reported() -> None:
    rows = (
        row("2021", 30, agency="a"),
        row("2021", 5, agency="b"),
        row("2022", 60, agency="a"),
        row("2022", 20, agency="b"),
        row("2022", 0, agency="c"),
        row("2022", 999, agency="la"),
        row("2022", 500, agency=WHOLE),
    )
    sums = _state("2023-02-01", *rows).sums
    assert [(s.period.text, s.total, s.reported, s.units) for s in sums] == [
        ("2021", Decimal(35), 2, 3),
        ("2022", Decimal(80), 3, 3),
    ]
    assert [s.complete for s in sums] == [False, True]


def test_shares_in_percent_are_never_added_up() -> None:
    assert _state("2023-02-01", row("2021", 30, agency="a"), measures="index").sums == ()
    assert indicator_state({}, "2023-02-01", row("2021", 30, agency="a")).sums == ()
