"""One language of the templates: `t("vi", "en")` becomes plain text before anything is parsed."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment
from markupsafe import escape

from site_builder.render.compiler import Straight
from site_builder.terms.text import Lang

_WORDS = r't\("(?P<vi>[^"\\{}\n]+)", "(?P<en>[^"\\{}\n]+)"\)'
_ALONE = re.compile(r"\{\{ " + _WORDS + r" \}\}")
_WITHIN = re.compile(r"\b" + _WORDS)


class OneLanguage(Environment):
    """A Jinja environment whose templates speak one language.

    The language is chosen before a template is parsed, so that words cost a page nothing. A `t`
    that lacks a language or is given something other than two plain strings is refused as soon as
    its template is loaded.
    """

    code_generator_class = Straight

    def __init__(self, lang: Lang, **options: Any) -> None:
        super().__init__(**options)
        self.lang = lang

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """The template with `{{ t("vi", "en") }}` as text, and `t("vi", "en")` as a string."""
        source = super().preprocess(source, name, filename)
        source = _ALONE.sub(lambda found: escape(found[self.lang]), source)
        return _WITHIN.sub(lambda found: f'"{found[self.lang]}"', source)
