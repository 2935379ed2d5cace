"""What changed: amendments, plans replaced, bodies ended, series broken, figures corrected."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from site_builder.pages import paths
from site_builder.pages.choice import Choice
from site_builder.pages.deeds import KIND_WORDS, Deed, slug
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.timeline import timeline
from site_builder.pages.view import HOME_CRUMB, plan_number
from site_builder.terms.text import Text, same

TITLE = Text("Những thay đổi", "What changed")
ABOUT = Text(
    "Kế hoạch được sửa đổi, thay thế, cơ quan kết thúc hoặc đổi tên, chuỗi số liệu bị ngắt, số liệu "
    "được sửa: ngày nào, theo văn bản nào, từ gì thành gì.",
    "Plans amended or replaced, bodies ended or renamed, series broken, figures corrected: on which "
    "day, by which document, from what to what.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One deed with the words by which it is filtered."""

    deed: Deed
    plan: str


@dataclass(frozen=True, slots=True)
class Year:
    """The deeds of one year, newest first."""

    anchor: str
    label: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ChangesData:
    """Everything on the page."""

    years: tuple[Year, ...]
    total: int
    older: int
    """How many older ones the page has no room for."""
    plans: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    coming: tuple[Deed, ...]
    """What is decided and has not come about yet, the nearest first."""
    illustrative: bool


def pages(context: Context) -> Iterable[Page]:
    """The one page of changes."""
    data = changes_data(context)
    yield Page(
        path=paths.CHANGES,
        kind=KIND.name,
        title=TITLE,
        description=ABOUT,
        data=data,
        crumbs=(HOME_CRUMB,),
        illustrative=data.illustrative,
        finds=(
            Find("page", TITLE, ABOUT, also=("lịch sử", "sửa đổi", "đính chính", "amendments")),
        ),
    )


def all_deeds(context: Context) -> list[Deed]:
    """Everything that happened or is decided, newest first; what has no day stands last."""
    return timeline(context.snapshot)


def recent(context: Context, most: int) -> tuple[Deed, ...]:
    """The newest changes of what stood before: a plan that is merely issued changes nothing."""
    found = [deed for deed in all_deeds(context) if deed.kind != "issued" and not deed.coming]
    return tuple(found[:most])


def changes_data(context: Context) -> ChangesData:
    """What the page shows."""
    deeds = all_deeds(context)
    shown = [deed for deed in deeds if deed.listed]
    named = Counter(deed.plan_id for deed in shown if deed.plan_id)
    plans = context.snapshot.plans
    coming = [deed for deed in deeds if deed.coming]
    return ChangesData(
        years=tuple(_year(year, list(found)) for year, found in groupby(shown, key=_year_of)),
        total=len(deeds),
        older=len(deeds) - len(shown),
        plans=tuple(
            Choice(slug(plan_id), plan_number(state.plan))
            for plan_id, state in plans.items()
            if plan_id in named
        ),
        kinds=tuple(
            Choice(kind, words)
            for kind, words in KIND_WORDS.items()
            if any(deed.kind == kind for deed in shown)
        ),
        coming=tuple(sorted(coming, key=_comes)),
        illustrative=any(deed.illustrative for deed in shown),
    )


def _comes(deed: Deed) -> tuple[dt.date, str]:
    return deed.in_force or deed.day or dt.date.max, deed.anchor


def _year_of(deed: Deed) -> int | None:
    return deed.day.year if deed.day else None


def _year(year: int | None, deeds: list[Deed]) -> Year:
    label = same(str(year)) if year else Text("Chưa rõ ngày", "Date unknown")
    return Year(
        anchor=f"nam-{year or 'chua-ro'}",
        label=label,
        lines=tuple(Line(deed, slug(deed.plan_id)) for deed in deeds),
    )


KIND = PageKind(name="changes", title=TITLE, template="changes.html", pages=pages)
