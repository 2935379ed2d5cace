"""The graph of documents: what carries out what, in which order of time, and what nobody cites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_builder.checks.plan_mentions import documents_of, documents_of_lists
from site_builder.checks.view import View, agency, cycles, document
from site_builder.model.base import Unknown
from site_builder.terms.finding import Finding
from site_builder.terms.period import Period
from site_builder.terms.place import Node
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

BEFORE = Rule(
    code="P113",
    severity="error",
    title=Text("Ban hành trước văn bản mà nó thực hiện", "Issued before what it carries out"),
    reason=Text(
        "Không văn bản nào thực hiện được một văn bản chưa có: một trong hai ngày bị sai.",
        "No document carries out one that does not exist yet: one of the dates is wrong.",
    ),
    fix=Text("Đối chiếu hai ngày với bản gốc.", "Compare both dates with the originals."),
    wrong="issued: 2021-01-10 … implements: [nghi-quyet-thang-6-2021]",
    right="issued: 2022-01-10 … implements: [nghi-quyet-thang-6-2021]",
)
NOT_CITED = Rule(
    code="P115",
    severity="warning",
    title=Text("Thực hiện nhưng không dẫn", "Carried out but not cited"),
    reason=Text(
        "Người đọc phải thấy được mục nào của kế hoạch nói rằng nó thực hiện văn bản ấy.",
        "A reader must see which clause says that the plan carries that document out.",
    ),
    fix=Text("Thêm văn bản vào “cites”, kèm mục.", "Add it to “cites”, with its clauses."),
    wrong="implements: [02-nq-tw] … cites: []",
    right="implements: [02-nq-tw] … cites: [{document: 02-nq-tw, clauses: [I]}]",
)
LOOP = Rule(
    code="P121",
    severity="error",
    title=Text("Văn bản thực hiện lẫn nhau", "Documents carry each other out"),
    reason=Text(
        "Sơ đồ đi từ kế hoạch lên văn bản gốc; vòng tròn thì không có gốc.",
        "The graph leads from a plan up to its source; a loop has none.",
    ),
    fix=Text("Bỏ “implements” ở văn bản cấp trên.", "Take “implements” off the higher document."),
    wrong="a: {implements: [b]} · b: {implements: [a]}",
    right="a: {implements: [b]} · b: {}",
)
BOUNDS = Rule(
    code="P122",
    severity="error",
    title=Text("Hai mốc của ngày chưa biết bị ngược", "Bounds of an unknown date reversed"),
    reason=Text(
        "Không ngày nào vừa không sớm hơn mốc muộn vừa không muộn hơn mốc sớm.",
        "No day is later than the later bound and earlier than the earlier one.",
    ),
    fix=Text("Đổi lại not_before và not_after.", "Put not_before and not_after right."),
    wrong="{not_before: 2022-01-01, not_after: 2021-06-30}",
    right="{not_before: 2021-06-30, not_after: 2022-01-01}",
)
UNUSED = Rule(
    code="P123",
    severity="note",
    title=Text("Văn bản không được dẫn ở đâu", "Document cited nowhere"),
    reason=Text(
        "Danh mục chỉ giữ văn bản mà kế hoạch nào đó dẫn; mục thừa thường là mã viết sai.",
        "The list holds documents that some plan cites; a spare one is often a misspelt id.",
    ),
    fix=Text("Dẫn nó trong kế hoạch, hoặc xóa mục.", "Cite it in a plan, or delete the entry."),
    wrong="nghi-quyet-cu: {kind: Nghị quyết}",
    right="cites: [{document: nghi-quyet-cu, clauses: [I]}]",
)
RULES = (BEFORE, NOT_CITED, LOOP, BOUNDS, UNUSED)

Issued = Period | Unknown | None


def issued_before(view: View) -> Iterator[Finding]:
    """Whatever was issued before a document that it carries out."""
    for plan in view.plans:
        for i, name in enumerate(plan.plan.implements):
            yield from _before(view, plan.at("implements", i), plan.plan.issued, name)
    own = {plan.id for plan in view.plans}
    for name, entry in view.documents.items():
        # A plan's own entry says the same as the plan.
        if entry.plan not in own:
            for i, other in enumerate(entry.implements):
                yield from _before(view, document(name, "implements", i), entry.issued, other)


def _before(view: View, where: Node, issued: Issued, name: str) -> Iterator[Finding]:
    entry = view.documents.get(name)
    first, last = _earliest(entry.issued if entry else None), _latest(issued)
    if first is not None and last is not None and last < first:
        assert entry is not None
        yield BEFORE.finding(
            where,
            read=f"{name} ({entry.issued if isinstance(entry.issued, Period) else first})",
            expected=Text(
                "văn bản ban hành không muộn hơn {day}", "a document issued no later than {day}"
            ).fill(day=last),
        )


def _earliest(issued: Issued) -> dt.date | None:
    if isinstance(issued, Unknown):
        return issued.not_before.start if issued.not_before else None
    return issued.start if issued else None


def _latest(issued: Issued) -> dt.date | None:
    if isinstance(issued, Unknown):
        return issued.not_after.end if issued.not_after else None
    return issued.end if issued else None


def not_cited(view: View) -> Iterator[Finding]:
    """Documents that a plan carries out without citing them."""
    for plan in view.plans:
        cited = {citation.document for citation in plan.plan.cites}
        for i, name in enumerate(plan.plan.implements):
            if plan.whole and name not in cited and name in view.documents:
                expected = Text("một mã có trong “cites”", "an id that stands in “cites”")
                yield NOT_CITED.finding(plan.at("implements", i), read=name, expected=expected)


def loops(view: View) -> Iterator[Finding]:
    """Documents that carry each other out in a circle."""
    edges = {name: entry.implements for name, entry in view.documents.items()}
    for plan in view.plans:
        own = plan.plan.document
        edges[own] = (*edges.get(own, ()), *plan.plan.implements)
    for loop in cycles(edges):
        where = _loop_place(view, loop[0], loop[1 % len(loop)])
        expected = Text("đường đi lên không quay lại", "a way up that does not come back")
        yield LOOP.finding(where, read=" → ".join((*loop, loop[0])), expected=expected)


def _loop_place(view: View, name: str, following: str) -> Node:
    entry = view.documents.get(name)
    if entry is not None and following in entry.implements:
        return document(name, "implements", entry.implements.index(following))
    plan = next(p for p in view.plans if p.plan.document == name)
    return plan.at("implements", plan.plan.implements.index(following))


def bounds(view: View) -> Iterator[Finding]:
    """Unknown dates whose bounds exclude each other."""
    places: list[tuple[Node, Issued]] = [
        (document(name, "issued", "not_after"), entry.issued)
        for name, entry in view.documents.items()
    ]
    places += [(plan.at("issued", "not_after"), plan.plan.issued) for plan in view.plans]
    places += [(agency(n, "until", "not_after"), body.until) for n, body in view.agencies.items()]
    for where, issued in places:
        first, last = _earliest(issued), _latest(issued)
        if isinstance(issued, Unknown) and first and last and last < first:
            expected = Text("không sớm hơn {first}", "no earlier than {first}").fill(first=first)
            yield BOUNDS.finding(where, read=str(issued.not_after), expected=expected)


def unused(view: View) -> Iterator[Finding]:
    """Documents that no plan, no other document and no body's life mentions."""
    if not (view.knows_documents and view.knows_plans):
        return
    used = {name for plan in view.plans for _, name in documents_of(plan)}
    used |= {name for _, name in documents_of_lists(view)}
    for name, entry in view.documents.items():
        if name not in used and entry.plan is None:
            where = Node(document(name).file, document(name).path, "key")
            expected = Text("một văn bản có kế hoạch dẫn tới", "a document that some plan cites")
            yield UNUSED.finding(where, read=name, expected=expected)


CHECKS = (issued_before, not_cited, loops, bounds, unused)
