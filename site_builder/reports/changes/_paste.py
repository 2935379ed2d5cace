"""The amendments that are missing, as YAML to copy into the plan, the document left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_builder.changes.authority import wanted
from site_builder.changes.change import Change
from site_builder.reports._escape import visible
from site_builder.terms.text import Text

FILL_IN = Text(
    "mã văn bản sửa đổi trong plans/documents.yml",
    "the amending document's id in plans/documents.yml",
)
_PLAIN = re.compile(r"[^\W\d_][\w./±-]*(?:,? [\w./±-]+)*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def lacking(changes: Iterable[Change]) -> list[Change]:
    """The changes for which an amendment has to be recorded: nothing cites one for them yet."""
    return [one for one in changes if one.uncovered and one.kind.authorised and not one.cited]


def paste(changes: Iterable[Change], *, more: bool) -> str:
    """One block for the changes of one plan that lack their authority; empty where there is none.

    `more`: the plan has amendments already, so that their key stands there.
    """
    entries = [line for change in lacking(changes) for line in _entries(change)]
    if not entries:
        return ""
    head = [] if more else ["amendments:"]
    return "\n".join([*head, f"  - document: {_HOLE}", "    changes:", *entries]) + "\n"


_HOLE = "…"


def _entries(change: Change) -> Iterator[str]:
    before, after = wanted(change)
    yield from _entry(change.what, before, after)
    for part in change.parts:
        yield from _entry(*part)


def _entry(what: str, before: str | None, after: str | None) -> Iterator[str]:
    yield f"      - what: {_scalar(what)}"
    if before is not None:
        yield f"        from: {_scalar(before)}"
    if after is not None:
        yield f"        to: {_scalar(after)}"


def _scalar(value: str) -> str:
    """Plain where every reader of YAML takes it for the same text, else in quotes."""
    value = visible(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return "'" + value.replace("'", "''") + "'"
