"""What the head of a body need not ask for, and what that rests on."""

from __future__ import annotations

from site_builder.pages.view_owed import overdue
from site_builder.progress.snapshot import AgencyState
from site_builder.terms.text import Text

OVERDUE = Text("việc quá hạn", "overdue duties")
DUE_SOON = Text("việc đến hạn trong 90 ngày tới", "duties due within 90 days")
OWED = Text("báo cáo còn nợ", "reports owed")


def all_clear(state: AgencyState, received: int) -> Text | None:
    """Nothing overdue, due soon or owed, and among how many; `received` reports came in.

    Where nothing of a kind has a date, nothing is claimed of it: that is said instead.
    """
    dated = sum(
        duty.state.due is not None and duty.roles != ("receives",)
        for duty in (*state.leads, *state.supports)
    )
    reports = len(state.reports_owed) + received
    absent: list[Text] = []
    if dated:
        asked = ((state.overdue, OVERDUE), (state.due_soon, DUE_SOON))
        absent += [words for found, words in asked if not found]
    if reports and not overdue(state.reports_owed):
        absent.append(OWED)
    told = [_claim(absent, dated, reports)] if absent else []
    told += [] if dated else [_NO_DATE if reports else _NO_DATE_NO_REPORT]
    if not told:
        return None
    return Text(" ".join(one.vi for one in told), " ".join(one.en for one in told))


def _claim(absent: list[Text], dated: int, reports: int) -> Text:
    """`Không có việc quá hạn (xét 3 việc có ghi hạn).`"""
    rests = [_DATED.fill(dated=dated)] if absent != [OWED] else []
    rests += [_REPORTS.fill(reports=reports)] if OWED in absent else []
    return Text("Không có {what} (xét {on}).", "No {what} (out of {on}).").fill(
        what=Text(", ".join(a.vi for a in absent), ", no ".join(a.en for a in absent)),
        on=Text(" và ".join(r.vi for r in rests), " and ".join(r.en for r in rests)),
    )


_DATED = Text("{dated} việc có ghi hạn", "{dated} with a date printed")
_REPORTS = Text("{reports} kỳ báo cáo tính được hạn", "{reports} datable reports")
_NO_DATE = Text(
    "Không có việc nào ghi hạn cụ thể để xét quá hạn hay sắp đến hạn.",
    "No duty prints a deadline, so none can be called overdue or due soon.",
)
_NO_DATE_NO_REPORT = Text(
    "Không có việc nào ghi hạn cụ thể, không phải gửi báo cáo nào tính được kỳ: không có gì để xét quá hạn.",
    "No duty prints a deadline and no report that it owes is datable: nothing can be judged overdue.",
)
