"""Addresses within a plan: clauses that its outline lacks, and ids that two things share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from site_builder.checks.view import PlanView, View
from site_builder.sources.near import did_you_mean, near
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

UNKNOWN_CLAUSE = Rule(
    code="P106",
    severity="error",
    title=Text("Mục không có trong “outline”", "Clause not in the outline"),
    reason=Text(
        "Mỗi điều ghi trên trang web dẫn về một mục của văn bản; mục không có thì đường dẫn đứt.",
        "Every statement on the site leads to a clause of the document; this one leads nowhere.",
    ),
    fix=Text(
        "Sửa mục, hoặc thêm mục vào “outline” của kế hoạch.",
        "Correct the clause, or add it to the plan's outline.",
    ),
    wrong="clause: II.9",
    right="clause: II.2",
)
SAME_ID = Rule(
    code="P107",
    severity="error",
    title=Text("Mã dùng hai lần trong một kế hoạch", "Id used twice in a plan"),
    reason=Text(
        "Mã là địa chỉ; hai mục chung một mã thì số liệu và đường dẫn không biết về mục nào.",
        "An id is an address; of two items with one id nobody knows which is meant.",
    ),
    fix=Text("Đặt mã khác cho mục sau.", "Give the later one another id."),
    wrong="- id: doan-vien … - id: doan-vien",
    right="- id: doan-vien … - id: doan-vien-moi",
)
RULES = (UNKNOWN_CLAUSE, SAME_ID)

Address = tuple[Node, str | None]


def unknown_clauses(view: View) -> Iterator[Finding]:
    """Every clause that the outline of its plan does not hold."""
    for plan in view.plans:
        if not plan.whole:
            continue
        known = {heading.clause for heading in plan.plan.outline}
        for where, clause in _clauses(plan):
            if clause is None or clause in known or clause.partition("-")[0] in known:
                continue
            guess = near(clause, known)
            yield UNKNOWN_CLAUSE.finding(
                where,
                read=clause,
                expected=Text("một mục có trong “outline”", "a clause of the outline"),
                fix=did_you_mean(guess) if guess else None,
                suggestion=guess,
            )


def shared_ids(view: View) -> Iterator[Finding]:
    """Ids that an earlier item of the same kind in the same plan has already."""
    for plan in view.plans:
        seen: dict[tuple[str, str], int] = defaultdict(int)
        for kind, where, name in _ids(plan):
            seen[kind, name] += 1
            if seen[kind, name] > 1:
                expected = Text("một mã chưa dùng", "an id not used yet")
                yield SAME_ID.finding(where, read=name, expected=expected)


CHECKS = (unknown_clauses, shared_ids)


def _clauses(plan: PlanView) -> Iterator[Address]:
    content = plan.plan
    for i, citation in enumerate(content.cites):
        for j, clause in enumerate(citation.clauses):
            yield plan.at("cites", i, "clauses", j), clause
    for i, objective in enumerate(content.objectives):
        yield plan.at("objectives", i, "clause"), objective.clause
    yield from _indicator_clauses(plan)
    for i, duty in enumerate(content.duties):
        yield plan.at("duties", i, "clause"), duty.clause
    for i, remark in enumerate(content.remarks):
        for j, clause in enumerate(remark.clauses):
            yield plan.at("remarks", i, "clauses", j), clause


def _indicator_clauses(plan: PlanView) -> Iterator[Address]:
    for path, indicator in plan.indicators():
        yield plan.at(*path, "clause"), indicator.clause
        for key, target in indicator.targets.items():
            yield plan.at(*path, "targets", key, "clause"), target.clause
        if indicator.allocation:
            yield plan.at(*path, "allocation", "clause"), indicator.allocation.clause
        if indicator.baseline:
            yield plan.at(*path, "baseline", "clause"), indicator.baseline.clause


def _ids(plan: PlanView) -> Iterator[tuple[str, Node, str]]:
    content = plan.plan
    for i, heading in enumerate(content.outline):
        yield "outline", plan.at("outline", i, "clause"), heading.clause
    for i, objective in enumerate(content.objectives):
        yield "objective", plan.at("objectives", i, "id"), objective.id
    for path, indicator in plan.indicators():
        yield "indicator", plan.at(*path, "id"), indicator.id
    for i, duty in enumerate(content.duties):
        yield "duty", plan.at("duties", i, "id"), duty.id
    for i, remark in enumerate(content.remarks):
        yield "remark", plan.at("remarks", i, "id"), remark.id
    for i, citation in enumerate(content.cites):
        yield "citation", plan.at("cites", i, "document"), citation.document
