"""Documents and their lineage: every cited document, what it carries out and who cites it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.model.document import Document
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.choice import Choice
from site_builder.pages.collation import sort_key
from site_builder.pages.headline import in_groups
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.view import HOME_CRUMB, text
from site_builder.pages.view_status import Counts
from site_builder.terms.text import Text

_NUMBERED = Text("{kind} số {number}", "{kind} No. {number}")
_UNKNOWN = Text("{kind} (chưa rõ số)", "{kind} (number unknown)")
_CALLED = Text("{kind} “{subject}”", "{kind} “{subject}”")
_OF = Text("{document}, {issuer}", "{document}, {issuer}")
_PLACE = re.compile(r"(?:[Tt]ỉnh|phố|[Qq]uận|[Hh]uyện|[Xx]ã|[Pp]hường|thị trấn) ([^,]+)")
"""`Tỉnh Lai Châu` → `Lai Châu`: names as they stand after the word for their kind."""
TITLE = Text("Văn bản và quan hệ giữa các văn bản", "Documents and how they descend")


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document as it is printed where it is cited; what is not printed is None."""

    id: str
    path: str
    label: Text
    """`Kế hoạch số 55-KH/QU`, or the kind and subject where no number is printed."""
    document: Document
    plan_path: str | None
    cited_by: int
    counts: Counts = ()
    """How many targets of the plan that it is have each status; empty for other documents."""
    illustrative: bool = False
    """Whether these statuses rest on illustrative rows."""
    where: Text | None = None
    """The territory, where the issuer's name as printed leaves it out and the plan or the issuer's
    entry tells it."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A document and, below it, those that carry it out."""

    line: DocumentLine
    below: tuple[Branch, ...]
    also: tuple[DocumentLine, ...] = ()
    """What it carries out besides and what does not stand above it in the tree."""

    @property
    def leads_to_plan(self) -> bool:
        """Whether it is a plan of this site or one hangs below it."""
        return self.line.plan_path is not None or any(b.leads_to_plan for b in self.below)

    @property
    def illustrative(self) -> bool:
        """Whether any status that it shows rests on illustrative rows."""
        return self.line.illustrative or any(branch.illustrative for branch in self.below)


@dataclass(frozen=True, slots=True)
class DocumentsData:
    """Trees from the topmost documents down, and every document in one table by its label."""

    trees: tuple[Branch, ...]
    lines: tuple[DocumentLine, ...]
    acts: Mapping[str, tuple[Choice, ...]]
    """What kinds of things each did to what stood before it; of most documents nothing is known."""
    kinds: tuple[Choice, ...]
    """The kinds that occur."""


_ACTS = (
    Choice("amended", Text("sửa đổi kế hoạch", "amends a plan")),
    Choice("replaced", Text("thay thế, chấm dứt kế hoạch", "replaces or ends a plan")),
    Choice("body", Text("lập, đổi, kết thúc cơ quan", "begins, renames or ends bodies")),
    Choice("break", Text("ngắt chuỗi số liệu", "breaks a series")),
)
"""What a document can do to plans, bodies and series."""


def label(document: Document) -> Text:
    """How a document is called: kind and number.

    Without a printed number the subject says which one it is, and the issuer where two share it;
    a subject that already names its kind (“Luật Công đoàn”) stands alone.
    """
    kind = text(document.kind)
    if isinstance(document.number, str):
        return _NUMBERED.fill(kind=kind, number=document.number)
    issuer = text(document.issuer) if document.issuer else None
    if document.number is not None:
        unknown = _UNKNOWN.fill(kind=kind)
        # `Quyết định của Tỉnh ủy …` names its issuer already.
        told = issuer is None or " của " in document.kind.vi
        return unknown if told else _OF.fill(document=unknown, issuer=issuer)
    if document.subject is None:
        return kind
    subject = text(document.subject)
    if subject.vi.startswith(document.kind.vi):
        return subject
    called = _CALLED.fill(kind=kind, subject=subject)
    return _OF.fill(document=called, issuer=issuer) if issuer else called


def lines(context: Context) -> dict[str, DocumentLine]:
    """Every document's line by id, in order of the ids."""
    repository = context.snapshot.repository
    cited = _citations(repository.plans)
    return {
        key: _line(context, key, document, cited.get(key, 0))
        for key, document in sorted(repository.documents.items())
    }


def _line(context: Context, key: str, document: Document, cited_by: int) -> DocumentLine:
    plan = context.snapshot.plans.get(document.plan) if document.plan else None
    return DocumentLine(
        id=key,
        path=paths.document(key),
        label=label(document),
        document=document,
        plan_path=paths.plan(document.plan) if document.plan else None,
        cited_by=cited_by,
        counts=in_groups(plan.target_counts) if plan else (),
        illustrative=plan is not None and plan.illustrative,
        where=_where(context.snapshot.repository, document),
    )


def _where(repository: Repository, document: Document) -> Text | None:
    """The territory of an issuer that is printed without any: `Ủy ban nhân dân quận`."""
    issuer = repository.agencies.get(document.issuer_agency or "")
    plan = repository.plans.get(document.plan or "")
    territory = plan.territory if plan else issuer.territory if issuer else None
    if document.issuer is None or territory is None:
        return None
    names = _PLACE.findall(territory.vi)
    if not names or any(name in document.issuer.vi for name in names):
        return None
    return text(territory)


def trees(
    edges: Iterable[tuple[str, str]], known: Mapping[str, DocumentLine]
) -> tuple[Branch, ...]:
    """The lineage as trees: roots carry out nothing themselves and are carried out by something.

    A document that carries out several others hangs under the one farthest from a root, so that
    each chain is read at its full length, and names the others. What hangs on a cycle, which the
    checks refuse, hangs below no root.
    """
    above: dict[str, list[str]] = {}
    for lower, upper in edges:
        if lower in known and upper in known:
            above.setdefault(lower, []).append(upper)
    below: dict[str, list[str]] = {}
    depths: dict[str, int] = {}
    for lower, uppers in above.items():
        parent = max(sorted(uppers), key=lambda upper: _depth(upper, above, depths))
        below.setdefault(parent, []).append(lower)
    lineage = _Lineage(known, above, below)
    return tuple(lineage.branch(key, ()) for key in sorted(below) if key not in above)


def _depth(key: str, above: Mapping[str, list[str]], known: dict[str, int]) -> int:
    """How many steps a document is from a root; each is found once, however many lead to it."""
    if key not in known:
        known[key] = 0  # ends a cycle that comes back here
        known[key] = max(
            (1 + _depth(upper, above, known) for upper in above.get(key, ())), default=0
        )
    return known[key]


@dataclass(frozen=True, slots=True)
class _Lineage:
    known: Mapping[str, DocumentLine]
    above: Mapping[str, list[str]]
    below: Mapping[str, list[str]]
    """Each document stands once, below one of those that it carries out."""

    def branch(self, key: str, way: tuple[str, ...]) -> Branch:
        """A document with what hangs below it; `way` leads to it from the root."""
        others = sorted(set(self.above.get(key, ())) - set(way))
        return Branch(
            line=self.known[key],
            below=tuple(self.branch(c, (*way, key)) for c in sorted(self.below.get(key, ()))),
            also=tuple(self.known[other] for other in others),
        )


def _citations(plans: Mapping[str, Plan]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for plan in plans.values():
        cited = {citation.document for citation in plan.cites} | set(plan.implements)
        for key in cited:
            counts[key] = counts.get(key, 0) + 1
    return counts


def _acts(repository: Repository) -> dict[str, tuple[Choice, ...]]:
    """What each document did, told once for each kind and in one order."""
    done: dict[str, set[str]] = {}

    def add(kind: str, documents: Iterable[str | None]) -> None:
        for one in documents:
            if one:
                done.setdefault(one, set()).add(kind)

    for plan in repository.plans.values():
        add("amended", (one.document for one in plan.amendments))
        add("replaced", (one.document for one in plan.superseded))
        add("break", (one.document for i in plan.indicators() for one in i.breaks))
    for agency in repository.agencies.values():
        later = (one.by for one in agency.successors)
        acts = (agency.started_by, agency.ended_by, *(one.by for one in agency.renamed), *later)
        add("body", (act.document for act in acts if act))
    return {key: tuple(one for one in _ACTS if one.value in kinds) for key, kinds in done.items()}


def pages(context: Context) -> Iterable[Page]:
    """The one page of documents."""
    known = lines(context)
    acts = _acts(context.snapshot.repository)
    occur = {one for kinds in acts.values() for one in kinds}
    yield Page(
        path=paths.DOCUMENTS,
        kind="documents",
        title=TITLE,
        description=Text(
            "Mọi văn bản được các kế hoạch viện dẫn, và văn bản nào thực hiện văn bản nào.",
            "Every document that the plans cite, and which carries out which.",
        ),
        data=DocumentsData(
            trees=trees(context.snapshot.implements, known),
            lines=tuple(sorted(known.values(), key=lambda line: sort_key(line.label.vi))),
            acts=acts,
            kinds=tuple(one for one in _ACTS if one in occur),
        ),
        crumbs=(HOME_CRUMB,),
        illustrative=any(line.illustrative for line in known.values()),
    )


KIND = PageKind(name="documents", title=TITLE, template="documents.html", pages=pages)
