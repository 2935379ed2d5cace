"""One document: what is printed of it, what it carries out, who carries it out and cites it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import documents, paths
from site_builder.pages.documents import DocumentLine
from site_builder.pages.page import Context, Crumb, Page, PageKind
from site_builder.pages.view import ClauseRef, clause_ref
from site_builder.terms.text import Text, same

_DESCRIPTION = Text(
    "{document}: văn bản nào thực hiện, kế hoạch nào viện dẫn và ở mục nào.",
    "{document}: what carries it out, which plans cite it and at which clauses.",
)


@dataclass(frozen=True, slots=True)
class CitedAt:
    """A plan that cites the document, at these clauses; `printed` where it prints it otherwise."""

    plan_path: str
    plan_label: Text
    implements: bool
    clauses: tuple[ClauseRef, ...]
    printed: str | None


@dataclass(frozen=True, slots=True)
class DocumentData:
    """A document's page."""

    line: DocumentLine
    issuer_path: str | None
    implements: tuple[DocumentLine, ...]
    implemented_by: tuple[DocumentLine, ...]
    cited: tuple[CitedAt, ...]


def pages(context: Context) -> Iterable[Page]:
    """One page for every document."""
    known = documents.lines(context)
    agencies = context.snapshot.repository.agencies
    up: dict[str, list[DocumentLine]] = {}
    down: dict[str, list[DocumentLine]] = {}
    for lower, upper in context.snapshot.implements:
        if lower in known and upper in known:
            up.setdefault(lower, []).append(known[upper])
            down.setdefault(upper, []).append(known[lower])
    cited = _cited(context, known)
    for key, line in known.items():
        issuer = line.document.issuer_agency
        yield Page(
            path=line.path,
            kind="document",
            title=line.label,
            description=_DESCRIPTION.fill(document=line.label),
            data=DocumentData(
                line=line,
                issuer_path=paths.agency(issuer) if issuer and issuer in agencies else None,
                implements=tuple(up.get(key, ())),
                implemented_by=tuple(down.get(key, ())),
                cited=tuple(cited.get(key, ())),
            ),
            crumbs=(Crumb(documents.TITLE, paths.DOCUMENTS),),
        )


def _cited(context: Context, known: dict[str, DocumentLine]) -> dict[str, list[CitedAt]]:
    found: dict[str, list[CitedAt]] = {}
    for plan_id, plan in context.snapshot.repository.plans.items():
        own = known.get(plan.document)
        for citation in plan.cites:
            clauses = tuple(clause_ref(plan_id, number) for number in citation.clauses)
            found.setdefault(citation.document, []).append(
                CitedAt(
                    plan_path=paths.plan(plan_id),
                    plan_label=own.label if own else same(plan_id),
                    implements=citation.document in plan.implements,
                    clauses=clauses,
                    printed=citation.printed,
                )
            )
    return found


KIND = PageKind(
    name="document",
    title=Text("Một văn bản", "One document"),
    template="document.html",
    pages=pages,
)
