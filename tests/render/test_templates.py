"""What holds of every template as it is written, whatever it is given."""

from __future__ import annotations

import re
import unicodedata

import pytest
from jinja2 import Environment

from tests.render.shipped import FOLDER, TEMPLATES
from tests.render.template_words import template_words
from tests.sites.trees import built, mini_files

OURS = sorted(name for name in TEMPLATES if not name.startswith("mkdocs/"))
LETTERS = re.compile(r"[A-Za-zÀ-ỹ]{2,}")
TAGS = re.compile(r"<code>.*?</code>|<!?[^>]*>|\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@pytest.mark.parametrize("name", OURS)
def test_words_are_normal_and_differ_between_the_languages(name: str) -> None:
    for text in template_words(Environment(autoescape=True), TEMPLATES[name]):
        assert unicodedata.is_normalized("NFC", text.vi + text.en)
        assert text.vi != text.en, text


@pytest.mark.parametrize("name", OURS)
def test_every_word_stands_in_t(name: str) -> None:
    assert LETTERS.findall(TAGS.sub(" ", TEMPLATES[name])) == []


@pytest.mark.parametrize("name", OURS)
def test_nothing_is_let_through_unescaped_but_prose(name: str) -> None:
    if name != "prose.html":
        assert "safe" not in re.findall(r"\|\s*(\w+)", TEMPLATES[name])
    assert "autoescape" not in TEMPLATES[name]
    assert not re.search(r"(src|href)=\"(https?:)?//", TEMPLATES[name])


def test_the_stylesheets_are_small_and_need_no_third_party() -> None:
    sheet = built(mini_files()).files["assets/site.css"].decode()
    assert 0 < len(sheet.encode()) <= 30_000
    assert "@import" not in sheet
    assert not [url for url in re.findall(r"url\(\"?([^)]*)", sheet) if url[:5] != "data:"]


def test_the_stylesheet_loses_only_what_people_need() -> None:
    parts = sorted((FOLDER / "assets/css").glob("*.css"))
    written = "".join(part.read_text("utf-8") for part in parts)
    sheet = built(mini_files()).files["assets/site.css"].decode()

    bare = re.sub(r"[\s;]", "", re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL))
    assert re.sub(r"[\s;]", "", sheet) == bare
    assert "/*" not in sheet


def test_the_script_is_small_plain_and_writes_no_markup() -> None:
    scripts = [path.read_text("utf-8") for path in (FOLDER / "assets").rglob("*.js")]
    assert 0 < sum(len(script.encode()) for script in scripts) <= 20_000
    for script in scripts:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script
        )
        assert not re.search(r"https?://", script)
