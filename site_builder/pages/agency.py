"""A body's responsibilities, in the order in which its head asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.agency import Agency, AgencyLevel, AgencySystem, AgencyType
from site_builder.model.base import Words
from site_builder.pages import paths, things
from site_builder.pages.agency_clear import all_clear
from site_builder.pages.agency_duties import (
    Duties,
    DutyLine,
    duty_line,
    gathered,
    is_undated_report,
)
from site_builder.pages.agency_kin import Kinship, kin
from site_builder.pages.agency_numbers import PlanWholes, ShareLine, share_line, wholes
from site_builder.pages.agency_plans import (
    IssuedPlan,
    NotReceived,
    issued_by_agency,
    not_received,
)
from site_builder.pages.agency_reports import (
    Received,
    Reporting,
    received,
    received_by_agency,
    reporting,
)
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
class Tally:
    """A count at the head of the page and the section that it leads to; zeros are left out."""

    count: int
    words: Text
    anchor: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What is gathered once over all plans and bodies."""

    kinship: Kinship
    came_in: tuple[Owed, ...]
    """Reports received from it."""
    issued: tuple[IssuedPlan, ...]


@dataclass(frozen=True, slots=True)
class AgencyData:
    """Everything on a body's page, in the order in which it stands there."""

    name: Words
    short: Words | None
    what: Text
    """Its kind, system, level and territory."""
    note: Words | None
    tally: tuple[Tally, ...]
    nothing: Text | None
    """What the head need not ask for, and what that rests on."""
    issued: tuple[IssuedPlan, ...]
    overdue: tuple[DutyLine, ...]
    overdue_silent: int
    """How many of them are past their deadline with nothing reported."""
    due_soon: tuple[DutyLine, ...]
    owed: tuple[OwedGroup, ...]
    """Reports that are due and have not come in."""
    waiting: tuple[OwedGroup, ...]
    """Reports on periods that are over, not due yet."""
    undated_reports: int
    """Duties to report that it carries out and that print no datable interval or deadline."""
    received: Received | None
    not_received: tuple[NotReceived, ...]
    """What others owe to it."""
    leads: Duties | None
    supports: Duties | None
    """Without what it only receives: that is told under `reporting`."""
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
    for agency_id, agency in context.snapshot.repository.agencies.items():
        state = context.snapshot.agencies.get(agency_id) or _nothing(agency_id)
        seen = Seen(kinship[agency_id], came_in.get(agency_id, ()), issued.get(agency_id, ()))
        data = agency_data(context, agency, state, seen)
        about = things.agency(context.snapshot.repository, agency_id, agency)
        plans = [one.illustrative for one in data.issued]
        plans += [one.illustrative for one in data.not_received]
        invented = state.illustrative or any(plans)
        yield _page(agency_id, agency, data, about, illustrative=invented)


def _page(
    agency_id: str, agency: Agency, data: AgencyData, about: Thing | None, *, illustrative: bool
) -> Page:
    name = text(agency.name)
    also = tuple(words for words in (data.short.vi if data.short else "", agency_id) if words)
    return Page(
        path=paths.agency(agency_id),
        kind=KIND.name,
        title=name,
        description=Text(
            "{name}: việc quá hạn, sắp đến hạn, báo cáo còn nợ, nhiệm vụ và chỉ tiêu được giao.",
            "{name}: overdue and upcoming duties, reports owed, duties and its share of targets.",
        ).fill(name=name),
        data=data,
        crumbs=(HOME_CRUMB, AGENCIES_CRUMB),
        illustrative=illustrative,
        finds=(Find("agency", name, excerpt=_excerpt(data), also=also),),
        about=about,
    )


def _excerpt(data: AgencyData) -> Text:
    counted = [
        Text(f"{one.words.vi}: {one.count}", f"{one.words.en}: {one.count}") for one in data.tally
    ]
    return _joined(" · ", (data.what, *counted))


def agency_data(
    context: Context,
    agency: Agency,
    state: AgencyState,
    seen: Seen,
) -> AgencyData:
    """What the page of a body shows."""
    repository = context.snapshot.repository
    unseen = not_received(context, state)
    helps = tuple(duty for duty in state.supports if duty.roles != ("receives",))
    dated = any(d.state.due is not None for d in (*state.leads, *state.supports))
    return AgencyData(
        name=agency.name,
        short=None if agency.short == agency.name else agency.short,
        what=_what(agency),
        note=agency.note,
        tally=_tally(state, unseen),
        nothing=all_clear(state, len(seen.came_in)),
        issued=seen.issued,
        overdue=tuple(duty_line(context, duty) for duty in state.overdue),
        overdue_silent=sum(d.judgement.status is Status.NO_DATA for d in state.overdue),
        due_soon=tuple(duty_line(context, duty) for duty in state.due_soon),
        owed=owed_groups(context.snapshot, overdue(state.reports_owed)),
        waiting=owed_groups(context.snapshot, waiting(state.reports_owed)),
        undated_reports=sum(is_undated_report(duty.state.duty) for duty in state.leads),
        received=received(repository, seen.came_in),
        not_received=unseen,
        leads=gathered(context, state.leads),
        supports=gathered(context, helps),
        shares=tuple(share_line(context, *pair) for pair in state.shares),
        whole_of=wholes(context, state.whole_of),
        kinship=seen.kinship,
        reporting=reporting(context, state),
        deadlines_path=_deadlines(state) if dated or state.reports_owed or seen.came_in else None,
        dense=_lines(state) >= DENSE_FROM,
        empty=_lines(state) == 0,
    )


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


def _tally(state: AgencyState, unseen: Iterable[NotReceived]) -> tuple[Tally, ...]:
    owed = len(overdue(state.reports_owed))
    not_in = sum(one.reports for one in unseen)
    every = (
        Tally(len(state.overdue), Text("Quá hạn", "Overdue"), "qua-han", bad=True),
        Tally(
            len(state.due_soon),
            Text("Đến hạn trong 90 ngày", "Due within 90 days"),
            "sap-den-han",
        ),
        Tally(owed, Text("Báo cáo còn nợ", "Reports owed"), "con-no", bad=True),
        Tally(not_in, Text("Báo cáo chưa nhận", "Reports not received"), "con-no", bad=True),
        Tally(len(state.leads), Text("Chủ trì, thực hiện", "Leads, carries out"), "chu-tri"),
        Tally(
            len(state.supports),
            Text("Phối hợp, vai trò khác", "Supports, other roles"),
            "phoi-hop",
        ),
        Tally(len(state.shares), Text("Chỉ tiêu được giao", "Shares of targets"), "duoc-giao"),
        Tally(
            len(state.whole_of),
            Text("Chỉ tiêu đứng tên", "Indicators in its name"),
            "so-toan-bo",
        ),
    )
    return tuple(one for one in every if one.count)


def _joined(by: str, texts: Iterable[Text]) -> Text:
    texts = tuple(texts)
    return Text(by.join(one.vi for one in texts), by.join(one.en for one in texts))


def _nothing(agency_id: str) -> AgencyState:
    """The state of a body of which no plan asks anything."""
    return AgencyState(agency_id, (), (), (), (), (), (), (), (), illustrative=False)


KIND = PageKind(name="agency", title=Text("Cơ quan", "Body"), template="agency.html", pages=pages)
