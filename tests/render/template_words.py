"""The words that stand in a template, for the tests that judge them."""

from __future__ import annotations

from jinja2 import Environment, nodes
from jinja2.visitor import NodeVisitor

from site_builder.terms.text import Text


def template_words(environment: Environment, source: str) -> tuple[Text, ...]:
    """Every `t("vi", "en")` that stands in a template, in order."""
    listener = _Listen()
    listener.visit(Environment.parse(environment, source))
    return tuple(listener.heard)


class _Listen(NodeVisitor):
    def __init__(self) -> None:
        self.heard: list[Text] = []

    def visit_Call(self, node: nodes.Call) -> None:  # noqa: N802 (Jinja's own name)
        if isinstance(node.node, nodes.Name) and node.node.name == "t":
            self.heard.append(Text(*(argument.as_const() for argument in node.args)))
        self.generic_visit(node)
