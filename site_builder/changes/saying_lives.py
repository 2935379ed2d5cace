"""The life of a body as a reader knows it: acts, former names, successors."""

from __future__ import annotations

from site_builder.changes.naming import bodies, document, listed, words
from site_builder.changes.sides import Side
from site_builder.changes.words import SHARES
from site_builder.model.agency import Act, FormerName, Successor
from site_builder.model.base import Words
from site_builder.progress import wording
from site_builder.terms.text import Text, same


def act(content: Act, side: Side) -> Text:
    """`Nghị quyết 88/NQ-HĐND ngày 10/11/2023, theo mục 1`."""
    said = document(content.document, side.documents)
    return said if content.clause is None else _CLAUSE.fill(said=said, clause=content.clause)


def by_act(content: Act, side: Side) -> Text:
    """`theo Nghị quyết 88/NQ-HĐND ngày 10/11/2023, theo mục 1`."""
    return _BY.fill(act=act(content, side))


def former_name(name: FormerName, side: Side) -> Text:
    """`Ban Nữ công (BNC) đến hết 31/3/2022, theo …`."""
    short = same("") if name.short is None else same(" ({n})").fill(n=words(name.short))
    said = _FORMER.fill(name=words(name.name), short=short, until=wording.period(name.until))
    return _with_act(said, name.by, name.note, side)


def successor(heir: Successor, side: Side) -> Text:
    """`Công đoàn xã X – một phần: địa bàn phía đông, theo …`."""
    name = (
        words(heir.name) if heir.name is not None else bodies((heir.agency or "",), side.agencies)
    )
    what = same("") if heir.what is None else same(": {what}").fill(what=words(heir.what))
    said = _HEIR.fill(name=name, share=SHARES[heir.share], what=what)
    return _with_act(said, heir.by, heir.note, side)


def _with_act(said: Text, by: Act | None, note: Words | None, side: Side) -> Text:
    found = said if by is None else listed([said, by_act(by, side)])
    return found if note is None else same("{said} ({note})").fill(said=found, note=words(note))


_CLAUSE = Text("{said}, theo mục {clause}", "{said}, by clause {clause}")
_BY = Text("theo {act}", "by {act}")
_FORMER = Text("{name}{short} đến hết {until}", "{name}{short} until the end of {until}")
_HEIR = Text("{name} – {share}{what}", "{name} – {share}{what}")
