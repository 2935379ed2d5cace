"""A body's responsibilities, in the order in which its head asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.agency import Agency, AgencyLevel, AgencySystem, AgencyType
from site_builder.model.base import Words
from site_builder.pages import paths, things
from site_builder.pages.agency_clear import all_clear, owes_nothing
from site_builder.pages.agency_duties import (
    Duties,
    DutyLine,
    duty_line,
    gathered,
    is_undated_report,
)
from site_builder.pages.agency_kin import Kinship, kin
from site_builder.pages.agency_life import LifeStory, life_story
from site_builder.pages.agency_numbers import PlanWholes, ShareLine, share_line, wholes
from site_builder.pages.agency_passed import NOTHING_PASSED, Passed, passed_by_agency
from site_builder.pages.agency_plans import (
    IssuedPlan,
    NotReceived,
    issued_by_agency,
    not_received,
)
from site_builder.pages.agency_reports import (
    Received,
    Reporting,
    lapsed_by_agency,
    received,
    received_by_agency,
    reporting,
)
from site_builder.pages.agency_rounds import Rounds, has_rounds_ahead, rounds_ahead
from site_builder.pages.agency_tally import Tally, tally
from site_builder.pages.page import Context, Find, Page, PageKind, Thing
from site_builder.pages.view import AGENCIES_CRUMB, HOME_CRUMB, text
from site_builder.pages.view_owed import OwedGroup, overdue, owed_groups, waiting
from site_builder.progress.snapshot import AgencyState, Owed
from site_builder.terms.status import Status
from site_builder.terms.text import Text

TYPE_WORDS: dict[AgencyType, Text] = {
    "body": Text("cơ quan, đơn vị", "body"),
    "group": Text("nhóm cơ quan", "group of bodies"),
    "open_group": Text("nhóm cơ quan để mở", "open group of bodies"),
    "class": Text("mọi đơn vị cùng loại", "every body of a kind"),
    "office_holder": Text("người giữ chức vụ", "office holder"),
}
SYSTEM_WORDS: dict[AgencySystem, Text] = {
    "party": Text("Đảng", "Party"),
    "state": Text("Nhà nước", "State"),
    "union": Text("công đoàn", "trade union"),
    "front": Text("Mặt trận và đoàn thể", "Fatherland Front and mass organisations"),
    "people": Text("người dân, người lao động", "people"),
    "enterprise": Text("doanh nghiệp", "enterprises"),
    "unknown": Text("chưa rõ", "unknown"),
}
LEVEL_WORDS: dict[AgencyLevel, Text] = {
    "central": Text("Trung ương", "Central"),
    "province": Text("cấp tỉnh", "Provincial level"),
    "district": Text("cấp huyện", "District level"),
    "ward": Text("cấp xã", "Commune level"),
    "grassroots": Text("cơ sở", "Grassroots"),
}
DENSE_FROM = 16
"""From so many duties, shares and indicators on a sheet of A4 is full."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is gathered once over all plans and bodies."""

    kinship: Kinship
    came_in: tuple[Owed, ...]
    """Reports received from it."""
    issued: tuple[IssuedPlan, ...]
    lapsed: tuple[Owed, ...]
    """Reports that were due from it and never came, and that nobody owes any more."""
    passed: Passed


@dataclass(frozen=True, slots=True)
class AgencyData:
    """Everything on a body's page, in the order in which it stands there."""

    name: Words
    short: Words | None
    what: Text
    """Its kind, system, level and territory."""
    note: Words | None
    life: LifeStory
    tally: tuple[Tally, ...]
    nothing: Text | None
    """What the head need not ask for, and what that rests on."""
    issued: tuple[IssuedPlan, ...]
    overdue: tuple[DutyLine, ...]
    overdue_silent: int
    """How many of them are past their deadline with nothing reported."""
    due_soon: tuple[DutyLine, ...]
    rounds: Rounds | None
    """What comes round within 90 days."""
    calendar: str | None
    """Its calendar feed; None where nothing dated is still to come."""
    owed: tuple[OwedGroup, ...]
    """Reports that are due and have not come in."""
    waiting: tuple[OwedGroup, ...]
    """Reports on periods that are over, not due yet."""
    lapsed: tuple[OwedGroup, ...]
    """What was due, never came and is owed no more: the body, the duty or the plan has ended."""
    lapsed_in_doubt: bool
    """Whether it is not established that the body still exists."""
    undated_reports: int
    """Duties to report that it carries out and that print no datable interval or deadline."""
    received: Received | None
    not_received: tuple[NotReceived, ...]
    """What others owe to it."""
    leads: Duties | None
    supports: Duties | None
    """Without what it only receives: that is told under `reporting`."""
    passed: Passed
    """Duties that a document moved to it or away from it."""
    shares: tuple[ShareLine, ...]
    whole_of: tuple[PlanWholes, ...]
    kinship: Kinship
    reporting: Reporting
    deadlines_path: str | None
    """Its own deadlines in the list of all; None where it has none."""
    dense: bool
    """Whether there is so much that one printed sheet holds it in small print only."""
    empty: bool
    """Whether no plan asks anything of this body."""


def pages(context: Context) -> Iterable[Page]:
    """One page for each body that any file declares."""
    kinship = kin(context.snapshot.repository)
    came_in = received_by_agency(context.snapshot)
    issued = issued_by_agency(context)
    lapsed = lapsed_by_agency(context.snapshot)
    passed = passed_by_agency(context)
    for agency_id, agency in context.snapshot.repository.agencies.items():
        state = context.snapshot.agencies.get(agency_id) or _nothing(agency_id)
        seen = Seen(
            kinship[agency_id],
            came_in.get(agency_id, ()),
            issued.get(agency_id, ()),
            lapsed.get(agency_id, ()),
            passed.get(agency_id, NOTHING_PASSED),
        )
        data = agency_data(context, agency, state, seen)
        about = things.agency(context.snapshot.repository, agency_id, agency, ended=data.life.over)
        plans = [one.illustrative for one in data.issued]
        plans += [one.illustrative for one in data.not_received]
        invented = state.illustrative or any(plans)
        yield _page(agency_id, agency, data, about, illustrative=invented)


def _page(
    agency_id: str, agency: Agency, data: AgencyData, about: Thing | None, *, illustrative: bool
) -> Page:
    name = text(agency.name)
    said = _DESCRIBED_ENDED if data.life.over else _DESCRIBED
    return Page(
        path=paths.agency(agency_id),
        kind=KIND.name,
        title=name,
        description=said.fill(name=name),
        data=data,
        crumbs=(HOME_CRUMB, AGENCIES_CRUMB),
        illustrative=illustrative,
        finds=(Find("agency", name, excerpt=_excerpt(data), also=_also(agency_id, data)),),
        about=about,
    )


def _also(agency_id: str, data: AgencyData) -> tuple[str, ...]:
    """Short and former names: by these too it is looked for."""
    shorts = (data.short, *(one.short for one in data.life.names))
    return (*(short.vi for short in shorts if short), agency_id)


def _excerpt(data: AgencyData) -> Text:
    ended = (data.life.end.mark,) if data.life.end else ()
    counted = [
        Text(f"{one.words.vi}: {one.count}", f"{one.words.en}: {one.count}") for one in data.tally
    ]
    names = [_FORMERLY.fill(name=text(one.name)) for one in data.life.names]
    return _joined(" · ", (*ended, data.what, *names, *counted))


def agency_data(
    context: Context,
    agency: Agency,
    state: AgencyState,
    seen: Seen,
) -> AgencyData:
    """What the page of a body shows."""
    repository = context.snapshot.repository
    life = life_story(context, agency, state)
    # What is due to a body that has ended cannot reach it.
    unseen = () if life.over else not_received(context, state)
    rounds = rounds_ahead(context, state, seen.came_in)
    clear = all_clear(state, len(seen.came_in), rounds)
    helps = tuple(duty for duty in state.supports if duty.roles != ("receives",))
    dated = any(d.state.due is not None for d in (*state.leads, *state.supports))
    return AgencyData(
        name=agency.name,
        short=None if agency.short == agency.name else agency.short,
        what=_what(agency),
        note=agency.note,
        life=life,
        tally=tally(state, unseen, rounds),
        nothing=owes_nothing(len(seen.lapsed)) if life.over else clear,
        issued=seen.issued,
        overdue=tuple(duty_line(context, duty) for duty in state.overdue),
        overdue_silent=sum(d.judgement.status is Status.NO_DATA for d in state.overdue),
        due_soon=tuple(duty_line(context, duty) for duty in state.due_soon),
        rounds=rounds,
        calendar=_calendar(context, state),
        owed=owed_groups(context.snapshot, overdue(state.reports_owed)),
        waiting=owed_groups(context.snapshot, waiting(state.reports_owed)),
        lapsed=owed_groups(context.snapshot, seen.lapsed),
        lapsed_in_doubt=state.life.doubtful_from is not None and not state.life.over,
        undated_reports=0
        if life.over
        else sum(is_undated_report(duty.state.duty) for duty in state.leads),
        received=received(repository, seen.came_in),
        not_received=unseen,
        leads=gathered(context, state.leads),
        supports=gathered(context, helps),
        passed=seen.passed,
        shares=tuple(share_line(context, *pair) for pair in state.shares),
        whole_of=wholes(context, state.whole_of),
        kinship=seen.kinship,
        reporting=reporting(context, state),
        deadlines_path=_deadlines(state) if dated or state.reports_owed or seen.came_in else None,
        dense=_lines(state) >= DENSE_FROM,
        empty=_lines(state) == 0 and not seen.lapsed and seen.passed == NOTHING_PASSED,
    )


def _calendar(context: Context, state: AgencyState) -> str | None:
    ahead = has_rounds_ahead(state, context.as_of)
    return paths.agency_calendar(state.agency_id) if ahead else None


def _deadlines(state: AgencyState) -> str:
    return f"{paths.DEADLINES}?agency={state.agency_id}"


def _lines(state: AgencyState) -> int:
    """About how many lines the page takes: what is owed is grouped, so it counts once."""
    listed = (state.overdue, state.due_soon, state.leads, state.supports, state.shares)
    return sum(map(len, listed)) + len(state.whole_of) + bool(state.reports_owed)


def _what(agency: Agency) -> Text:
    known = [
        None if agency.type == "body" else TYPE_WORDS[agency.type],
        None if agency.system == "unknown" else SYSTEM_WORDS[agency.system],
        LEVEL_WORDS[agency.level] if agency.level else None,
        text(agency.territory) if agency.territory else None,
    ]
    return _joined(" · ", [words for words in known if words] or [TYPE_WORDS[agency.type]])


def _joined(by: str, texts: Iterable[Text]) -> Text:
    texts = tuple(texts)
    return Text(by.join(one.vi for one in texts), by.join(one.en for one in texts))


def _nothing(agency_id: str) -> AgencyState:
    """The state of a body of which no plan asks anything."""
    return AgencyState(agency_id, (), (), (), (), (), (), (), (), illustrative=False)


_DESCRIBED = Text(
    "{name}: việc quá hạn, sắp đến hạn, báo cáo còn nợ, nhiệm vụ và chỉ tiêu được giao.",
    "{name}: overdue and upcoming duties, reports owed, duties and its share of targets.",
)
_DESCRIBED_ENDED = Text(
    "{name}, đã kết thúc hoạt động: nhiệm vụ, chỉ tiêu đã được giao và cơ quan kế thừa.",
    "{name}, no longer in operation: the duties and targets it was given, and its successors.",
)
_FORMERLY = Text("tên cũ: {name}", "formerly {name}")

KIND = PageKind(name="agency", title=Text("Cơ quan", "Body"), template="agency.html", pages=pages)
