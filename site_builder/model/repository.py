"""Everything a repository says, resolved: bodies, documents, plans and what was reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.plan import Plan
from site_builder.model.policy import Policy
from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, SubmittedReport


@dataclass(frozen=True, slots=True)
class Repository:
    """The located model. Files are kept by id, so that a rule can say where something stands."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    """By plan id, sorted by id."""
    progress: tuple[ProgressRow, ...] = ()
    duty_rows: tuple[DutyRow, ...] = ()
    reports: tuple[SubmittedReport, ...] = ()
    assessments: tuple[AssessmentRow, ...] = ()
    policy: Policy = field(default_factory=Policy)


AGENCIES_FILE = "plans/agencies.yml"
DOCUMENTS_FILE = "plans/documents.yml"
POLICY_FILE = "plans/policy.yml"
"""May be absent."""
LIST_FILES = (AGENCIES_FILE, DOCUMENTS_FILE, POLICY_FILE)
"""YAML files below `plans/` that are no plans."""


def plan_file(plan_id: str) -> str:
    """The file that holds a plan: `ba-dinh/55-kh-qu` → `plans/ba-dinh/55-kh-qu.yml`."""
    return f"plans/{plan_id}.yml"
