"""One thing that a plan or a list says, under its permanent key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from site_builder.model import canonical as form
from site_builder.model.act_facts import ENGLISH
from site_builder.model.base import Words
from site_builder.model.canonical import Form
from site_builder.model.fields import Fields
from site_builder.terms.place import Step

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said."""

    key: str
    """`targets/doan-vien/2025/population`: what `plansite diff` prints."""
    field: str
    """What kind of thing: `target.population`; of a whole `indicator`."""
    content: Any
    form: Form
    path: Path
    """Where it stands in its file."""
    within: tuple[str, ...] = ()
    """The keys of the wholes that it is part of, outermost first."""

    @property
    def value(self) -> str:
        """It in one line."""
        return self.form.write(self.content)

    @property
    def is_whole(self) -> bool:
        """Whether it stands for all that lies below its key."""
        return self.form is form.WHOLE


def told(
    key: str, field: str, model: BaseModel, told: Fields, path: Path, within: tuple[str, ...] = ()
) -> Iterator[Fact]:
    """The fields of a model that are given, one by one."""
    for name, how in told.items():
        value, info = getattr(model, name), type(model).model_fields[name]
        # Without a flag that is off by default nothing is said; one that may be absent says “no”.
        if value is None or value == () or (value is False and info.default is False):
            continue
        written = info.alias or name
        yield from leaf(f"{key}/{written}", f"{field}.{name}", value, how, (*path, written), within)


def leaf(
    key: str, field: str, value: Any, how: Form, path: Path, within: tuple[str, ...]
) -> Iterator[Fact]:
    """One value, where it says anything, and its translation."""
    if how.write(value):
        yield Fact(key, field, value, how, path, within)
    if isinstance(value, Words) and value.en and form.line(value.en):
        place = (*path, "en")
        yield Fact(f"{key}{ENGLISH}", f"{field}{ENGLISH}", value.en, form.LINE, place, within)
