"""How templates become Python: straight attribute access, straight calls, text that stays text.

Templates here are given frozen values, filters and macros, and nothing else, so they need none
of what Jinja looks for at run time: a key where an attribute is missing, a function that wants
the context, an object that wraps every piece of text. What is overridden only saves time: what
is not overridden does the same more slowly.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_PLAIN_WORDS = "t() takes two plain strings, the Vietnamese and the English wording"


def written(value: object) -> str:
    """A value as it stands in HTML: escaped unless it is markup already."""
    if type(value) is Markup:
        return value
    if type(value) is str and not (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):
        return value
    return escape(value)


class Straight(CodeGenerator):
    """Jinja's own compiler without the detours."""

    def visit_Template(  # noqa: N802 (Jinja's own names, here and below)
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """As Jinja has it, with `written` among the names that the code knows."""
        self.writeline(f"from {__name__} import {written.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(f"{written.__name__}(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`one.name` as it stands: a name that is not there raises AttributeError."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call as it stands; a `t` that is still there was not two plain strings."""
        if isinstance(node.node, nodes.Name) and node.node.name == "t":
            self.fail(_PLAIN_WORDS, node.lineno)
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")
