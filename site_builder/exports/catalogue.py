"""Every export, in the order in which the data page lists them."""

from __future__ import annotations

from site_builder.exports import (
    agencies_csv,
    assessments_csv,
    atom,
    calendar_ics,
    duties_csv,
    indicator_csv,
    plans_json,
    progress_csv,
    reports_csv,
    statuses_csv,
)
from site_builder.exports.export import Export, Extracts
from site_builder.exports.feed import Feed

EXPORTS: tuple[Export, ...] = (
    plans_json.EXPORT,
    agencies_csv.EXPORT,
    statuses_csv.EXPORT,
    progress_csv.EXPORT,
    duties_csv.EXPORT,
    reports_csv.EXPORT,
    assessments_csv.EXPORT,
)
EXTRACTS: tuple[Extracts, ...] = (indicator_csv.EXTRACTS,)
"""Files beside pages: they hold nothing that is not in the exports."""
FEEDS: tuple[Feed, ...] = (calendar_ics.FEED, atom.FEED)
"""What can be subscribed to, in each language."""
