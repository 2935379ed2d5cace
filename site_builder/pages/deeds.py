"""What happened to plans, bodies and series: each deed with its day, its document, its words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from site_builder.pages import paths
from site_builder.pages.amended import Said
from site_builder.pages.view_life import ActView
from site_builder.terms.text import Text

DeedKind = Literal["amended", "replaced", "issued", "body", "break", "corrected"]
KIND_WORDS: dict[DeedKind, Text] = {
    "amended": Text("Sửa đổi, bổ sung kế hoạch", "Plans amended"),
    "replaced": Text("Kế hoạch bị thay thế, hết hiệu lực", "Plans replaced or ended"),
    "issued": Text("Ban hành kế hoạch", "Plans issued"),
    "body": Text("Cơ quan thành lập, đổi tên, kết thúc", "Bodies begun, renamed or ended"),
    "break": Text("Chuỗi số liệu bị ngắt", "Series broken"),
    "corrected": Text("Số liệu được sửa", "Figures corrected"),
}
"""The kinds in the order in which those of one day stand."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that happened or is decided."""

    kind: DeedKind
    anchor: str
    """Where it stands on the page of changes while it is listed; permanent."""
    day: dt.date | None
    """When it was decided, or happened; None where that is not known."""
    when: Text
    """That day, with no more precision than is known."""
    title: Text
    """What was done; after it stands to what."""
    subject: Text
    path: str
    plan_id: str
    """Empty for what belongs to no single plan."""
    plan: Text | None
    """The plan's number, where the subject is something of the plan."""
    document: str = ""
    """The id of the document that did it; empty where none did or is known."""
    by: ActView | None = None
    in_force: dt.date | None = None
    """From when it holds, where that is told apart from the day."""
    coming: bool = False
    """Whether it is decided and has not come about yet."""
    lines: tuple[Said, ...] = ()
    rest: int = 0
    """How many more lines there are than are told."""
    note: Text | None = None
    illustrative: bool = False
    listed: bool = True
    """Whether it stands on the page of changes, which lists the newest."""

    @property
    def own(self) -> str:
        """The permanent link to it; of one too old to be listed, to the page of changes."""
        return f"{paths.CHANGES}#{self.anchor}" if self.listed else paths.CHANGES


def slug(name: str) -> str:
    """An id of a plan as a part of an anchor."""
    return name.replace("/", ".")
