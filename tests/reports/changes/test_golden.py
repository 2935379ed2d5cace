"""The whole text of each format for one comparison.

`UPDATE=1 pytest tests/reports/changes` writes the expected reports again; then read the diff.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.changes.change import WEIGHTS
from site_builder.reports import Style
from site_builder.reports.changes import FORMATS
from site_builder.terms.text import LANGS, Lang

from .revisions import comparison

GOLDEN = Path(__file__).parent / "golden"
PLAIN = Style(colour=False, width=100)
STYLES: dict[Lang, Style] = {
    "vi": PLAIN,
    "en": replace(PLAIN, site="https://tien-do.example.vn/", whole=True, width=72),
}


def test_every_weight_is_among_them_with_and_without_authority() -> None:
    found = comparison()

    assert all(found.of_weight(weight) for weight in WEIGHTS)
    needing = found.of_weight("authority")
    assert {bool(change.authority) for change in needing} == {True, False}
    assert found.findings


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FORMATS)
def test_the_whole_report_is_as_expected(form: str, lang: Lang) -> None:
    said = FORMATS[form](comparison(), lang, STYLES[lang])
    place = GOLDEN / f"{form}.{lang}.txt"
    if os.environ.get("UPDATE") == "1":
        place.write_text(said, "utf-8")

    assert said == place.read_text("utf-8")


def test_nothing_else_is_kept() -> None:
    kept = {path.name for path in GOLDEN.iterdir()}

    assert kept == {f"{form}.{lang}.txt" for form in FORMATS for lang in LANGS}
