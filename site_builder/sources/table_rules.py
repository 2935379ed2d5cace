"""Every rule about the form of a table, gathered from where its logic stands."""

from __future__ import annotations

from site_builder.sources import table_bytes, table_header, table_rows
from site_builder.terms.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted((*table_bytes.RULES, *table_header.RULES, *table_rows.RULES), key=lambda rule: rule.code)
)
