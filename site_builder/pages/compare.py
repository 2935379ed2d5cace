"""Compare: the same indicator as several plans set it, and body by body. No ranks, no averages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB
from site_builder.pages.view_compare import Compared, SharedOut, compared, shared_out
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text

TITLE = Text("So sánh", "Compare")
ABOUT = Text(
    "Cùng một chỉ tiêu trong nhiều kế hoạch, và từng đơn vị được giao cùng một chỉ tiêu; không xếp "
    "hạng, không lấy trung bình.",
    "The same indicator as several plans set it, and the bodies among which one is shared out; no "
    "ranks and no averages.",
)


@dataclass(frozen=True, slots=True)
class CompareData:
    """Everything on the page, in the order in which it stands there."""

    compared: tuple[Compared, ...]
    shared: tuple[SharedOut, ...]
    illustrative: bool


def pages(context: Context) -> Iterable[Page]:
    """The one page of comparison."""
    data = compare_data(context.snapshot)
    yield Page(
        path=paths.COMPARE,
        kind=KIND.name,
        title=TITLE,
        description=ABOUT,
        data=data,
        crumbs=(HOME_CRUMB,),
        illustrative=data.illustrative,
        finds=(Find("page", TITLE, ABOUT, also=("đối chiếu", "xếp hạng", "ranking")),),
    )


def compare_data(snapshot: Snapshot) -> CompareData:
    """What the page shows."""
    alike, shared = compared(snapshot), shared_out(snapshot)
    return CompareData(
        compared=alike,
        shared=shared,
        illustrative=any(one.illustrative for one in alike)
        or any(one.illustrative for one in shared),
    )


KIND = PageKind(name="compare", title=TITLE, template="compare.html", pages=pages)
