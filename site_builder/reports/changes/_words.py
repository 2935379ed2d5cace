"""One change in words: what it is about, from what to what, what follows, by which authority."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.changes.change import Change
from site_builder.reports._escape import clip, visible
from site_builder.terms.text import Lang, Text

LONGEST = 400
"""Characters of a value; the files and the JSON have it whole."""
_CLAUSE = Text(" (mục {clause})", " (clause {clause})")
_ADDED = Text("thêm: {after}", "added: {after}")
_REMOVED = Text("trước là: {before}", "was: {before}")
_CHANGED = Text("{before} → {after}", "{before} → {after}")
_NONE = Text("chưa có căn cứ", "no authority")
_NEVER = Text(
    "không văn bản nào cho phép; hãy trả lại như cũ", "no document can allow it; put it back"
)
_NOT_FIT = Text(
    "chưa có căn cứ: mục dẫn {document} không dùng được, xem bên dưới",
    "no authority: the entry that cites {document} does not hold, see below",
)
_BY = Text("căn cứ: {document}", "authority: {document}")


def subject(change: Change, lang: Lang) -> str:
    """The thing and its clause."""
    clause = _CLAUSE.fill(clause=change.clause).of(lang) if change.clause else ""
    return clip(visible(change.subject.of(lang)), LONGEST) + visible(clause)


def values(change: Change, lang: Lang) -> str:
    """From what to what; empty where the subject says it all."""
    before, after = (_value(said, lang) for said in (change.said_before, change.said_after))
    name = change.subject.of(lang)
    if not before:
        return "" if change.said_after.of(lang) == name else _ADDED.fill(after=after).of(lang)
    if not after:
        return "" if change.said_before.of(lang) == name else _REMOVED.fill(before=before).of(lang)
    if before == after:
        # What differs does not show in how the documents word it.
        before, after = (_raw(value) for value in (change.before, change.after))
    return _CHANGED.fill(before=before, after=after).of(lang)


def _value(said: Text, lang: Lang) -> str:
    return clip(visible(said.of(lang)), LONGEST)


def _raw(value: str) -> str:
    return clip(visible(value), LONGEST)


def remarks(change: Change, lang: Lang) -> list[str]:
    """What is said beside it: its detail, and what follows from it."""
    said = ([change.detail] if change.detail else []) + list(change.effects)
    return [clip(visible(text.of(lang)), LONGEST) for text in said]


def authority(change: Change, documents: Mapping[str, Text], lang: Lang) -> str:
    """By which document, or that there is none; empty where none is needed or cited."""
    if change.authority:
        known = documents.get(change.authority)
        name = known.of(lang) if known else change.authority
        return _BY.fill(document=clip(visible(name), LONGEST)).of(lang)
    if change.kind.weight != "authority":
        return ""
    if change.cited and change.kind.authorised:
        known = documents.get(change.cited)
        name = known.of(lang) if known else change.cited
        return _NOT_FIT.fill(document=clip(visible(name), LONGEST)).of(lang)
    return (_NONE if change.kind.authorised else _NEVER).of(lang)
