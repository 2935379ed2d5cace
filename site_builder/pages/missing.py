"""What a visitor sees at an address where there is nothing: the ways to what there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.view import plan_label, text
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Way:
    """A page to go on to."""

    label: Text
    title: Text
    path: str


@dataclass(frozen=True, slots=True)
class MissingData:
    """The plans; the other ways are the same on every site."""

    plans: tuple[Way, ...]


def pages(context: Context) -> Iterable[Page]:
    """The one page that a server gives for every address that it does not know."""
    plans = context.snapshot.plans.items()
    yield Page(
        path=paths.MISSING,
        kind=KIND.name,
        title=Text("Không có trang này", "There is no such page"),
        description=Text(
            "Địa chỉ vừa mở không có trên trang.",
            "The address that was opened is not on this site.",
        ),
        data=MissingData(
            tuple(
                Way(plan_label(state.plan), text(state.plan.title), paths.plan(plan_id))
                for plan_id, state in plans
            )
        ),
        anywhere=True,
    )


KIND = PageKind(
    name="missing",
    title=Text("Không có trang này", "There is no such page"),
    template="missing.html",
    pages=pages,
)
