from __future__ import annotations

from decimal import Decimal

import pytest

from site_builder.pages.view_allocation import AllocationTable, allocation_tables, part_of
from tests.pages import small


@pytest.fixture
def table() -> AllocationTable:
    state = small.context().snapshot.plans[small.PLAN]
    (table,) = allocation_tables(small.repository(), state)
    return table


def test_blank_cells_are_neither_zero_nor_missing(table: AllocationTable) -> None:
    (column,) = table.columns
    east, an = column.rows
    assert (east.body.name.vi, an.body.name.vi) == ("Huyện Đông", "H. An")
    assert an.share is None and an.part is None
    assert column.done == 28 and (column.reported, column.units) == (1, 2)


def test_facts_printed_beside_the_shares_have_a_table_of_their_own(table: AllocationTable) -> None:
    assert table.facts is not None
    (fact,) = table.facts.columns
    assert [body.name.vi for body in table.facts.bodies] == ["Huyện Đông", "H. An"]
    east, an = fact.cells
    assert east.value == 100
    assert an.value is None and an.asked


def test_the_part_that_is_done_is_told_and_drawn(table: AllocationTable) -> None:
    (column,) = table.columns
    part = column.rows[0].part
    assert part is not None
    assert (part.percent.vi.replace("\N{NO-BREAK SPACE}", " "), part.percent.en) == (
        "46,7 %",
        "46.7%",
    )
    assert part.length == 46
    assert column.seen is not None and column.seen.text == "2022-Q4" and not column.mixed


@pytest.mark.parametrize(
    ("actual", "share", "percent", "length"),
    [
        ("104", "100", "104%", 100),
        ("2499", "2500", "99.96%", 99),
        ("0", "3", "0%", 0),
        ("40", "40", "100%", 100),
    ],
)
def test_a_part_is_never_rounded_to_a_hundred(
    actual: str, share: str, percent: str, length: int
) -> None:
    part = part_of(Decimal(actual), Decimal(share))
    assert part is not None
    assert (part.percent.en, part.length) == (percent, length)


@pytest.mark.parametrize(("actual", "share"), [(None, 3), (3, None), (3, 0)])
def test_there_is_no_part_of_what_is_not_known(actual: int | None, share: int | None) -> None:
    given = [None if number is None else Decimal(number) for number in (actual, share)]
    assert part_of(*given) is None
