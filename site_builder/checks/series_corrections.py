"""What replaces an earlier figure says from which day on it was known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

UNDATED = Rule(
    code="S12",
    severity="error",
    title=Text("Số thay số trước mà không ghi ngày báo cáo", "A replacement without its day"),
    reason=Text(
        "Không biết số mới có từ ngày nào thì trang tính đến một ngày trước đó đã dùng số lúc ấy chưa "
        "ai biết.",
        "If nobody knows since when the new figure is known, a page as of an earlier day would use "
        "what nobody knew then.",
    ),
    fix=Text(
        "Ghi ngày của công văn, báo cáo đính chính ở cột reported_on.",
        "Enter the day of the correcting letter or report under reported_on.",
    ),
    wrong="doan-vien,quan,2022,22100,,,official,CV 8/LĐLĐ,,,Trước ghi 22000",
    right="doan-vien,quan,2022,22100,,,official,CV 8/LĐLĐ,2023-05-05,,Trước ghi 22000",
)
TOO_EARLY = Rule(
    code="S13",
    severity="error",
    title=Text("Đính chính có trước số nó sửa", "A correction older than what it corrects"),
    reason=Text(
        "Ngày đính chính trước ngày báo cáo của mọi dòng cùng kỳ, nên chưa có số nào để sửa.",
        "It is dated before every other row of its place: there was nothing yet to correct.",
    ),
    fix=Text(
        "Kiểm tra hai ngày ở cột reported_on; số báo cáo sau mới là số đính chính.",
        "Look at both days under reported_on: the later report is the correction.",
    ),
    wrong="reported_on 2023-02-10, đính chính 2023-01-12",
    right="reported_on 2023-01-12, đính chính 2023-02-10",
)
RULES = (UNDATED, TOO_EARLY)

_FIRMNESS = {"illustrative": 0, "estimate": 1, "provisional": 2, "official": 3}


def judge_history(
    ledger: Ledger, originals: Sequence[int], corrections: Sequence[int]
) -> Iterator[Hit]:
    """Rows of one place, of which some replace others: each of those says since when it is known."""
    first = min((_firmness(ledger, row) for row in originals), default=0)
    firmer = [row for row in originals if _firmness(ledger, row) > first]
    for row in (*firmer, *corrections):
        if not ledger.text(row, "reported_on").strip():
            yield ledger.hit(row, Fault(UNDATED, _A_DAY), "reported_on")
    days = [ledger.text(row, "reported_on").strip() for row in originals]
    earliest = min(days, default="")
    for row in corrections:
        day = ledger.text(row, "reported_on").strip()
        if day and earliest > day:
            expected = Text("từ {day} trở đi", "{day} or later").fill(day=earliest)
            yield ledger.hit(row, Fault(TOO_EARLY, expected), "reported_on")


def _firmness(ledger: Ledger, row: int) -> int:
    return _FIRMNESS.get(ledger.text(row, "state"), 0)


_A_DAY = Text("ngày có số này", "the day from which the figure is known")
