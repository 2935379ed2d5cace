"""Every target by the group of its status: what the figures of the home page count."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.choice import Choice
from site_builder.pages.headline import Figure, figures, gravity, past, target_judgements
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.view import HOME_CRUMB, plan_number
from site_builder.pages.view_attention import TargetLine, target_line
from site_builder.progress.snapshot import IndicatorState, PlanState, TargetState
from site_builder.terms.text import Text

LISTED = 200
"""How many targets of one group stand in its table; the rest are counted plan by plan."""
TITLE = Text("Mốc chỉ tiêu theo tình trạng", "Targets by status")

_Found = tuple[PlanState, IndicatorState, TargetState]


@dataclass(frozen=True, slots=True)
class PlanChoice(Choice):
    """A plan by which the tables are filtered."""

    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table and the mark of its plan."""

    line: TargetLine
    plan: str


@dataclass(frozen=True, slots=True)
class Section:
    """The targets of one group; `rest` says where those are that the table has no room for."""

    figure: Figure
    rows: tuple[Row, ...]
    rest: tuple[tuple[PlanChoice, int], ...]


@dataclass(frozen=True, slots=True)
class TargetsData:
    """Every target, group by group."""

    sections: tuple[Section, ...]
    past: Section | None
    """What ended before it was concluded, folded away; None where nothing did."""
    total: int
    """How many are in the four groups."""
    plans: tuple[PlanChoice, ...]
    illustrative: bool


def pages(context: Context) -> Iterable[Page]:
    """The one list of targets."""
    data = targets_data(context)
    yield Page(
        path=paths.TARGETS,
        kind=KIND.name,
        title=TITLE,
        description=Text(
            "Mọi mốc chỉ tiêu của mọi kế hoạch, xếp theo tình trạng: phải đạt bao nhiêu, thực hiện "
            "được bao nhiêu.",
            "Every target of every plan by its status: what it asks for and what was done.",
        ),
        data=data,
        crumbs=(HOME_CRUMB,),
        illustrative=data.illustrative,
    )


def targets_data(context: Context) -> TargetsData:
    """Every target, the groups in their order, within them by status and then by plan."""
    states = tuple(context.snapshot.plans.values())
    found = [(p, i, t) for p in states for i in p.indicators for t in i.targets]
    found.sort(key=lambda one: gravity(one[2].judgement.status))
    choices = {
        plan.plan_id: PlanChoice(
            plan.plan_id.replace("/", "."), plan_number(plan.plan), paths.plan(plan.plan_id)
        )
        for plan in states
    }
    judged = tuple(target_judgements(i for p in states for i in p.indicators))
    counted, ended = figures(judged), past(judged)
    return TargetsData(
        sections=tuple(_section(figure, found, choices, context.as_of) for figure in counted),
        past=_section(ended, found, choices, context.as_of) if ended else None,
        total=sum(figure.count for figure in counted),
        plans=tuple(choices.values()),
        illustrative=any(judgement.illustrative for judgement in judged),
    )


def _section(
    figure: Figure, found: list[_Found], choices: dict[str, PlanChoice], as_of: dt.date
) -> Section:
    own = [one for one in found if one[2].judgement.status in figure.group.statuses]
    rest = Counter(plan.plan_id for plan, _, _ in own[LISTED:])
    return Section(
        figure=figure,
        rows=tuple(
            Row(target_line(*one, as_of), choices[one[0].plan_id].value) for one in own[:LISTED]
        ),
        rest=tuple((choices[plan_id], number) for plan_id, number in rest.items()),
    )


KIND = PageKind(name="targets", title=TITLE, template="targets.html", pages=pages)
