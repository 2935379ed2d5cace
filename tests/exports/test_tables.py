"""The tables of open data: of what was reported, of what was judged, of one indicator alone."""

from __future__ import annotations

import csv
import io
import re

from site_builder.exports import progress_csv
from site_builder.exports.catalogue import EXPORTS
from site_builder.exports.indicator_csv import EXTRACTS
from site_builder.exports.table import table
from site_builder.progress.snapshot import Snapshot
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html

BY_PATH = {export.path: export for export in EXPORTS}


def _snapshot() -> Snapshot:
    return mini_context().snapshot


def _parsed(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def _rows(path: str) -> list[dict[str, str]]:
    return _parsed(BY_PATH[path].write(_snapshot()))


def test_every_table_begins_with_the_columns_that_it_declares() -> None:
    for export in EXPORTS:
        if export.path.endswith(".csv"):
            first = export.write(_snapshot()).decode().partition("\r\n")[0]
            assert first == ",".join(export.columns)


def test_what_was_reported_on_duties_and_in_words_is_all_there() -> None:
    repository = _snapshot().repository

    for path, own in (
        ("data/duties.csv", repository.duty_rows),
        ("data/assessments.csv", repository.assessments),
    ):
        rows = _rows(path)
        assert own and [
            (row["plan"], row["state"], row["source"], row["file"]) for row in rows
        ] == [(one.plan, one.state, one.source, one.file) for one in own]


def test_a_report_is_due_by_a_day_and_blank_until_it_comes() -> None:
    plans = _snapshot().plans.values()
    owed = [one for plan in plans for one in (*plan.reports, *plan.coming)]
    rows = _rows("data/reports.csv")

    assert owed and len(rows) == len(owed)
    for row, one in zip(rows, owed, strict=True):
        assert row["due"] == one.due.isoformat()
        assert row["status"] == one.judgement.status.value
        assert (row["period_from"], row["period_to"]) == (
            one.period.start.isoformat(),
            one.period.end.isoformat(),
        )
        assert bool(row["days_late"]) == (row["status"] in ("done-late", "overdue"))
        assert row["received_on"] == (one.received.received_on.text if one.received else "")
    assert {bool(row["received_on"]) for row in rows} == {True, False}


def test_every_target_and_every_duty_has_its_status() -> None:
    plans = _snapshot().plans.values()
    rows = _rows("data/statuses.csv")

    targets = [(i, t) for plan in plans for i in plan.indicators for t in i.targets]
    duties = [duty for plan in plans for duty in plan.duties]
    assert sorted(
        (r["plan"], r["indicator"], r["target"], r["status"]) for r in rows if r["indicator"]
    ) == sorted((i.plan_id, i.indicator.id, t.key, t.judgement.status.value) for i, t in targets)
    assert sorted((r["plan"], r["duty"], r["status"]) for r in rows if r["duty"]) == sorted(
        (d.plan_id, d.duty.id, d.judgement.status.value) for d in duties
    )
    assert {row["as_of"] for row in rows} == {_snapshot().as_of.isoformat()}
    assert {row["illustrative"] for row in rows} == {"true", "false"}


def test_unknown_is_blank_and_what_is_computed_has_no_endless_digits() -> None:
    rows = _rows("data/statuses.csv")

    assert all(not row["value"] for row in rows if row["status"] == "no-data")
    numbers = [row[name] for row in rows for name in ("value", "expected", "share_of_target")]
    assert any(numbers)
    assert all(re.fullmatch(r"(-?\d+(\.\d{1,6})?)?", number) for number in numbers)


def test_each_indicator_has_its_rows_beside_its_page() -> None:
    snapshot = _snapshot()
    extracts = dict(EXTRACTS.write(snapshot))

    assert len(extracts) == sum(len(plan.indicators) for plan in snapshot.plans.values())
    together = [row for content in extracts.values() for row in _parsed(content)]
    whole = _parsed(progress_csv.write(snapshot))
    assert sorted(map(str, together)) == sorted(map(str, whole))
    for path, content in extracts.items():
        assert all(
            f"plans/{r['plan']}/indicators/{r['indicator']}/data.csv" == path
            for r in _parsed(content)
        )
    assert table(progress_csv.COLUMNS, ()) in extracts.values()


def test_the_page_of_an_indicator_leads_to_its_own_file_in_both_languages() -> None:
    page = page_of("plans/vung/12-kh-ldld/indicators/tong-doan-vien/")

    assert (
        '<a href="../../../../../plans/vung/12-kh-ldld/indicators/tong-doan-vien/data.csv" download>Số liệu của chỉ tiêu này (CSV)</a>'
        in html(page, mini_context())
    )
    english = html(page, mini_context(), "en")
    assert (
        'href="../../../../../../plans/vung/12-kh-ldld/indicators/tong-doan-vien/data.csv"'
        in english
    )
