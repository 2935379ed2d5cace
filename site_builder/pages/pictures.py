"""The pictures that stand for a page where somebody shares it: one of the site, one of each plan."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.charts.card import PlanCard
from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.view import plan_label, text
from site_builder.pages.view_status import merged, ordered
from site_builder.terms.text import Text

_ALL = Text("{n} kế hoạch", "{n} plans")
_TITLE = Text(
    "Chỉ tiêu, nhiệm vụ, đơn vị chịu trách nhiệm và số liệu mở",
    "Targets, duties, who is responsible, and open data",
)


def pictures(context: Context) -> Iterator[tuple[str, PlanCard]]:
    """Each picture by the name under which pages refer to it (`Page.picture`)."""
    states = tuple(context.snapshot.plans.values())
    yield (
        paths.SITE_PICTURE,
        PlanCard(
            label=_ALL.fill(n=len(states)),
            title=_TITLE,
            territory=_territories(context),
            counts=merged(tuple(state.target_counts for state in states)),
            as_of=context.as_of,
            site_name=context.site_name,
            illustrative=any(state.illustrative for state in states),
        ),
    )
    for plan_id, state in context.snapshot.plans.items():
        yield (
            paths.picture(plan_id),
            PlanCard(
                label=plan_label(state.plan),
                title=text(state.plan.title),
                territory=text(state.plan.territory),
                counts=ordered(state.target_counts),
                as_of=context.as_of,
                site_name=context.site_name,
                illustrative=state.illustrative,
            ),
        )


def _territories(context: Context) -> Text:
    places = dict.fromkeys(text(state.plan.territory) for state in context.snapshot.plans.values())
    return Text("; ".join(place.vi for place in places), "; ".join(place.en for place in places))
