"""What tells a target from others: its label, and a number that is taken from another year's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from site_builder.model.base import Words
from site_builder.model.document import Document
from site_builder.model.indicator import LABEL_MARK, Relation, Relative, Target
from site_builder.pages.view import text
from site_builder.progress.wording import CATEGORY_WORDS
from site_builder.terms.text import Text, same

RELATION_WORDS: dict[Relation, tuple[str, Text]] = {
    "decrease_by": ("giảm", Text("giảm {x}", "a decrease of {x}")),
    "increase_by": ("tăng", Text("tăng {x}", "an increase of {x}")),
    "decrease_percent": ("giảm", Text("giảm {x}", "a decrease of {x}")),
    "increase_percent": ("tăng", Text("tăng {x}", "an increase of {x}")),
    "times": ("gấp", Text("gấp {x} lần", "{x} times")),
}
"""The verb of a number that is no level of its own, and the two together."""
_AGAINST = Text(" so với {period}", " from {period}")
_AGAINST_TIMES = Text(" {period}", " that of {period}")
_BY_DOCUMENT = Text("theo {document}", "by {document}")
NO_DOCUMENTS: Mapping[str, Document] = MappingProxyType({})


def qualifier(
    key: str, target: Target, documents: Mapping[str, Document] = NO_DOCUMENTS
) -> Text | None:
    """What tells a target from others of the same date; None where it stands for the whole."""
    parts = [categories(target.of, target.scope)] if target.of or target.scope else []
    if target.authority is not None:
        known = documents.get(target.authority)
        number = known.number if known and isinstance(known.number, str) else target.authority
        parts.append(_BY_DOCUMENT.fill(document=number))
    if not parts and (label := key.partition(LABEL_MARK)[2]):
        parts.append(CATEGORY_WORDS.get(label, same(label)))
    if not parts:
        return None
    return Text(", ".join(p.vi for p in parts), ", ".join(p.en for p in parts))


def categories(of: Mapping[str, str], scope: Words | None = None) -> Text:
    """The categories of a breakdown, and the words of a scope.

    A category is called by its id only where no scope says in words what it is.
    """
    found = [one for _, one in sorted(of.items())]
    parts = [CATEGORY_WORDS[one] for one in found if one in CATEGORY_WORDS]
    if scope is None:
        parts += [same(one) for one in found if one not in CATEGORY_WORDS]
    else:
        parts.append(text(scope))
    return Text(", ".join(p.vi for p in parts), ", ".join(p.en for p in parts))


def due_of(key: str) -> str:
    """The part of a target's key that says when it falls due: `2025@nu` → `2025`."""
    return key.partition(LABEL_MARK)[0]


def related(relative: Relative, said: Text, base: Text, printed: str) -> Text:
    """A number that is no level of its own; what is printed already is not said twice."""
    verb, words = RELATION_WORDS[relative.relation]
    times, printed = relative.relation == "times", printed.casefold()
    whole = words.fill(x=said)
    if verb in printed:
        whole = Text(said.vi, whole.en)
    if times and "lần" in printed:
        whole = Text(whole.vi.removesuffix(" lần"), whole.en)
    ending = (_AGAINST_TIMES if times else _AGAINST).fill(period=base)
    told = str(relative.base.start.year) in printed
    return Text(whole.vi if told else whole.vi + ending.vi, whole.en + ending.en)
