"""A change between two revisions: what it is, how grave, what it was and became, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_builder.model.policy import Weight
from site_builder.terms.place import Cell, Node
from site_builder.terms.text import Text

WEIGHTS: tuple[Weight, ...] = ("authority", "review", "data", "editorial")
"""From the gravest on."""
Revision = Literal["base", "head"]
NOTHING = Text("", "")
"""How what is not there is worded."""


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """The declaration of a kind of change."""

    code: str
    weight: Weight
    title: Text
    mirror: str | Text
    """The code of what the way back is; or why there is none."""
    authorised: bool = True
    """Whether a document can be cited for it at all."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. Values are canonical, in one line, and empty where there is none."""

    kind: ChangeKind
    plan: str
    """The plan's id; empty for what all plans share."""
    what: str
    """Its permanent key, as amendments name it."""
    subject: Text
    clause: str
    before: str
    after: str
    said_before: Text
    said_after: Text
    """The values as the documents word them."""
    where: Node | Cell
    revision: Revision = "head"
    """In which revision `where` is a place: the base only for what is no longer there."""
    anchor: Node | None = None
    """The place in the head that comes nearest, where the thing itself is no longer there."""
    detail: Text | None = None
    effects: tuple[Text, ...] = ()
    authority: str = ""
    """The id of the document whose amendment covers it."""
    cited: str = ""
    """The id of the document that is cited for it in this comparison, rightly or not."""
    parts: tuple[tuple[str, str | None, str | None], ...] = ()
    """Keys with old and new values of what is told with it, as an amendment may state them."""

    @property
    def uncovered(self) -> bool:
        """Whether it needs an authority and has none."""
        return self.kind.weight == "authority" and not self.authority


def kind(
    code: str,
    weight: Weight,
    vi: str,
    en: str,
    mirror: str | Text | None = None,
    *,
    authorised: bool = True,
) -> ChangeKind:
    """A declaration; without a mirror, the way back is a change of the same kind."""
    return ChangeKind(code, weight, Text(vi, en), mirror or code, authorised)
