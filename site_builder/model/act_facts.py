"""What documents did to a plan, as it records it: amendments and ends, one by one.

Nothing reads their values back: neither is itself amended.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from site_builder.model import canonical as form
from site_builder.model.amendment import Amended, Amendment
from site_builder.model.canonical import Form
from site_builder.model.plan import Plan, Supersession
from site_builder.terms.place import Step

ENGLISH = "/en"
"""How keys and fields of translations end."""
WHOLE_PLAN = "plan"
"""Stands for the part of a plan that a document ends where that is all of it."""
Path = tuple[Step, ...]
Said = tuple[str, str, Any, Form, Path]
"""Key, field, content, form and place."""


def plan_acts(plan: Plan) -> Iterator[Said]:
    """Every amended thing and every end that the plan records, with the notes on them."""
    yield from _amendments(plan)
    yield from _superseded(plan)


def _amendments(plan: Plan) -> Iterator[Said]:
    """Each amended thing by document and key: how entries are grouped makes no difference."""
    said: dict[str, list[tuple[str, Any, str, Path]]] = {}
    for i, amendment in enumerate(plan.amendments):
        folder = f"amendments/{amendment.document}"
        for j, amended in enumerate(amendment.changes):
            place: Path = ("amendments", i, "changes", j)
            content = (amendment, amended)
            key = f"{folder}/{amended.what}"
            said.setdefault(key, []).append((cited(content), content, "amendment", place))
        if amendment.note is not None:
            place = ("amendments", i, "note")
            words = form.line(amendment.note.vi)
            said.setdefault(f"{folder}/note", []).append((words, words, "amendment.note", place))
    for key, told in said.items():
        for count, (_, content, field, place) in enumerate(sorted(told, key=itemgetter(0)), 1):
            how = _CITED if field == "amendment" else form.LINE
            yield _numbered(key, count), field, content, how, place


def _numbered(key: str, count: int) -> str:
    """Of several under one key, all but the first carry a number."""
    return key if count == 1 else f"{key}#{count}"


def cited(said: tuple[Amendment, Amended]) -> str:
    """One amended thing in one line, with what its amendment says of all of them."""
    amendment, amended = said
    parts = {
        "from": amended.before,
        "to": amended.after,
        "clause": amendment.clause,
        "in_force": amendment.in_force,
    }
    return "; ".join(f"{name}: {form.line(str(said))}" for name, said in parts.items() if said)


_CITED = Form(cited, form.LINE.read)


def _superseded(plan: Plan) -> Iterator[Said]:
    """What a document ended, part by part: how parts are grouped makes no difference."""
    said: dict[str, list[tuple[str, Any, Path]]] = {}
    for i, one in enumerate(plan.superseded):
        folder, value = f"superseded/{one.document}", superseding(one)
        parts: dict[str, Path] = {part: ("parts", j) for j, part in enumerate(one.parts)}
        for part, within in (parts or {WHOLE_PLAN: ("document",)}).items():
            place = ("superseded", i, *within)
            said.setdefault(f"{folder}/{part}", []).append((value, one, place))
        yield from _note(one, f"{folder}/{min(parts, default=WHOLE_PLAN)}/note", i)
    for key, told in said.items():
        for count, (_, one, place) in enumerate(sorted(told, key=itemgetter(0)), 1):
            yield _numbered(key, count), "superseded", one, _SUPERSEDING, place


def _note(one: Supersession, key: str, i: int) -> Iterator[Said]:
    if one.note is None:
        return
    field, place = "superseded.note", ("superseded", i, "note")
    yield key, field, one.note, form.WORDS, place
    if one.note.en:
        yield f"{key}{ENGLISH}", f"{field}{ENGLISH}", one.note.en, form.LINE, (*place, "en")


def superseding(one: Supersession) -> str:
    """From when, by which clause, and whether something is put in its place, in one line."""
    clause = f"; clause: {one.clause}" if one.clause else ""
    return f"from: {one.start}{clause}; replaced: {'true' if one.replaced else 'false'}"


_SUPERSEDING = Form(superseding, form.LINE.read)
