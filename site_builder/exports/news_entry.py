"""One thing that is new, and the words that several kinds of news share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from site_builder.model.repository import Repository
from site_builder.pages.view import plan_label
from site_builder.terms.text import Text

MOST = 50
"""How many entries a feed has at most."""
Kind = Literal["data", "correction", "plan", "body", "break"]
ILLUSTRATIVE = Text("{title} (số liệu minh họa)", "{title} (illustrative figures)")
"""Said in the title itself."""


@dataclass(frozen=True, slots=True)
class News:
    """One entry. `path` is the page below the root of a language that it is about."""

    id: str
    kind: Kind
    day: dt.date
    title: Text
    words: Text
    path: str


def plan_words(repository: Repository, plan_id: str) -> Text:
    """A plan by its number."""
    return plan_label(repository.plans[plan_id])
