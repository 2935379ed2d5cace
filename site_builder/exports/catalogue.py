"""Every export, in the order in which the data page lists them."""

from __future__ import annotations

from site_builder.exports import plans_json, progress_csv
from site_builder.exports.export import Export

EXPORTS: tuple[Export, ...] = (plans_json.EXPORT, progress_csv.EXPORT)
