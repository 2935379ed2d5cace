"""The site's address as `mkdocs.yml` states it, read without MkDocs: a check must not wait for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

_KEY = "site_url"
_ENVIRONMENT = "!ENV"
_ADDRESS = re.compile(r"https?://[\w.~:/%\-]+", re.ASCII)
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def site_address(config: bytes, environment: Mapping[str, str]) -> str:
    """The value of `site_url` as an address, which may name variables of the environment; empty
    where there is none, or the file cannot be read."""
    try:
        root = yaml.compose(config.decode("utf-8"), Loader=_LOADER)
    except (UnicodeDecodeError, yaml.YAMLError):
        return ""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next(
        (as_address(_value(node, environment)) for key, node in pairs if key.value == _KEY), ""
    )


def as_address(text: str) -> str:
    """A web address with its final slash; empty for anything that is none, or that would not stand
    unharmed in every format of a report."""
    text = text.strip()
    return text.rstrip("/") + "/" if _ADDRESS.fullmatch(text) else ""


def _value(node: yaml.Node, environment: Mapping[str, str]) -> str:
    """A plain value, or that of the first variable that is set: `!ENV NAME`, and in brackets more
    names and at last what counts without them."""
    listed = isinstance(node, yaml.SequenceNode)
    words = [item.value for item in node.value] if listed else [node.value]
    if not all(isinstance(word, str) for word in words):
        return ""
    if node.tag != _ENVIRONMENT:
        return "" if listed else str(words[0])
    default = words.pop() if len(words) > 1 else ""
    return next((environment[name] for name in words if name in environment), default)
