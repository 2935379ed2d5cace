"""Comparisons in which every text that can come from a file would do something somewhere."""

from __future__ import annotations

from site_builder.changes.catalogue import KINDS
from site_builder.changes.change import Change
from site_builder.changes.comparison import Comparison
from site_builder.model.policy import Policy
from site_builder.terms.place import Node, Spot
from site_builder.terms.text import Text
from tests.reports import samples

MENTIONS = (
    "@all @user a@b.vn",
    "#1 GH-12 kho/khac#3 !4 ~nhãn %5 $7 &8",
    "http://evil.example/x https://evil.example www.evil.example mailto:a@b.vn",
    "- mục",
    "1. một",
    "> trích",
    "# Đầu đề",
    "===",
    "<!-- --> <details> &lt;b&gt; &#64;all",
    "| a | b |",
    "$x^2$ ~~gạch~~ _nghiêng_ __đậm__",
    "[^1] [[wiki]] [x]: http://b.example",
    "    mã",
)
HOSTILE = (*samples.INTRUDERS, *MENTIONS)


def _change(text: str, code: str) -> Change:
    said = Text(text, text)
    return Change(
        kind=KINDS[code],
        plan=text,
        what=f"targets/{text}/2025",
        subject=said,
        clause=text,
        before=text,
        after=f"{text} mới",
        said_before=said,
        said_after=Text(f"{text} mới", f"{text} new"),
        where=Node(text),
        revision="base",
        detail=said,
        effects=(said,),
        authority="" if code == "target-weakened" else text,
        cited="",
        parts=((text, text, None),),
    )


def comparison(text: str) -> Comparison:
    """Its findings are those of the other reports."""
    changes = tuple(
        _change(text, code)
        for code in (
            "target-weakened", "target-strengthened", "role-changed", "data-added", "text-changed",
        )
    )  # fmt: skip
    spot = Spot(f"plans/{text}.yml", 3, 5, 9, text, text)
    return Comparison(
        changes=changes,
        findings=samples.hostile().findings,
        policy=Policy(),
        spots=(spot,) * len(changes),
        titles={text: Text(text, text)},
        documents={text: Text(text, text)},
    )
