"""The form of a document's number, which tells party, state and union apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.checks.view import View, document
from site_builder.model.base import Unknown
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

NUMBER_FORM = Rule(
    code="P114",
    severity="warning",
    title=Text("Số văn bản khác thể thức của hệ thống", "Number not in its system's form"),
    reason=Text(
        "Văn bản Đảng ghi số-loại/cơ quan (55-KH/QU); văn bản Nhà nước và công đoàn ghi số/loại-cơ "
        "quan (10/KH-UBND). Báo chí hay ghi lẫn; số không bao giờ được tự sửa.",
        "Party documents are number-type/issuer (55-KH/QU), those of state and union "
        "number/type-issuer (10/KH-UBND). The press mixes them; a number is never rewritten.",
    ),
    fix=Text(
        "Đối chiếu với bản gốc; nếu bản gốc in như vậy thì nêu ở “remarks”.",
        "Compare with the original; if that is how it is printed, say so in a remark.",
    ),
    wrong="system: party … number: 55/KH-QU",
    right="system: party … number: 55-KH/QU",
)
RULES = (NUMBER_FORM,)

_PARTY = re.compile(r"\d+[a-zđ]?-[^\W\d_]+(?:[.-][^\W_]+)*/[\w.-]+")
# With the year for legal acts: 202/2025/QH15, 19/2025/QĐ-TTg.
_STATE = re.compile(r"\d+[a-zđ]?/(?:\d{4}/)?[^\W\d_][\w&.-]*")
_FORMS = {
    "party": (_PARTY, Text("số-loại/cơ quan, như 55-KH/QU", "number-type/issuer, like 55-KH/QU")),
    "state": (_STATE, Text("số/loại-cơ quan, như 10/KH-UBND", "number/type-issuer: 10/KH-UBND")),
    "union": (_STATE, Text("số/loại-cơ quan, như 277/KH-LĐLĐ", "number/type-issuer: 277/KH-LĐLĐ")),
}


def number_form(view: View) -> Iterator[Finding]:
    """Numbers that are not in the form of the system that issued them."""
    for plan in view.plans:
        if isinstance(plan.plan.number, str):
            yield from _form(plan.at("number"), plan.plan.number, plan.plan.system)
    own = {plan.id for plan in view.plans}
    for name, entry in view.documents.items():
        issuer = view.agencies.get(entry.issuer_agency or "")
        if issuer is None or entry.plan in own or isinstance(entry.number, Unknown | None):
            continue
        yield from _form(document(name, "number"), entry.number, issuer.system)


def _form(where: Node, number: str, system: str) -> Iterator[Finding]:
    form = _FORMS.get(system)
    if form is not None and form[0].fullmatch(number) is None:
        yield NUMBER_FORM.finding(where, read=number, expected=form[1])


CHECKS = (number_form,)
