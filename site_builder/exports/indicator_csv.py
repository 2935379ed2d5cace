"""The reported values of each indicator, beside its page: what `progress.csv` has of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from site_builder.exports import progress_csv
from site_builder.exports.export import Extracts
from site_builder.exports.table import table
from site_builder.model.rows import ProgressRow
from site_builder.pages import paths
from site_builder.progress.snapshot import Snapshot


def write(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """One file for each indicator; one of which nothing was reported has its columns alone."""
    rows: defaultdict[tuple[str, str], list[ProgressRow]] = defaultdict(list)
    for row in snapshot.repository.progress:
        rows[row.plan, row.indicator].append(row)
    nothing = table(progress_csv.COLUMNS, ())
    for plan_id, plan in snapshot.plans.items():
        for state in plan.indicators:
            own = rows.get((plan_id, state.indicator.id))
            path = paths.indicator_data(plan_id, state.indicator.id)
            cells = (progress_csv.cells(row) for row in own or ())
            yield path, table(progress_csv.COLUMNS, cells) if own else nothing


EXTRACTS = Extracts(part_of=progress_csv.EXPORT, write=write)
