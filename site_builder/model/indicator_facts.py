"""An indicator taken apart: its baseline, its breaks, its targets and how one is shared out."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model import canonical as form
from site_builder.model import fields
from site_builder.model.act_facts import ENGLISH
from site_builder.model.fact import Fact, Path, told
from site_builder.model.indicator import Allocation, Baseline, Break, Indicator, Target


def indicator_facts(objective: str, indicator: Indicator, path: Path) -> Iterator[Fact]:
    """Everything that a plan says of an indicator, its targets, breaks and allocation."""
    name = indicator.id
    key = f"indicators/{name}"
    within = (key,)
    yield Fact(key, "indicator", indicator, form.WHOLE, path)
    yield Fact(f"{key}/id", "indicator.id", name, form.ID, (*path, "id"), within)
    yield Fact(f"{key}/objective", "indicator.objective", objective, form.ID, path, within)
    yield from told(key, "indicator", indicator, fields.INDICATOR, path, within)
    if indicator.baseline is not None:
        yield from _baseline(name, indicator.baseline, (*path, "baseline"), within)
    for i, one in enumerate(indicator.breaks):
        yield from _break(f"{key}/breaks/{one.start}", one, (*path, "breaks", i), within)
    for period, target in indicator.targets.items():
        yield from _target(f"targets/{name}/{period}", target, (*path, "targets", period), within)
    if indicator.allocation is not None:
        yield from _allocation(name, indicator.allocation, (*path, "allocation"), within)


def _baseline(name: str, baseline: Baseline, path: Path, within: tuple[str, ...]) -> Iterator[Fact]:
    key = f"baselines/{name}"
    yield Fact(key, "baseline", baseline, form.BASELINE, path, within)
    if baseline.clause is not None:
        place = (*path, "clause")
        yield Fact(
            f"indicators/{name}/baseline/clause", "baseline.clause", baseline.clause, form.LINE,
            place, (*within, key),
        )  # fmt: skip


def _break(key: str, one: Break, path: Path, within: tuple[str, ...]) -> Iterator[Fact]:
    yield Fact(key, "indicator.break", one, form.BREAK, path, within)
    if one.targets_hold:
        # Told by itself even of a break that comes or goes: it says what targets mean.
        place = (*path, "targets_hold")
        yield Fact(
            f"{key}/targets_hold", "indicator.break.targets_hold", True, form.FLAG, place, within
        )


def _target(key: str, target: Target, path: Path, within: tuple[str, ...]) -> Iterator[Fact]:
    yield Fact(key, "target", target, form.TARGET, (*path, target.comparison), within)
    inside = (*within, key)
    yield from told(key, "target", target, fields.TARGET, path, inside)
    if target.in_words is not None and target.in_words.en:
        place = (*path, "in_words", "en")
        said = target.in_words.en
        yield Fact(f"{key}{ENGLISH}", f"target{ENGLISH}", said, form.LINE, place, inside)
    if target.tolerance is not None and target.about is None:
        place = (*path, "tolerance")
        yield Fact(
            f"{key}/tolerance", "target.tolerance", target.tolerance, form.NUMBER, place, inside
        )


def _allocation(
    name: str, allocation: Allocation, path: Path, within: tuple[str, ...]
) -> Iterator[Fact]:
    key = f"allocations/{name}"
    yield Fact(key, "allocation", allocation, form.WHOLE, path, within)
    inside = (*within, key)
    # Apart from the bodies' shares, so that no body's id can be taken for a field.
    folder = f"indicators/{name}/allocation"
    yield from told(folder, "allocation", allocation, fields.ALLOCATION, path, inside)
    for body, share in allocation.shares.items():
        place = (*path, "shares", body)
        yield Fact(f"{key}/{body}", "allocation.share", share, form.SHARE, place, inside)
