"""Rows for the same place: duplicates, corrections, and which row is in effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.checks.series_corrections import judge_history
from site_builder.checks.table_ledger import Column, Fault, Hit, Ledger
from site_builder.checks.table_vectors import keys, repeated
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

DUPLICATE = Rule(
    code="S01",
    severity="error",
    title=Text("Số liệu nhập hai lần", "A figure entered twice"),
    reason=Text(
        "Cùng chỉ tiêu, đơn vị, kỳ mà có hai dòng thì không biết dòng nào đúng.",
        "With two rows for one indicator, body and period nothing tells which is right.",
    ),
    fix=Text(
        "Xóa dòng thừa; nếu dòng này đính chính dòng trước thì ghi lý do và số cũ ở cột corrects.",
        "Delete one; if this row corrects the other, give the reason and old number under corrects.",
    ),
    wrong="doan-vien,quan,2022,22000 / doan-vien,quan,2022,22100",
    right="doan-vien,quan,2022,22000",
)
CORRECTS_NOTHING = Rule(
    code="S02",
    severity="error",
    title=Text("Đính chính một dòng không có", "A correction of nothing"),
    reason=Text(
        "Dòng đính chính phải đi sau dòng nó sửa, để lịch sử số liệu còn đủ.",
        "A correction needs the row that it corrects, so that the history stays whole.",
    ),
    fix=Text(
        "Khôi phục dòng cũ, sửa mã hoặc kỳ cho khớp dòng cũ, hoặc để trống cột corrects.",
        "Restore the old row, make id and period match it, or leave corrects blank.",
    ),
    wrong="(chỉ có dòng đính chính)",
    right="(dòng cũ, rồi dòng đính chính)",
)
CORRECTS_NO_NUMBER = Rule(
    code="S03",
    severity="error",
    title=Text("Đính chính không làm thay đổi số", "A correction that changes nothing"),
    reason=Text(
        "Dòng đính chính có cùng số với dòng cũ; có thể quên nhập số mới.",
        "The correction has the old row's numbers; perhaps the new one was forgotten.",
    ),
    fix=Text("Nhập số mới, hoặc xóa dòng đính chính.", "Enter the new number or delete the row."),
    wrong="22000 → 22000",
    right="22000 → 22100",
)
WEAKER_LATER = Rule(
    code="S09",
    severity="warning",
    title=Text("Số tạm tính đến sau số chính thức", "A provisional figure after the official one"),
    reason=Text(
        "Số chính thức đã có thì số tạm tính, số ước của cùng kỳ không thay được.",
        "Where an official figure stands, a later provisional one or estimate does not replace it.",
    ),
    fix=Text(
        "Kiểm tra cột state và ngày báo cáo; nếu đây là đính chính thì ghi official.",
        "Check the state and the day of the report; a correction is official too.",
    ),
    wrong="official 2023-01-10, provisional 2023-02-01",
    right="provisional 2023-01-10, official 2023-02-01",
)
RULES = (DUPLICATE, CORRECTS_NOTHING, CORRECTS_NO_NUMBER, WEAKER_LATER)

_WHOLE_FILE = 3
"""From so many rows on, a file that holds nothing new is taken for a copy."""
_DELETE_FILE = Text(
    "Nếu là bản chép thì xóa một trong hai tệp; nếu là đính chính thì ghi lý do ở cột corrects.",
    "If it is a copy, delete one of the two files; if it corrects, give the reason under corrects.",
)
NUMBERS = ("value", "numerator", "denominator")


@dataclass(frozen=True, slots=True)
class Places:
    """Rows in effect, one for each indicator, body, breakdown and period: one among the real
    figures, and one among the illustrative ones."""

    rows: Sequence[int]
    series: Sequence[int]
    """For each row of the ledger a number that rows of one series share."""

    def without(self, rows: set[int]) -> Places:
        """The same places, some of their rows left out."""
        if not rows:
            return self
        return Places([row for row in self.rows if row not in rows], self.series)


def comparable(ledger: Ledger, names: Sequence[str]) -> list[Column]:
    """The columns in which rows must agree to be compared: those named, and whether the figures
    are real or illustrative, where a table holds both. What was made up to show how a page looks
    says nothing about what was reported."""
    columns = [ledger.column(name) for name in names]
    made_up = [state == "illustrative" for state in ledger.texts("state")]
    if any(made_up) and not all(made_up):
        columns.append(ledger.column("state").through(made_up))
    return columns


def comparable_keys(ledger: Ledger, names: Sequence[str]) -> Sequence[int]:
    """For each row a number that rows share which may be compared, and agree in those columns."""
    columns = comparable(ledger, names)
    return keys([column.codes for column in columns], [len(column.values) for column in columns])


def find_places(
    ledger: Ledger, breakdowns: Sequence[str], faulty: set[int]
) -> tuple[Places, list[Hit]]:
    """The rows in effect, and what is wrong where several stand for one place."""
    series = comparable_keys(ledger, ("indicator", "agency", *breakdowns))
    left_out = faulty | ledger.skip
    several = repeated(_with_period(ledger, series), left_out)
    hits: list[Hit] = []
    origins: dict[int, int] = {}
    replaced: set[int] = set()
    for chain in several:
        found = list(_judge_chain(ledger, chain))
        wrong = {hit.row for hit in found if hit.finding.severity == "error"}
        hits += found
        origins.update(_origins(ledger, chain, found))
        replaced |= wrong
        replaced.update(_in_order(ledger, [row for row in chain if row not in wrong])[:-1])
    hits = list(_as_copies(ledger, hits, origins))
    if any(text.strip() for text in ledger.texts("corrects")):
        grouped = {row for chain in several for row in chain}
        hits += _lone_corrections(ledger, _others(ledger, left_out | grouped))
    return Places(_others(ledger, left_out | replaced), series), hits


def _as_copies(ledger: Ledger, hits: Sequence[Hit], origins: Mapping[int, int]) -> Iterator[Hit]:
    """The hits; where every row of a file stands in another file already, once for the file."""
    repeats = Counter(
        (ledger.cell(row, None).file, ledger.cell(first, None).file)
        for row, first in origins.items()
    )
    copied = {
        file: first
        for (file, first), count in repeats.items()
        if file != first and count >= _WHOLE_FILE and count == _rows_in(ledger, file)
    }
    told: set[str] = set()
    for hit in hits:
        file = ledger.cell(hit.row, None).file
        if hit.row not in origins or file not in copied:
            yield hit
        elif file not in told:
            told.add(file)
            expected = Text(
                "số liệu mới; cả {n} dòng của tệp này đã có ở {file}",
                "new figures; all {n} rows of this file stand in {file}",
            ).fill(n=repeats[file, copied[file]], file=copied[file])
            yield ledger.hit(hit.row, Fault(DUPLICATE, expected, _DELETE_FILE), "indicator")


def _rows_in(ledger: Ledger, file: str) -> int:
    at = ledger.files.index(file)
    end = (*ledger.starts[1:], ledger.count)[at]
    return sum(row not in ledger.skip for row in range(ledger.starts[at], end))


def _origins(
    ledger: Ledger, chain: Sequence[int], found: Sequence[Hit]
) -> Iterator[tuple[int, int]]:
    """Rows that repeat another, each with the one that it repeats."""
    first: dict[tuple[str, str], int] = {}
    for row in chain:
        first.setdefault(_standing(ledger, row), row)
    for hit in found:
        if hit.finding.code in (DUPLICATE.code, CORRECTS_NO_NUMBER.code):
            origin = first[_standing(ledger, hit.row)]
            if origin != hit.row:
                yield hit.row, origin


def _standing(ledger: Ledger, row: int) -> tuple[str, str]:
    """How firm a row says it is, and what it says it corrects."""
    return ledger.text(row, "state"), ledger.text(row, "corrects")


def _with_period(ledger: Ledger, series: Sequence[int]) -> Sequence[int]:
    size = len(ledger.texts("period"))
    return [key * size + code for key, code in zip(series, ledger.codes["period"], strict=True)]


def _others(ledger: Ledger, left_out: set[int]) -> Sequence[int]:
    rows = range(ledger.count)
    return [row for row in rows if row not in left_out] if left_out else rows


def _in_order(ledger: Ledger, chain: Sequence[int]) -> list[int]:
    """From the row that counts least to the one in effect: later reports before earlier ones,
    corrections before what they correct."""

    def order(row: int) -> tuple[str, bool, int]:
        corrects = bool(ledger.text(row, "corrects").strip())
        return ledger.text(row, "reported_on"), corrects, row

    return sorted(chain, key=order)


def _judge_chain(ledger: Ledger, chain: Sequence[int]) -> Iterator[Hit]:
    originals = [row for row in chain if not ledger.text(row, "corrects").strip()]
    plain = set(originals)
    corrections = [row for row in _in_order(ledger, chain) if row not in plain]
    if not originals:
        yield from _lone_corrections(ledger, chain)
        return
    first: dict[str, int] = {}
    for row in originals:
        state = ledger.text(row, "state")
        if state in first:
            yield _duplicate(ledger, row, first[state])
        first.setdefault(state, row)
    yield from _weaker(ledger, chain)
    yield from judge_history(ledger, originals, corrections)
    before = _in_order(ledger, originals)[-1]
    for row in corrections:
        if all(ledger.codes[n][row] == ledger.codes[n][before] for n in NUMBERS):
            yield _unchanged(ledger, row, before)
        before = row


def _duplicate(ledger: Ledger, row: int, first: int) -> Hit:
    expected = Text("một dòng duy nhất; đã có ở {row}", "one row only; there is one in {row}")
    fault = Fault(DUPLICATE, expected.fill(row=ledger.row_words(first, row)))
    return ledger.hit(row, fault, "indicator")


def _unchanged(ledger: Ledger, row: int, before: int) -> Hit:
    column = "value" if ledger.text(row, "value") else "numerator"
    expected = Text("số khác với {row}", "a number other than in {row}")
    fault = Fault(CORRECTS_NO_NUMBER, expected.fill(row=ledger.row_words(before, row)))
    return ledger.hit(row, fault, column)


def _lone_corrections(ledger: Ledger, rows: Sequence[int]) -> Iterator[Hit]:
    expected = Text("một dòng trước đó cùng chỉ tiêu, đơn vị, kỳ",
                    "an earlier row of the same indicator, body and period")  # fmt: skip
    for row in rows:
        if ledger.text(row, "corrects").strip():
            yield ledger.hit(row, Fault(CORRECTS_NOTHING, expected), "corrects")


def _weaker(ledger: Ledger, chain: Sequence[int]) -> Iterator[Hit]:
    official = [row for row in chain if ledger.text(row, "state") == "official"]
    days = [ledger.text(row, "reported_on") for row in official]
    for row in chain:
        day = ledger.text(row, "reported_on")
        if ledger.text(row, "state") in ("provisional", "estimate") and any(
            d and d < day for d in days
        ):
            expected = Text("official, hoặc ngày báo cáo trước {day}",
                            "official, or a day of report before {day}").fill(day=min(days))  # fmt: skip
            yield ledger.hit(row, Fault(WEAKER_LATER, expected), "state")
