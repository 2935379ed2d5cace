"""Unquoted scalars that we read as text and another YAML reader as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml
from pydantic import BaseModel

from site_builder.sources.shape import Shape, key_shape, shape_at
from site_builder.sources.yaml_tree import Path, Tree
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

QUOTE = Rule(
    code="Y021",
    severity="warning",
    title=Text("Chữ cần đặt trong dấu ngoặc kép", "Text that needs quotes"),
    reason=Text(
        "Không có dấu ngoặc, phần mềm đọc YAML khác hiểu chữ này thành số, ngày hoặc đúng/sai: NO "
        "thành “sai”, 4:9 thành 249, 012 thành 10.",
        "Unquoted, other YAML readers take this text for a number, a date or a flag: NO is false, "
        "4:9 is 249, 012 is 10.",
    ),
    fix=Text("Đặt trong dấu ngoặc kép.", "Put it in quotes."),
    wrong="short: NO",
    right='short: "NO"',
)
RULES = (QUOTE,)

_RESOLVER: Any = yaml.resolver.Resolver()
_STRING = "tag:yaml.org,2002:str"
# What YAML 1.2 readers resolve and PyYAML's 1.1 does not: floats without a point, 0o octals.
_CORE_1_2 = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+")


def quote_findings(file: str, model: type[BaseModel], tree: Tree) -> Iterator[Finding]:
    """Every unquoted scalar in a place for text that other readers take for something else."""
    for path, is_key, text in tree.plain:
        other = other_reading(text) if text else None
        if other is None or not _is_text(_shape(model, tree.value, path, is_key)):
            continue
        if not _stands(tree.value, path, is_key, text):
            continue
        quoted = f'"{text}"'
        yield QUOTE.finding(
            Node(file, path, "key" if is_key else "value"),
            read=text,
            expected=Text(
                "chữ {quoted}, không phải {other}", "the text {quoted}, not {other}"
            ).fill(quoted=quoted, other=other),
            suggestion=quoted,
        )


def _shape(model: type[BaseModel], root: Any, path: Path, is_key: bool) -> Shape | None:
    return key_shape(model, root, path) if is_key else shape_at(model, root, path)


def _is_text(shape: Shape | None) -> bool:
    """Text proper, or a wording given as plain text."""
    return shape is not None and (shape.kind == "text" or shape.keys() == ("vi", "en"))


def _stands(root: Any, path: Path, is_key: bool, text: str) -> bool:
    """Whether the scalar was kept: the value of a key given twice was not."""
    for step in path[:-1] if is_key else path:
        if isinstance(root, dict):
            root = root.get(step)
        elif isinstance(root, list) and isinstance(step, int) and step < len(root):
            root = root[step]
        else:
            return False
    return text in root if is_key and isinstance(root, dict) else bool(root == text)


@lru_cache(maxsize=4096)
def other_reading(text: str) -> Text | None:
    """What another reader makes of an unquoted scalar; None where all agree that it is text."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    if tag == _STRING:
        if _CORE_1_2.fullmatch(text):
            return Text("một số", "a number")
        return None
    return _named(tag.rpartition(":")[2], text)


def _named(kind: str, text: str) -> Text:
    if kind == "bool":
        true = text.lower() in ("yes", "true", "on")
        return Text("đúng (true)", "true") if true else Text("sai (false)", "false")
    if kind in ("int", "float"):
        try:
            value = str(yaml.safe_load(text))
        except ValueError:
            value = "…"
        return Text(f"số {value}", f"the number {value}")
    if kind == "timestamp":
        return Text("một ngày", "a date")
    if kind == "null":
        return Text("giá trị trống", "nothing at all")
    return Text("một ký hiệu riêng của YAML", "a sign of YAML's own")
