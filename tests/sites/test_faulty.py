"""A repository with faults of many kinds: the whole report in every format, and no site.

`UPDATE=1 pytest tests/sites` writes the expected reports again; then read them as a diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder import publish
from site_builder.pipeline import check
from site_builder.reports import Style, formats, report
from site_builder.shell.files import read_repository
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.text import LANGS, Lang, same
from tests.sites.trees import ARTIST, DAY

FAULTY = Path(__file__).parent / "faulty"
PLAIN = Style(colour=False, width=100)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", formats())
def test_the_whole_report_is_as_expected(form: str, lang: Lang) -> None:
    said = report(form)(check(read_repository(FAULTY / "repository")), lang, PLAIN)
    place = FAULTY / "expected" / f"{form}.{lang}.txt"
    if os.environ.get("UPDATE") == "1":
        place.parent.mkdir(exist_ok=True)
        place.write_text(said, "utf-8")

    assert said == place.read_text("utf-8")


def test_nothing_is_built_of_it() -> None:
    settings = publish.Settings(as_of=DAY, illustrative=True, site_name=same("Vùng"))
    files = read_repository(FAULTY / "repository")

    assert publish.build(files, read_templates(), settings, ARTIST).site is None
    assert publish.export(files, DAY, illustrative=True).files is None
