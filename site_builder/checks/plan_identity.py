"""What a plan says of itself, against its own entry in the list of documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_builder.checks.view import PlanView, View, document
from site_builder.model.base import Unknown
from site_builder.model.document import Document
from site_builder.terms.finding import Finding
from site_builder.terms.period import Period
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

NOT_BACK = Rule(
    code="P111",
    severity="error",
    title=Text("Văn bản và kế hoạch không trỏ về nhau", "Document and plan do not point back"),
    reason=Text(
        "Sơ đồ văn bản nối kế hoạch với văn bản của chính nó; hai bên phải trỏ về nhau.",
        "The graph of documents joins a plan to its own document; each must name the other.",
    ),
    fix=Text(
        "Ghi “plan” của văn bản là mã kế hoạch, “document” của kế hoạch là mã văn bản.",
        "Let the document's “plan” name the plan and the plan's “document” name the document.",
    ),
    wrong="55-kh-qu: {kind: Kế hoạch}",
    right="55-kh-qu: {kind: Kế hoạch, plan: ba-dinh/55-kh-qu}",
)
DISAGREE = Rule(
    code="P112",
    severity="error",
    title=Text("Danh mục văn bản khác với kế hoạch", "List of documents disagrees with the plan"),
    reason=Text(
        "Số, ngày và cơ quan ban hành của một văn bản chỉ có một; hai nơi ghi khác nhau thì một nơi sai.",
        "A document has one number, date and issuer; where two places differ, one is wrong.",
    ),
    fix=Text("Xem lại văn bản và sửa nơi ghi sai.", "Look at the document and mend the wrong one."),
    wrong="issued: 2021-09-07 … issued: 2021-09-17",
    right="issued: 2021-09-07 … issued: 2021-09-07",
)
ORDER_OF_SPAN = Rule(
    code="P117",
    severity="error",
    title=Text("Thời gian thực hiện bị ngược", "Period ends before it starts"),
    reason=Text(
        "Không mốc nào nằm trong một khoảng thời gian kết thúc trước khi bắt đầu.",
        "Nothing falls into a period that ends before it starts.",
    ),
    fix=Text("Đổi lại “from” và “to”.", "Put “from” and “to” right."),
    wrong="period: {from: 2025, to: 2022}",
    right="period: {from: 2022, to: 2025}",
)
TWICE = Rule(
    code="P116",
    severity="error",
    title=Text("Một kế hoạch có hai tệp", "One plan in two files"),
    reason=Text(
        "Số, ngày và cơ quan ban hành định danh văn bản; hai tệp trùng cả ba là một kế hoạch chép đôi.",
        "Number, date and issuer identify a document; two files with the same are one plan twice.",
    ),
    fix=Text("Xóa một tệp, hoặc sửa số, ngày.", "Delete one, or correct its number or date."),
    wrong="plans/a.yml: 10/KH-UBND · plans/b.yml: 10/KH-UBND",
    right="plans/a.yml: 10/KH-UBND",
)
RULES = (NOT_BACK, DISAGREE, TWICE, ORDER_OF_SPAN)


def points_back(view: View) -> Iterator[Finding]:
    """The entry that a plan names as its own must name the plan, and none other may."""
    for plan in view.plans:
        entry = view.documents.get(plan.plan.document)
        # Of a plan that does not exist, or of two that share a document, other rules speak.
        if entry is not None and entry.plan is None:
            where = document(plan.plan.document, "plan")
            yield NOT_BACK.finding(where, read="", expected=same(plan.id))
    plans = {plan.id: plan for plan in view.plans}
    for name, entry in view.documents.items():
        named = plans.get(entry.plan or "")
        if named is not None and named.plan.document != name:
            where = document(name, "plan")
            expected = Text("văn bản {name}", "the document {name}")
            yield NOT_BACK.finding(
                where, read=named.id, expected=expected.fill(name=named.plan.document)
            )


def agrees(view: View) -> Iterator[Finding]:
    """Number, date and issuer of the entry must be those of the plan."""
    for plan in view.plans:
        entry = view.documents.get(plan.plan.document)
        if entry is None or entry.plan != plan.id:
            continue
        for key, read, expected in _differences(view, plan, entry):
            where = document(plan.plan.document, key)
            if key == "implements":
                where = replace(where, part="key")
            yield DISAGREE.finding(where, read=read, expected=same(f"{key}: {expected}"))


def _differences(view: View, plan: PlanView, entry: Document) -> Iterator[tuple[str, str, str]]:
    """(key, what the list says, what the plan says); what the list leaves out is no difference."""
    content = plan.plan
    # Of a plan with faults, an unknown number or day may only stand in for one written wrong.
    number_told = plan.whole or isinstance(content.number, str)
    day_told = plan.whole or isinstance(content.issued, Period)
    if number_told and entry.number is not None and _said(entry.number) != _said(content.number):
        yield "number", _said(entry.number), _said(content.number)
    if day_told and entry.issued is not None and not _same_day(entry.issued, content.issued):
        yield "issued", _said(entry.issued), _said(content.issued)
    # Of an issuer that is not listed another rule speaks.
    listed = content.issuer in view.agencies or not view.knows_agencies
    if listed and entry.issuer_agency not in (None, content.issuer):
        yield "issuer_agency", str(entry.issuer_agency), content.issuer
    known = plan.whole and view.documents.keys() >= set(content.implements)
    if entry.implements and known and set(entry.implements) != set(content.implements):
        yield "implements", ", ".join(entry.implements), ", ".join(content.implements)


def _said(value: str | Period | Unknown) -> str:
    return "unknown" if isinstance(value, Unknown) else str(value)


def _same_day(listed: Period | Unknown, own: Period | Unknown) -> bool:
    if isinstance(listed, Unknown) or isinstance(own, Unknown):
        return isinstance(listed, Unknown) and isinstance(own, Unknown)
    return listed.contains(own)


def twice(view: View) -> Iterator[Finding]:
    """Two plan files with the same number, date and issuer, or of one document."""
    seen: dict[tuple[str, ...], str] = {}
    for plan in view.plans:
        content = plan.plan
        keys: dict[str, tuple[str, ...]] = {"document": (content.document,)}
        if not (isinstance(content.number, Unknown) or isinstance(content.issued, Unknown)):
            keys["number"] = (content.number, str(content.issued), content.issuer)
        for key, identity in keys.items():
            if identity in seen:
                expected = Text("văn bản khác với {other}", "another document than {other}")
                yield TWICE.finding(
                    plan.at(key), read=identity[0], expected=expected.fill(other=seen[identity])
                )
                break
        for identity in keys.values():
            seen.setdefault(identity, plan.id)


def order_of_span(view: View) -> Iterator[Finding]:
    """A plan's period that ends before it starts."""
    for plan in view.plans:
        span = plan.plan.period
        if span.start and span.end and span.end.end < span.start.start:
            expected = Text("không sớm hơn {start}", "no earlier than {start}")
            yield ORDER_OF_SPAN.finding(
                plan.at("period", "to"),
                read=str(span.end),
                expected=expected.fill(start=span.start),
            )


CHECKS = (points_back, agrees, twice, order_of_span)
