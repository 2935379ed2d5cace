"""Whatever a file says, a report of changes shows it as text and nothing of it acts."""

from __future__ import annotations

import html
import json
import re
import unicodedata

import pytest
from markdown_it import MarkdownIt

from site_builder.reports import Style
from site_builder.reports._escape import visible
from site_builder.reports.changes import FORMATS
from site_builder.reports.changes._markdown import code, escaped, fenced
from site_builder.terms.text import LANGS, Lang

from .hostile import HOSTILE, comparison

PLAIN = Style(colour=False, width=80)
OURS = {"<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>"}
REFERENCE = re.compile(r"[@#!~$%^&][\w\"']|\bGH-\d|www\.|://")
"""What GitHub or GitLab would look for in the text after Markdown has been read."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_steers_a_screen_or_a_runner(text: str, form: str, lang: Lang) -> None:
    said = FORMATS[form](comparison(text), lang, PLAIN)

    hidden = {c for c in said if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")}
    assert hidden <= {"\n"}
    assert not [line for line in said.split("\n") if line.lstrip().startswith("::")]
    assert "##[" not in said and "##vso[" not in said


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_it_as_text(text: str) -> None:
    page = FORMATS["markdown"](comparison(text), "vi", PLAIN)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = [t for token in reader.parse(page) for t in (token, *(token.children or ()))]
    tags = {
        tag
        for t in tokens
        if t.type.startswith("html")
        for tag in re.findall(r"<[^>]*>", t.content)
    }
    kinds = {token.type for token in tokens}

    assert tags <= OURS
    assert not kinds & {
        "link_open",
        "image",
        "s_open",
        "table_open",
        "em_open",
        "hr",
        "blockquote_open",
        "code_block",
    }
    assert {t.tag for t in tokens if t.type == "heading_open"} <= {"h2", "h3"}
    for token in tokens:
        if token.type == "text":
            assert not REFERENCE.search(token.content), token.content
    shown = html.unescape(re.sub(r"<[^>]*>", "", reader.render(page))).replace("\u200b", "")
    # Guards the rest: the words are there, as words.
    assert visible(text).strip() in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_wherever_it_stands(text: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for said in (escaped(text), f"- {escaped(text)}", f"**{escaped(text)}**", code(text)):
        blocks = {t.type for t in reader.parse(said)}
        assert blocks <= {
            "paragraph_open", "paragraph_close", "inline", "bullet_list_open",
            "bullet_list_close", "list_item_open", "list_item_close",
        }  # fmt: skip
    assert [t.type for t in reader.parse(fenced(text, "yaml"))] == ["fence"]


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_it_and_is_inert(text: str) -> None:
    said = FORMATS["json"](comparison(text), "vi", PLAIN)

    assert said.isascii()
    assert not re.search(r"[<>&]", said)
    assert json.loads(said)["changes"][0]["subject"] == text
