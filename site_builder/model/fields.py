"""The fields of the plan language that are told one by one, each with the form of its value."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.model import canonical as form
from site_builder.model.agency import AgencyLevel, AgencySystem, AgencyType
from site_builder.model.canonical import Form
from site_builder.model.indicator import Indicator, Interval, Measure
from site_builder.model.plan import Plan
from site_builder.model.reporting import Cutoffs

Fields = Mapping[str, Form]
"""By the name of a model's attribute."""

SIGNATURE: Fields = {
    "name": form.LINE, "name_unknown": form.WORDS, "position": form.WORDS, "mandate": form.LINE,
    "on_behalf_of": form.ID,
}  # fmt: skip
SPAN: Fields = {"start": form.PERIOD, "end": form.PERIOD, "wording": form.LINE}
PLAN: Fields = {
    "kind": form.WORDS, "number": form.LINE_OR_UNKNOWN, "title": form.WORDS,
    "system": form.one_of(Plan.model_fields["system"].annotation), "issuer": form.ID,
    "issued": form.PERIOD_OR_UNKNOWN, "place": form.WORDS_OR_UNKNOWN, "territory": form.WORDS,
    "whole": form.ID, "document": form.ID, "implements": form.IDS, "note": form.WORDS,
}  # fmt: skip
OBJECTIVE: Fields = {"clause": form.LINE, "title": form.WORDS, "statement": form.WORDS}
INDICATOR: Fields = {
    "formerly": form.IDS, "name": form.WORDS, "clause": form.LINE, "statement": form.WORDS,
    "measures": form.one_of(Measure), "unit": form.WORDS,
    "better": form.one_of(Indicator.model_fields["better"].annotation), "population": form.WORDS,
    "numerator": form.WORDS, "denominator": form.WORDS, "within": form.ID,
    "every": form.one_of(Interval), "whole": form.ID, "integer": form.FLAG,
    "breakdowns": form.IDS, "note": form.WORDS,
}  # fmt: skip
TARGET: Fields = {
    "clause": form.LINE, "wording": form.LINE, "deadline_wording": form.LINE,
    "population": form.WORDS, "unit": form.WORDS, "each": form.one_of(Interval),
    "first": form.PERIOD, "relative": form.RELATIVE, "since": form.PERIOD, "of": form.OF,
    "scope": form.WORDS, "authority": form.ID, "note": form.WORDS,
}  # fmt: skip
ALLOCATION: Fields = {
    "clause": form.LINE, "period": form.PERIOD, "printed_total": form.NUMBER, "note": form.WORDS,
}  # fmt: skip
DUTY: Fields = {
    "clause": form.LINE, "task": form.WORDS, "requested": form.FLAG, "report": form.FLAG,
    "indicators": form.IDS, "note": form.WORDS, "lead": form.IDS, "assigned": form.IDS,
}  # fmt: skip
TIMING: Fields = {
    "due": form.PERIOD, "every": form.INTERVALS, "on_request": form.FLAG, "ongoing": form.FLAG,
    "wording": form.LINE,
}  # fmt: skip
CUTOFF: Fields = {
    "closes_on": form.COUNT, "due_after": form.COUNT, "document": form.ID, "clause": form.LINE,
    "wording": form.LINE, "note": form.WORDS,
}  # fmt: skip
CUTOFFS: Fields = {
    f"reporting/{interval}/{name}": how
    for interval in Cutoffs.model_fields
    for name, how in CUTOFF.items()
}
"""By the key below what declares them."""
REMARK: Fields = {
    "clauses": form.IDS, "text": form.WORDS, "documents": form.IDS, "indicators": form.IDS,
    "duties": form.IDS,
}  # fmt: skip
CITATION: Fields = {"clauses": form.IDS, "printed": form.LINE}
DOCUMENT: Fields = {
    "kind": form.WORDS, "number": form.LINE_OR_UNKNOWN, "subject": form.WORDS,
    "issuer": form.WORDS, "issuer_agency": form.ID, "issued": form.PERIOD_OR_UNKNOWN,
    "implements": form.IDS, "plan": form.ID, "note": form.WORDS,
}  # fmt: skip
AGENCY: Fields = {
    "name": form.WORDS, "short": form.WORDS, "type": form.one_of(AgencyType),
    "system": form.one_of(AgencySystem), "level": form.one_of(AgencyLevel),
    "territory": form.WORDS, "parent": form.ID, "members": form.IDS, "count": form.COUNT,
    "note": form.WORDS, "start": form.PERIOD, "until": form.PERIOD_OR_UNKNOWN,
    "ended_note": form.WORDS,
}  # fmt: skip
