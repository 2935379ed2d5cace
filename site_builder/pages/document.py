"""One document: what is printed of it, its place in the lineage, who cites it and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_builder.pages import documents, paths, things
from site_builder.pages.changes import all_deeds
from site_builder.pages.deeds import Deed
from site_builder.pages.documents import Branch, DocumentLine
from site_builder.pages.page import Context, Crumb, Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB, ClauseRef, clause_ref, text
from site_builder.terms.text import Text, same

_DESCRIPTION = Text(
    "{document}: văn bản nào thực hiện, kế hoạch nào viện dẫn và ở mục nào.",
    "{document}: what carries it out, which plans cite it and at which clauses.",
)
_CRUMBS = (HOME_CRUMB, Crumb(Text("Văn bản", "Documents"), paths.DOCUMENTS))


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
    lineage: Branch | None
    """From the topmost document down to this one and to all that hangs below it; None where it
    hangs below nothing and nothing hangs below it."""
    cited: tuple[CitedAt, ...]
    deeds: tuple[Deed, ...]
    """What it changed: plans, bodies, series; the oldest first."""
    changed: tuple[Deed, ...]
    """Of a document that is a plan here: by what others changed or replaced it."""


def pages(context: Context) -> Iterable[Page]:
    """One page for every document."""
    known = documents.lines(context)
    up: dict[str, list[DocumentLine]] = {}
    down: dict[str, list[DocumentLine]] = {}
    for lower, upper in context.snapshot.implements:
        if lower in known and upper in known:
            up.setdefault(lower, []).append(known[upper])
            down.setdefault(upper, []).append(known[lower])
    cited = _cited(context, known)
    lineages = {
        branch.line.id: whole
        for tree in documents.trees(context.snapshot.implements, known)
        for branch, whole in _lineages(tree)
    }
    done, suffered = _deeds(context)
    for key, line in known.items():
        issuer = line.document.issuer_agency
        yield _page(
            DocumentData(
                line=line,
                issuer_path=paths.agency(issuer) if issuer else None,
                implements=tuple(up.get(key, ())),
                implemented_by=tuple(down.get(key, ())),
                lineage=lineages.get(key),
                cited=tuple(cited.get(key, ())),
                deeds=tuple(done.get(key, ())),
                changed=tuple(suffered.get(line.document.plan or "", ())),
            )
        )


def _deeds(context: Context) -> tuple[dict[str, list[Deed]], dict[str, list[Deed]]]:
    """By document what it did, and by plan what other documents did to it; the oldest first."""
    done: dict[str, list[Deed]] = {}
    suffered: dict[str, list[Deed]] = {}
    for deed in reversed(all_deeds(context)):
        if deed.kind == "issued" or not deed.document:
            continue
        done.setdefault(deed.document, []).append(deed)
        if deed.kind in ("amended", "replaced"):
            suffered.setdefault(deed.plan_id, []).append(deed)
    return done, suffered


def _page(data: DocumentData) -> Page:
    line = data.line
    return Page(
        path=line.path,
        kind=KIND.name,
        title=line.label,
        description=_DESCRIPTION.fill(document=line.label),
        data=data,
        crumbs=_CRUMBS,
        illustrative=data.lineage is not None and data.lineage.illustrative,
        finds=(_find(line),),
        about=things.document(line.path, line.label, line.document),
    )


def _find(line: DocumentLine) -> Find:
    document = line.document
    told = [text(words) for words in (document.subject, document.issuer) if words]
    excerpt = Text(" · ".join(t.vi for t in told), " · ".join(t.en for t in told)) if told else None
    number = (document.number,) if isinstance(document.number, str) else ()
    return Find("document", line.label, excerpt, also=number)


def _lineages(tree: Branch) -> Iterator[tuple[Branch, Branch]]:
    """Every branch of a tree, with the tree in which nothing stands but its own lineage."""
    yield tree, tree
    for below in tree.below:
        for branch, own in _lineages(below):
            yield branch, replace(tree, below=(own,))


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
