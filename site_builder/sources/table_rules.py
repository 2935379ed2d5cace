"""Every rule about the form of a table, gathered from where its logic stands."""

from __future__ import annotations

from site_builder.sources import (
    table_bytes,
    table_columns,
    table_header,
    table_ragged,
    table_rows,
)
from site_builder.terms.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            rule
            for home in (table_bytes, table_header, table_columns, table_ragged, table_rows)
            for rule in home.RULES
        ),
        key=lambda rule: rule.code,
    )
)
