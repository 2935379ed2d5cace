"""Every rule there is, by code; and the modules that declare them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType

from site_builder.terms.rule import Rule

MODULES = (
    "sources.filing",
    "sources.decode",
    "sources.yaml_syntax",
    "sources.yaml_refusals",
    "sources.yaml_rules",
    "sources.fault_keys",
    "sources.fault_values",
    "sources.fault_wholes",
    "checks.plan_references",
    "checks.plan_ids",
    "checks.plan_clauses",
    "checks.plan_identity",
    "checks.plan_numbers",
    "checks.plan_documents",
    "checks.plan_agencies",
    "checks.life_rules",
    "checks.plan_indicators",
    "checks.plan_breaks",
    "checks.plan_targets",
    "checks.plan_target_shapes",
    "checks.plan_allocations",
    "checks.plan_duties",
    "checks.amendment_rules",
    "checks.plan_superseded",
    "checks.plan_formerly",
    "sources.table_rules",
    "checks.table_files",
    "checks.value_texts",
    "checks.value_number_rules",
    "checks.value_dates",
    "checks.value_ids",
    "checks.value_required",
    "checks.value_amount_rules",
    "checks.value_periods",
    "checks.value_far_dates",
    "checks.value_duty_rules",
    "checks.series_places",
    "checks.series_corrections",
    "checks.series_totals",
    "checks.series_trend",
)
"""The modules that declare rules, each in a tuple named RULES."""


def _collect() -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for name in MODULES:
        for rule in importlib.import_module(f"site_builder.{name}").RULES:
            if rule.code in rules:
                raise ValueError(f"two rules have the code {rule.code}")
            rules[rule.code] = rule
    return MappingProxyType(dict(sorted(rules.items())))


RULES: Mapping[str, Rule] = _collect()
