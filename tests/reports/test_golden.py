"""The whole text of each format for one faulty repository.

`UPDATE=1 pytest tests/reports` writes the expected reports again; then read them as a diff.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.pipeline import check
from site_builder.reports import Report, Style, formats, report
from site_builder.reports._job_summary import job_summary
from site_builder.terms.rule import SEVERITIES
from site_builder.terms.text import LANGS, Lang

from .faulty import faulty_files

GOLDEN = Path(__file__).parent / "golden"
PLAIN = Style(colour=False, width=100)
STYLES: dict[Lang, Style] = {
    "vi": PLAIN,
    "en": replace(PLAIN, site="https://tien-do.example.vn/", folder="kh/", strict=True),
}
"""In English with everything that a server adds."""
REPORTS: dict[str, Report] = {name: report(name) for name in formats()} | {
    "job-summary": job_summary
}


def test_every_severity_and_a_repeated_fault_are_among_them() -> None:
    result = check(faulty_files())
    assert [result.count(severity) for severity in SEVERITIES] == [5, 2, 1]
    codes = [located.finding.code for located in result.findings]
    assert sorted(codes) == ["F004", "P001", "P009", "T03", "T06", "V01", "Y005", "Y005"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", REPORTS)
def test_the_whole_report_is_as_expected(form: str, lang: Lang) -> None:
    said = REPORTS[form](check(faulty_files()), lang, STYLES[lang])
    place = GOLDEN / f"{form}.{lang}.txt"
    if os.environ.get("UPDATE") == "1":
        place.write_text(said, "utf-8")

    assert said == place.read_text("utf-8")


def test_nothing_else_is_kept() -> None:
    kept = {path.name for path in GOLDEN.iterdir()}
    assert kept == {f"{form}.{lang}.txt" for form in REPORTS for lang in LANGS}
