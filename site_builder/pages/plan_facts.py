"""The head of a plan as an official document has it; what is unknown stays unknown."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.base import Unknown, Words
from site_builder.model.plan import Plan, Signature
from site_builder.pages import documents, paths
from site_builder.pages.page import Context
from site_builder.pages.view import Ref, agency_ref
from site_builder.terms.period import Period
from site_builder.terms.text import Text, same


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """Another document by its label (kind and number as printed)."""

    label: Text
    subject: Words | None
    """What it is about, unless the label says the same."""
    path: str


@dataclass(frozen=True, slots=True)
class RecipientView:
    """One line of “Nơi nhận” as printed, leading to the body where it is known."""

    text: str
    path: str | None
    purpose: str | None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a document's head and foot say."""

    kind: Words
    number: str | None
    number_unknown: Unknown | None
    title: Words
    issuer: Ref
    issued: Period | None
    issued_unknown: Unknown | None
    place: Words | None
    place_unknown: Unknown | None
    territory: Words
    signature: Signature
    signed_for: Ref | None
    period: Text | None
    period_wording: str | None
    implements: tuple[DocumentRef, ...]
    implemented_by: tuple[DocumentRef, ...]
    recipients: tuple[RecipientView, ...]
    abbreviations: tuple[tuple[str, Words], ...]
    note: Words | None
    own_document: str
    """Where the document itself stands among the documents."""


def plan_facts(context: Context, plan_id: str, plan: Plan) -> PlanFacts:
    """The facts of one plan."""
    repository = context.snapshot.repository
    signature = plan.signed_by
    mandator = signature.on_behalf_of
    return PlanFacts(
        kind=plan.kind,
        number=plan.number if isinstance(plan.number, str) else None,
        number_unknown=plan.number if isinstance(plan.number, Unknown) else None,
        title=plan.title,
        issuer=agency_ref(repository, plan.issuer),
        issued=plan.issued if isinstance(plan.issued, Period) else None,
        issued_unknown=plan.issued if isinstance(plan.issued, Unknown) else None,
        place=plan.place if isinstance(plan.place, Words) else None,
        place_unknown=plan.place if isinstance(plan.place, Unknown) else None,
        territory=plan.territory,
        signature=signature,
        signed_for=agency_ref(repository, mandator) if mandator else None,
        period=span(plan),
        period_wording=plan.period.wording,
        implements=tuple(document_ref(context, key) for key in plan.implements),
        implemented_by=_implemented_by(context, plan),
        recipients=tuple(
            RecipientView(r.text, paths.agency(r.agency) if r.agency else None, r.purpose)
            for r in plan.recipients
        ),
        abbreviations=tuple(sorted(plan.abbreviations.items())),
        note=plan.note,
        own_document=paths.document(plan.document),
    )


def document_ref(context: Context, document_id: str) -> DocumentRef:
    """A document; one that is itself a plan here leads to the plan's page."""
    document = context.snapshot.repository.documents.get(document_id)
    if document is None:
        return DocumentRef(same(document_id), None, paths.document(document_id))
    path = paths.plan(document.plan) if document.plan else paths.document(document_id)
    label, subject = documents.label(document), document.subject
    told = subject is not None and subject.vi in label.vi
    return DocumentRef(label, None if told else subject, path)


def span(plan: Plan) -> Text | None:
    """`từ năm 2021 đến năm 2023`, as far as the document prints it."""
    start, end = plan.period.start, plan.period.end
    if start is None and end is None:
        return None
    vi, en = [], []
    if start is not None:
        vi.append(f"từ {start.words('vi')}")
        en.append(f"from {start.words('en')}")
    if end is not None:
        vi.append(f"đến {end.words('vi')}")
        en.append(f"to {end.words('en')}")
    return Text(" ".join(vi), " ".join(en))


def _implemented_by(context: Context, plan: Plan) -> tuple[DocumentRef, ...]:
    lower = [a for a, b in context.snapshot.implements if b == plan.document]
    return tuple(document_ref(context, key) for key in lower)
