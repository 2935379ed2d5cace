"""A body's responsibilities, in the order in which its head asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.agency import Agency, AgencyLevel, AgencySystem, AgencyType
from site_builder.model.base import Words
from site_builder.model.duty import ROLE_WORDS, Duty
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.collation import sort_key
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.view import (
    AGENCIES_CRUMB,
    HOME_CRUMB,
    Ref,
    agency_ref,
    plan_number,
    short_ref,
    text,
)
from site_builder.pages.view_duty import DutyBrief, duty_brief
from site_builder.pages.view_owed import OwedGroup, owed_groups
from site_builder.pages.view_target import TargetView, target_view
from site_builder.progress.calendar import DATABLE
from site_builder.progress.snapshot import (
    AgencyDuty,
    AgencyState,
    IndicatorState,
    Judgement,
    Observation,
    ShareState,
)
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


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty as this body sees it."""

    plan: Text
    plan_path: str
    duty: DutyBrief
    roles: tuple[Text, ...]
    through: tuple[Ref, ...]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class ShareLine:
    """This body's share of a target against what it did."""

    plan: Text
    plan_path: str
    name: Words
    path: str
    unit: Words
    share: Decimal | None
    actual: Observation | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class WholeLine:
    """An indicator whose figures for the whole plan are this body's."""

    plan: Text
    name: Words
    path: str
    percent: bool
    unit: Words
    target: TargetView | None
    latest: Observation | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Kinship:
    """What a body belongs to and what belongs to it."""

    parent: Ref | None
    children: tuple[Ref, ...]
    groups: tuple[Ref, ...]
    members: tuple[Ref, ...]
    count: int | None
    """How many members the document speaks of."""


@dataclass(frozen=True, slots=True)
class AgencyData:
    """Everything on a body's page, in the order in which it stands there."""

    name: Words
    short: Words | None
    type: Text
    system: Text
    level: Text | None
    territory: Words | None
    note: Words | None
    overdue: tuple[DutyLine, ...]
    overdue_silent: int
    """How many of them are past their deadline with nothing reported."""
    due_soon: tuple[DutyLine, ...]
    owed: tuple[OwedGroup, ...]
    owed_total: int
    undated_reports: int
    """Duties to report that it carries out and that print no datable interval or deadline."""
    leads: tuple[DutyLine, ...]
    supports: tuple[DutyLine, ...]
    shares: tuple[ShareLine, ...]
    whole_of: tuple[WholeLine, ...]
    kinship: Kinship
    empty: bool
    """Whether no plan asks anything of this body."""


def pages(context: Context) -> Iterable[Page]:
    """One page for each body that any file declares."""
    kin = _kin(context.snapshot.repository)
    for agency_id, agency in context.snapshot.repository.agencies.items():
        yield page(context, agency_id, agency, kin[agency_id])


def page(context: Context, agency_id: str, agency: Agency, kinship: Kinship) -> Page:
    """The page of one body."""
    state = context.snapshot.agencies.get(agency_id) or _nothing(agency_id)
    name = text(agency.name)
    return Page(
        path=paths.agency(agency_id),
        kind=KIND.name,
        title=name,
        description=Text(
            "{name}: việc quá hạn, sắp đến hạn, báo cáo còn nợ, nhiệm vụ và chỉ tiêu được giao.",
            "{name}: overdue and upcoming duties, reports owed, duties and its share of targets.",
        ).fill(name=name),
        data=agency_data(context, agency, state, kinship),
        crumbs=(HOME_CRUMB, AGENCIES_CRUMB),
        illustrative=state.illustrative,
    )


def agency_data(
    context: Context, agency: Agency, state: AgencyState, kinship: Kinship
) -> AgencyData:
    """What the page of a body shows."""
    owed = owed_groups(context.snapshot, state.reports_owed)
    duties = [
        tuple(_duty(context, duty) for duty in group)
        for group in (state.overdue, state.due_soon, state.leads, state.supports)
    ]
    overdue, due_soon, leads, supports = duties
    return AgencyData(
        name=agency.name,
        short=None if agency.short == agency.name else agency.short,
        type=TYPE_WORDS[agency.type],
        system=SYSTEM_WORDS[agency.system],
        level=LEVEL_WORDS[agency.level] if agency.level else None,
        territory=agency.territory,
        note=agency.note,
        overdue=overdue,
        overdue_silent=sum(line.judgement.status is Status.NO_DATA for line in overdue),
        due_soon=due_soon,
        owed=owed,
        owed_total=sum(group.count for group in owed),
        undated_reports=sum(_undated(duty.state.duty) for duty in state.leads),
        leads=leads,
        supports=supports,
        shares=tuple(_share(context, *pair) for pair in state.shares),
        whole_of=tuple(_whole(context, indicator) for indicator in state.whole_of),
        kinship=kinship,
        empty=not any((*duties, owed, state.shares, state.whole_of)),
    )


def _undated(duty: Duty) -> bool:
    when = duty.when
    if not duty.report or (when is not None and when.due is not None):
        return False
    return when is None or not any(interval in DATABLE for interval in when.every)


def _duty(context: Context, duty: AgencyDuty) -> DutyLine:
    repository = context.snapshot.repository
    return DutyLine(
        plan=plan_number(repository.plans[duty.plan_id]),
        plan_path=paths.plan(duty.plan_id),
        duty=duty_brief(duty.state),
        roles=tuple(ROLE_WORDS[role] for role in duty.roles),
        through=tuple(short_ref(repository, group) for group in duty.through),
        judgement=duty.judgement,
    )


def _share(context: Context, indicator: IndicatorState, share: ShareState) -> ShareLine:
    plan_id = indicator.plan_id
    return ShareLine(
        plan=plan_number(context.snapshot.repository.plans[plan_id]),
        plan_path=paths.plan(plan_id),
        name=indicator.indicator.name,
        path=paths.indicator(plan_id, indicator.indicator.id),
        unit=indicator.indicator.unit,
        share=share.share,
        actual=share.observation,
        judgement=share.judgement,
    )


def _whole(context: Context, state: IndicatorState) -> WholeLine:
    indicator, target = state.indicator, state.headline_target
    return WholeLine(
        plan=plan_number(context.snapshot.repository.plans[state.plan_id]),
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        percent=indicator.unit.vi == "%",
        unit=indicator.unit,
        target=target_view(state.plan_id, indicator, target) if target else None,
        latest=state.latest,
        judgement=state.headline,
    )


def _kin(repository: Repository) -> dict[str, Kinship]:
    children: dict[str, list[str]] = {}
    groups: dict[str, list[str]] = {}
    for agency_id, agency in repository.agencies.items():
        if agency.parent:
            children.setdefault(agency.parent, []).append(agency_id)
        for member in agency.members:
            groups.setdefault(member, []).append(agency_id)

    def refs(ids: Iterable[str]) -> tuple[Ref, ...]:
        made = [agency_ref(repository, one) for one in ids]
        return tuple(sorted(made, key=lambda ref: sort_key(ref.name.vi)))

    return {
        agency_id: Kinship(
            parent=agency_ref(repository, agency.parent) if agency.parent else None,
            children=refs(children.get(agency_id, ())),
            groups=refs(groups.get(agency_id, ())),
            members=refs(agency.members),
            count=agency.count,
        )
        for agency_id, agency in repository.agencies.items()
    }


def _nothing(agency_id: str) -> AgencyState:
    """The state of a body of which no plan asks anything."""
    return AgencyState(agency_id, (), (), (), (), (), (), (), (), illustrative=False)


KIND = PageKind(name="agency", title=Text("Cơ quan", "Body"), template="agency.html", pages=pages)
