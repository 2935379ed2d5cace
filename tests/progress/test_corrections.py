"""A figure that was replaced keeps its history; on each day the one known then is in use."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.rows import ProgressRow
from site_builder.progress.corrections import Correction, corrections
from site_builder.progress.observations import index_parts, index_rows, known_rows
from tests.progress.make import PLAN, WHOLE, row

DAY = dt.date.fromisoformat
FIRST = row("2022", 22000, state="provisional", reported_on="2023-01-10", record=0)
OFFICIAL = row("2022", 22050, reported_on="2023-02-15", record=1)
ONCE = row("2022", 21900, reported_on="2023-05-05", corrects="Trước ghi 22050", record=2)
TWICE = row("2022", 21950, reported_on="2023-06-05", corrects="Trước ghi 21900", record=3)
LATE = row("2022", 21000, state="estimate", reported_on="2023-07-01", record=4)
ROWS = (FIRST, OFFICIAL, ONCE, TWICE, LATE)


def _on(day: str, rows: tuple[ProgressRow, ...] = ROWS) -> tuple[Correction, ...]:
    known = known_rows(rows, DAY(day))
    return corrections(index_rows(known)[PLAN, "chi-so"][WHOLE])


def test_a_corrected_correction_and_a_firm_figure_make_a_chain() -> None:
    found = _on("2024-01-01")

    assert [(c.before, c.after, c.why, c.firmed) for c in found] == [
        (Decimal(22000), Decimal(22050), "", ("provisional", "official")),
        (Decimal(22050), Decimal(21900), "Trước ghi 22050", None),
        (Decimal(21900), Decimal(21950), "Trước ghi 21900", None),
    ]
    assert [c.day.isoformat() for c in found] == ["2023-02-15", "2023-05-05", "2023-06-05"]


def test_on_each_day_what_was_known_then_is_in_use() -> None:
    days = ["2023-01-10", "2023-02-14", "2023-02-15", "2023-05-05", "2023-06-04", "2023-06-05"]
    values = []
    for day in days:
        (seen,) = index_rows(known_rows(ROWS, DAY(day)))[PLAN, "chi-so"][WHOLE]
        values.append(seen.value)

    assert values == [22000, 22000, 22050, 21900, 21900, 21950]


def test_the_order_of_the_files_changes_nothing() -> None:
    wanted = _on("2024-01-01")

    assert all(_on("2024-01-01", rows) == wanted for rows in permutations(ROWS))


def test_all_earlier_values_are_kept_oldest_first() -> None:
    (seen,) = index_rows(ROWS)[PLAN, "chi-so"][WHOLE]

    assert seen.row == TWICE
    assert seen.replaced == (FIRST, OFFICIAL, ONCE, LATE)


def test_a_breakdown_has_a_history_of_its_own() -> None:
    women = (("sex", "nu"),)
    rows = [
        row("2022", 9000, reported_on="2023-01-10", breakdown=women),
        row("2022", 9100, reported_on="2023-03-10", breakdown=women, corrects="Trước ghi 9000"),
        row("2022", 22000, reported_on="2023-01-10"),
    ]

    assert not corrections(index_rows(rows)[PLAN, "chi-so"][WHOLE])
    (found,) = corrections(index_parts(rows)[PLAN, "chi-so"][WHOLE][women])
    assert found.breakdown == women and found.after == 9100


def test_without_history_there_is_nothing_to_tell() -> None:
    assert corrections(index_rows([FIRST])[PLAN, "chi-so"][WHOLE]) == ()


@st.composite
def _rows(draw: st.DrawFn) -> list[ProgressRow]:
    count = draw(st.integers(1, 6))
    return [
        row(
            draw(st.sampled_from(["2022", "2023"])),
            draw(st.integers(0, 3)),
            state=draw(st.sampled_from(["official", "provisional", "estimate"])),
            reported_on=draw(st.dates(dt.date(2024, 1, 1), dt.date(2024, 1, 9))).isoformat(),
            corrects=draw(st.sampled_from(["", "sai"])),
            record=record,
        )
        for record in range(count)
    ]


@given(_rows())
def test_the_chain_ends_at_the_value_in_use_and_never_goes_back_in_time(
    rows: list[ProgressRow],
) -> None:
    series = index_rows(rows)[PLAN, "chi-so"][WHOLE]
    for seen in series:
        chained = corrections([seen])
        assert not chained or chained[-1].new == seen.row
        assert all(a.new == b.old for a, b in pairwise(chained))
        assert [c.day for c in chained] == sorted(c.day for c in chained)
        told = {c.old.record for c in chained} | {c.new.record for c in chained}
        assert told <= {r.record for r in (*seen.replaced, seen.row)}
