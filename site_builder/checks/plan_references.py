"""Names that lead nowhere: bodies, documents, indicators, duties and plans that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.checks.plan_mentions import (
    Reference,
    agencies_of,
    agencies_of_lists,
    documents_of,
    documents_of_lists,
    indicators_of,
)
from site_builder.checks.view import View, document
from site_builder.model.duty import OPEN_LIST
from site_builder.sources.near import did_you_mean, near
from site_builder.terms.finding import Finding
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

UNKNOWN_AGENCY = Rule(
    code="P101",
    severity="error",
    title=Text("Cơ quan chưa có trong danh mục", "Body not in the list"),
    reason=Text(
        "Trang trách nhiệm của cơ quan lập theo mã; mã không có thì nhiệm vụ không thuộc về ai.",
        "A body's responsibility page is made by its id; a duty under an unknown id is nobody's.",
    ),
    fix=Text(
        "Sửa mã, hoặc thêm cơ quan vào plans/agencies.yml.",
        "Correct the id, or add the body to plans/agencies.yml.",
    ),
    wrong="lead: [ldld-tihn]",
    right="lead: [ldld-tinh]",
)
UNKNOWN_DOCUMENT = Rule(
    code="P102",
    severity="error",
    title=Text("Văn bản chưa có trong danh mục", "Document not in the list"),
    reason=Text(
        "Mỗi văn bản được dẫn có một mục trong danh mục, để số, ngày và cơ quan ban hành ghi một nơi.",
        "Each cited document has one entry, so that its number, date and issuer stand in one place.",
    ),
    fix=Text(
        "Sửa mã, hoặc thêm văn bản vào plans/documents.yml.",
        "Correct the id, or add the document to plans/documents.yml.",
    ),
    wrong="implements: [02-nq-tv]",
    right="implements: [02-nq-tw]",
)
UNKNOWN_INDICATOR = Rule(
    code="P103",
    severity="error",
    title=Text("Chỉ tiêu không có trong kế hoạch này", "Indicator not in this plan"),
    reason=Text(
        "Nhiệm vụ, ghi chú và chỉ tiêu “trong đó” chỉ dẫn tới chỉ tiêu của cùng kế hoạch.",
        "Duties, remarks and nested indicators refer to indicators of the same plan only.",
    ),
    fix=Text("Sửa mã chỉ tiêu.", "Correct the indicator's id."),
    wrong="indicators: [doan-vine]",
    right="indicators: [doan-vien]",
)
UNKNOWN_DUTY = Rule(
    code="P104",
    severity="error",
    title=Text("Nhiệm vụ không có trong kế hoạch này", "Duty not in this plan"),
    reason=Text(
        "Ghi chú chỉ dẫn tới nhiệm vụ của cùng kế hoạch.",
        "A remark refers to duties of the same plan only.",
    ),
    fix=Text("Sửa mã nhiệm vụ.", "Correct the duty's id."),
    wrong="duties: [bao-cao-nma]",
    right="duties: [bao-cao-nam]",
)
UNKNOWN_PLAN = Rule(
    code="P105",
    severity="error",
    title=Text("Kế hoạch không có trong kho", "Plan not in this repository"),
    reason=Text(
        "Khóa “plan” nói rằng văn bản này chính là một kế hoạch trong kho.",
        "The key “plan” says that this document is one of the plans here.",
    ),
    fix=Text(
        "Ghi đường dẫn tệp trong thư mục plans, không có đuôi .yml; nếu kho không có thì xóa khóa.",
        "Give the file's path below plans without .yml; if it is not here, delete the key.",
    ),
    wrong="plan: 55-kh-qu",
    right="plan: ba-dinh/55-kh-qu",
)
RULES = (UNKNOWN_AGENCY, UNKNOWN_DOCUMENT, UNKNOWN_INDICATOR, UNKNOWN_DUTY, UNKNOWN_PLAN)

_EXPECTED = {
    "P101": Text("một mã có trong plans/agencies.yml", "an id in plans/agencies.yml"),
    "P102": Text("một mã có trong plans/documents.yml", "an id in plans/documents.yml"),
    "P103": Text("mã một chỉ tiêu của kế hoạch này", "the id of an indicator of this plan"),
    "P104": Text("mã một nhiệm vụ của kế hoạch này", "the id of a duty of this plan"),
    "P105": Text("mã một kế hoạch trong plans/", "the id of a plan in plans/"),
}
MOST_GUESSES = 50
"""Different names for which the nearest is sought: it takes long among thousands of ids."""


def unknown_agencies(view: View) -> Iterator[Finding]:
    """Every id of a body that the list of bodies does not hold."""
    if not view.knows_agencies:
        return
    for plan in view.plans:
        yield from _unknown(UNKNOWN_AGENCY, agencies_of(plan), view.agencies)
    yield from _unknown(UNKNOWN_AGENCY, agencies_of_lists(view), view.agencies)


def unknown_documents(view: View) -> Iterator[Finding]:
    """Every id of a document that the list of documents does not hold."""
    if not view.knows_documents:
        return
    for plan in view.plans:
        yield from _unknown(UNKNOWN_DOCUMENT, documents_of(plan), view.documents)
    yield from _unknown(UNKNOWN_DOCUMENT, documents_of_lists(view), view.documents)


def unknown_indicators(view: View) -> Iterator[Finding]:
    """Every id of an indicator that its plan does not hold."""
    for plan in view.plans:
        if plan.whole:
            known = [indicator.id for _, indicator in plan.indicators()]
            yield from _unknown(UNKNOWN_INDICATOR, indicators_of(plan), known)


def unknown_duties(view: View) -> Iterator[Finding]:
    """Every id of a duty that its plan does not hold."""
    for plan in view.plans:
        if plan.whole:
            known = [duty.id for duty in plan.plan.duties]
            references = [
                (plan.at("remarks", i, "duties", j), name)
                for i, remark in enumerate(plan.plan.remarks)
                for j, name in enumerate(remark.duties)
            ]
            yield from _unknown(UNKNOWN_DUTY, references, known)


def unknown_plans(view: View) -> Iterator[Finding]:
    """Every document said to be a plan of this repository that is none."""
    if not view.knows_plans:
        return
    references = [(document(name, "plan"), entry.plan) for name, entry in view.documents.items()]
    yield from _unknown(UNKNOWN_PLAN, references, [plan.id for plan in view.plans])


CHECKS = (unknown_agencies, unknown_documents, unknown_indicators, unknown_duties, unknown_plans)


def _unknown(
    rule: Rule, references: Iterable[Reference], known: Iterable[str]
) -> Iterator[Finding]:
    names = frozenset(known)
    guesses: dict[str, str | None] = {}
    for where, name in references:
        if name is None or name in names or name == OPEN_LIST:
            continue
        if name not in guesses:
            guesses[name] = near(name, names) if len(guesses) < MOST_GUESSES else None
        guess = guesses[name]
        yield rule.finding(
            where,
            read=name,
            expected=_EXPECTED[rule.code],
            fix=did_you_mean(guess) if guess else None,
            suggestion=guess,
        )
