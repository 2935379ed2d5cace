"""Every kind of change is declared whole; every field of the language has a kind."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest

from site_builder.changes.catalogue import CLASSIFY, KINDS
from site_builder.changes.change import WEIGHTS, ChangeKind
from site_builder.changes.words import FIELD_NAMES
from site_builder.model import fields
from site_builder.model.act_facts import ENGLISH
from site_builder.model.facts import agency_facts, document_facts, plan_facts
from site_builder.model.policy import ChangeCode, Weight
from site_builder.sources.plans import read_plans
from site_builder.terms.text import Text
from tests.changes.repositories import rich_files


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_a_kind_is_whole(kind: ChangeKind) -> None:
    assert kind.weight in WEIGHTS
    assert kind.title.vi.strip() and kind.title.en.strip()
    assert unicodedata.is_normalized("NFC", kind.title.vi)
    if isinstance(kind.mirror, Text):
        assert kind.mirror.vi and kind.mirror.en
    else:
        assert KINDS[kind.mirror].mirror == kind.code


def test_the_policy_may_name_every_kind_and_no_other() -> None:
    assert set(get_args(ChangeCode)) == set(KINDS)
    assert set(get_args(Weight)) == set(WEIGHTS)


def _fields() -> set[str]:
    read = read_plans(rich_files())
    told = [fact for plan in read.plans.values() for fact in plan_facts(plan)]
    told += [*agency_facts(read.agencies), *document_facts(read.documents)]
    return {fact.field for fact in told if not fact.field.endswith(ENGLISH)}


def test_every_field_that_is_told_has_its_kind() -> None:
    assert _fields() <= set(CLASSIFY)


@pytest.mark.parametrize(
    ("prefix", "told"),
    [
        ("plan", fields.PLAN), ("plan", fields.SIGNATURE), ("plan", fields.SPAN),
        ("objective", fields.OBJECTIVE), ("indicator", fields.INDICATOR), ("target", fields.TARGET),
        ("allocation", fields.ALLOCATION), ("duty", fields.DUTY), ("duty.when", fields.TIMING),
        ("remark", fields.REMARK), ("citation", fields.CITATION), ("document", fields.DOCUMENT),
        ("agency", fields.AGENCY),
    ],
)  # fmt: skip
def test_every_field_of_a_model_has_its_kind(prefix: str, told: fields.Fields) -> None:
    assert {f"{prefix}.{name}" for name in told} <= set(CLASSIFY)


def test_every_field_of_a_cutoff_has_its_kind_and_its_name() -> None:
    told = {key.replace("/", ".") for key in fields.CUTOFFS}
    assert told <= set(CLASSIFY) and told <= set(FIELD_NAMES)
    assert "reporting.half_year.closes_on" in told


def test_every_part_of_a_life_is_told() -> None:
    told = {"start", "started_by", "until", "ended_by", "ended_note", "renamed", "successors"}
    assert {f"agency.{name}" for name in told} <= _fields() & set(FIELD_NAMES)


def test_a_name_of_a_field_belongs_to_one() -> None:
    assert set(FIELD_NAMES) <= set(CLASSIFY)
