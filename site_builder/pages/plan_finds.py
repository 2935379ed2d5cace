"""What a search leads to on a plan's page: the plan, its duties, its clauses with a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.model.plan import Plan
from site_builder.pages.page import Find
from site_builder.pages.plan_outline import ClauseView, walk
from site_builder.pages.view import plan_label, plan_number, text
from site_builder.pages.view_duty import DutyView
from site_builder.terms.text import Text


def finds(plan: Plan, clauses: tuple[ClauseView, ...]) -> Iterator[Find]:
    """The page itself first, then what stands on it, in the document's order."""
    yield Find(
        kind="plan",
        title=plan_label(plan),
        excerpt=text(plan.title),
        also=tuple(
            name for words in (plan.territory, plan.title) for name in (words.vi, words.en) if name
        ),
    )
    number = plan_number(plan)
    for clause in walk(clauses):
        if clause.heading is not None:
            said = [number, clause.full] if clause.numbered else [number]
            yield Find("clause", text(clause.heading), _joined(said), clause.anchor)
        for duty in clause.duties:
            said = [number, clause.full, *_first_role(duty)]
            yield Find("duty", text(duty.task), _joined(said), duty.anchor)


def _first_role(duty: DutyView) -> list[Text]:
    """Who answers for it first: `chủ trì: BTV Quận ủy Ba Đình`."""
    if not duty.roles or not duty.roles[0].bodies:
        return []
    first = duty.roles[0]
    bodies = [text(body.name) for body in first.bodies]
    names = Text(", ".join(b.vi for b in bodies), ", ".join(b.en for b in bodies))
    return [Text("{role}: {names}", "{role}: {names}").fill(role=first.role, names=names)]


def _joined(parts: Iterable[Text]) -> Text:
    parts = tuple(parts)
    return Text(" · ".join(p.vi for p in parts), " · ".join(p.en for p in parts))
