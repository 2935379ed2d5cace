"""One language of the templates: `t("vi", "en")` becomes a constant before anything is compiled."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, TemplateAssertionError, nodes
from jinja2.visitor import NodeTransformer, NodeVisitor

from site_builder.terms.text import Lang, Text


class OneLanguage(Environment):
    """A Jinja environment whose templates speak one language.

    Choosing at compile time costs a page nothing, and a `t` that lacks a language or is given
    something other than two plain strings is refused as soon as its template is loaded.
    """

    def __init__(self, lang: Lang, **options: Any) -> None:
        super().__init__(**options)
        self.lang = lang

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        spoken: nodes.Template = _Choose(self.lang, name).visit(tree)
        return spoken


def template_words(environment: Environment, source: str) -> tuple[Text, ...]:
    """Every `t("vi", "en")` that stands in a template, in order."""
    listener = _Listen()
    listener.visit(Environment.parse(environment, source))
    return tuple(listener.heard)


class _Choose(NodeTransformer):
    def __init__(self, lang: Lang, template: str | None) -> None:
        self.lang = lang
        self.template = template

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (Jinja's own name)
        self.generic_visit(node)
        if not _is_t(node):
            return node
        text = _text(node, self.template)
        return nodes.Const(text.of(self.lang), lineno=node.lineno)


class _Listen(NodeVisitor):
    def __init__(self) -> None:
        self.heard: list[Text] = []

    def visit_Call(self, node: nodes.Call) -> None:  # noqa: N802 (Jinja's own name)
        if _is_t(node):
            self.heard.append(_text(node, None))
        self.generic_visit(node)


def _is_t(node: nodes.Call) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == "t"


def _text(node: nodes.Call, template: str | None) -> Text:
    words = [a.value for a in node.args if isinstance(a, nodes.Const) and isinstance(a.value, str)]
    if len(words) != 2 or len(node.args) != 2 or node.kwargs or not all(words):
        message = "t() takes two plain strings, the Vietnamese and the English wording"
        raise TemplateAssertionError(message, node.lineno, template)
    return Text(*words)
