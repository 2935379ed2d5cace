"""What the head of a body need not ask for, and what that rests on."""

from __future__ import annotations

from site_builder.pages.agency_rounds import Rounds
from site_builder.pages.view_owed import overdue
from site_builder.progress.snapshot import AgencyDuty, AgencyState, Owed
from site_builder.terms.status import Status
from site_builder.terms.text import Text

OVERDUE = Text("việc quá hạn", "overdue duties")
DUE_SOON = Text("việc đến hạn trong 90 ngày tới", "duties due within 90 days")
OWED = Text("báo cáo còn nợ", "reports owed")


def all_clear(state: AgencyState, received: int, rounds: Rounds | None) -> Text | None:
    """Nothing overdue, due soon or owed, and among how many; `received` reports came in.

    Where nothing of a kind has a date, nothing is claimed of it: that is said instead. Of a body
    that may have ended nothing is claimed at all: what fell due since then is not judged.
    """
    if state.life.doubtful and state.life.doubtful_from is not None:
        return None
    dated = sum(_can_be_late(duty) for duty in (*state.leads, *state.supports))
    reports = sum(_can_be_owed(one) for one in state.reports_owed) + received
    absent: list[Text] = []
    if dated:
        soon = (*state.due_soon, rounds) if rounds else state.due_soon
        asked = ((state.overdue, OVERDUE), (soon, DUE_SOON))
        absent += [words for found, words in asked if not found]
    if reports and not overdue(state.reports_owed):
        absent.append(OWED)
    told = [_claim(absent, dated, reports)] if absent else []
    if not dated:
        told.append(_ONLY_ROUNDS if rounds else _undated(state, reports))
    if not told:
        return None
    return Text(" ".join(one.vi for one in told), " ".join(one.en for one in told))


def owes_nothing(lapsed: int) -> Text:
    """What is said of a body that has ended, in place of all that a living one is asked for."""
    return _OWES_NOTHING if not lapsed else _NEVER_CAME.fill(n=lapsed)


def _undated(state: AgencyState, reports: int) -> Text:
    """Why nothing can be called overdue: nothing prints a date, or what did is over."""
    every = (*state.leads, *state.supports)
    if any(d.state.due and d.judgement.status is Status.ENDED for d in every):
        return _NO_LONGER
    return _NO_DATE if reports else _NO_DATE_NO_REPORT


def _can_be_late(duty: AgencyDuty) -> bool:
    in_force = duty.judgement.status is not Status.ENDED
    return in_force and duty.state.due is not None and duty.roles != ("receives",)


def _can_be_owed(owed: Owed) -> bool:
    return not owed.lapsed and owed.judgement.status is not Status.NOT_REQUIRED


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
_ONLY_ROUNDS = Text(
    "Không có việc nào ghi hạn cụ thể để xét quá hạn; việc định kỳ sắp đến kỳ nêu ở dưới.",
    "No duty prints a deadline, so none can be called overdue; what comes round soon is listed "
    "below.",
)
_NO_LONGER = Text(
    "Mọi việc có ghi hạn đều không còn hiệu lực.",
    "Every duty that prints a deadline is no longer in force.",
)
_OWES_NOTHING = Text(
    "Nơi này không còn nhiệm vụ phải thực hiện hay báo cáo phải gửi.",
    "It has no duty to carry out and no report to send any more.",
)
_NEVER_CAME = Text(
    "Nơi này không còn nhiệm vụ phải thực hiện hay báo cáo phải gửi; {n} kỳ báo cáo đến hạn khi còn "
    "hoạt động mà kho dữ liệu không có vẫn được ghi ở dưới.",
    "It has no duty to carry out and no report to send any more; reports that fell due in its time and are not in the "
    "data are still listed below: {n}.",
)
