"""Everything declared is whole, shown and documented; rules have their own in tests/checks."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import Environment

from site_builder.charts.spec import Chart
from site_builder.exports.catalogue import EXPORTS
from site_builder.pages.catalogue import KINDS
from site_builder.pages.method import MEANINGS
from site_builder.pages.page import PageKind
from site_builder.reports import formats
from site_builder.shell.cli import COMMANDS
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.status import Status
from site_builder.terms.text import LANGS, Text
from tests.conftest import ROOT
from tests.render.template_words import template_words

README = (ROOT / "README.md").read_text("utf-8")
CAPTION = re.compile(r"\{(\w+)(?::[^\s}]*)?\}")


def assert_whole(text: Text, where: str) -> None:
    """Both languages are there, composed, and leave room for the same values."""
    for words in (text.vi, text.en):
        assert words.strip(), where
        assert unicodedata.is_normalized("NFC", words), where
    # What is written differently in each language is named after it: {vi} there, {en} here.
    vi, en = (set(CAPTION.findall(words)) for words in (text.vi, text.en))
    assert vi - {"vi"} == en - {"en"} and ("vi" in vi) == ("en" in en), where


# ------------------------------------------------------------------------------- pages


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_page_is_whole(kind: PageKind) -> None:
    assert_whole(kind.title, kind.name)
    assert kind.template in read_templates()


def test_kinds_of_pages_have_names_of_their_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_every_template_of_a_page_belongs_to_a_kind() -> None:
    pages = {name for name in read_templates() if name.endswith(".html") and "/" not in name}

    assert pages - {"layout.html"} == {kind.template for kind in KINDS}


@cache
def _shipped_kinds(site: Path) -> frozenset[str]:
    texts = (path.read_text("utf-8") for path in site.rglob("*.html"))
    return frozenset(re.findall(r'<body class="page-([a-z]+)', " ".join(texts)))


@pytest.mark.xdist_group("shipped-site")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_shipped_site_has_a_page_of_every_kind(kind: PageKind, shipped_site: Path) -> None:
    assert kind.name in _shipped_kinds(shipped_site)


@pytest.mark.xdist_group("shipped-site")
def test_the_data_page_offers_every_export_and_the_site_has_it(shipped_site: Path) -> None:
    page = (shipped_site / "data/index.html").read_text("utf-8")
    for export in EXPORTS:
        assert_whole(export.title, export.path)
        assert_whole(export.description, export.path)
        assert f'href="../{export.path}"' in page
        assert export.title.vi in page
        assert (shipped_site / export.path).stat().st_size > 0


@pytest.mark.xdist_group("shipped-site")
def test_the_shipped_site_shows_every_kind_of_chart(shipped_site: Path) -> None:
    site = " ".join(path.read_text("utf-8") for path in shipped_site.rglob("*.html"))
    shown = set(re.findall(r'<svg [^>]*class="chart chart-([a-z]+)', site))

    assert shown == {kind.__name__.removesuffix("Chart").lower() for kind in get_args(Chart)}


def test_the_method_says_what_every_status_means() -> None:
    assert set(MEANINGS) == set(Status)
    for status, meaning in MEANINGS.items():
        assert_whole(meaning, status.name)
        assert_whole(status.words, status.name)


# ---------------------------------------------------------------------------- commands


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`plansite {command}" in README


def test_every_format_and_language_of_a_report_is_in_the_readme() -> None:
    for option, values in (("--format", formats()), ("--lang", LANGS)):
        # In a table the bar between two values is escaped.
        match = re.search(rf"`plansite check.*{option} ([a-z\\|]+)\]", README)
        assert match and set(match[1].split("\\|")) == set(values)


# ------------------------------------------------------------------------------- words


def texts(path: Path) -> Iterator[tuple[str, Text]]:
    """Every `Text("…", "…")` that a module writes out, with its place."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Text"
        ):
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            if len(words) == 2:
                vi, en = map(str, words)
                yield f"{path.relative_to(ROOT)}:{node.lineno}", Text(vi, en)


MODULES = sorted((ROOT / "site_builder").rglob("*.py"))


def test_every_text_in_the_code_is_whole() -> None:
    found = [pair for path in MODULES for pair in texts(path)]
    nothing = Text("", "")  # where a sentence may have an ending and this one has none
    for where, text in found:
        if text == nothing:
            continue
        assert_whole(text, where)
    assert len(found) > 300


def test_every_text_in_the_templates_is_whole() -> None:
    environment = Environment(autoescape=True)
    count = 0
    for name, content in read_templates().items():
        if name.endswith(".html"):
            for text in template_words(environment, content.decode()):
                assert_whole(text, f"{name}: {text.vi}")
                count += 1
    assert count > 200
