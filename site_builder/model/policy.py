"""`plans/policy.yml`: how grave this repository takes each kind of change to be."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from site_builder.model.base import Model

Weight = Literal["authority", "review", "data", "editorial"]
ChangeCode = Literal[
    "policy-changed",
    "plan-added", "plan-removed", "plan-fact-changed", "outline-changed", "citation-changed",
    "objective-added", "objective-removed", "clause-changed", "remark-added", "remark-removed",
    "text-changed", "translation-changed",
    "target-weakened", "target-strengthened", "target-changed", "target-words-changed",
    "target-wording-changed", "target-periods-changed", "target-added", "target-removed",
    "population-changed", "unit-changed",
    "indicator-added", "indicator-removed", "indicator-renamed", "indicator-moved",
    "name-changed", "measures-changed", "better-changed", "interval-changed", "counting-changed",
    "former-ids-changed", "baseline-restated", "break-added", "break-removed", "break-changed",
    "targets-hold-changed", "target-authority-changed",
    "allocation-added", "allocation-removed", "allocation-changed", "share-added",
    "share-removed", "share-changed",
    "duty-added", "duty-removed", "lead-changed", "assigned-changed", "supporter-added",
    "supporter-removed", "role-changed", "deadline-later", "deadline-earlier", "deadline-added",
    "deadline-removed", "deadline-precision-changed", "duty-nature-changed", "links-changed",
    "amendment-added", "amendment-removed", "amendment-changed",
    "superseded-added", "superseded-removed", "superseded-changed",
    "document-added", "document-removed", "document-changed",
    "agency-added", "agency-removed", "agency-changed", "life-changed", "cutoff-changed",
    "data-added", "data-removed", "data-revised", "data-note-changed",
    "closed-data-added", "closed-data-removed", "closed-data-revised",
]  # fmt: skip
"""The codes of the kinds of change, which `changes.catalogue` declares; a test keeps them equal."""


class Policy(Model):
    """Weights that differ from those of the program. Read from the base of a comparison only, so
    that nobody loosens it for the change that it is to judge."""

    weights: dict[ChangeCode, Weight] = Field(
        default_factory=dict,
        description="Loại thay đổi: authority (cần văn bản làm căn cứ), review (cần người xem), "
        "data (số liệu) hoặc editorial (biên tập).",
    )
