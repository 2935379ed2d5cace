"""What a chart marks besides values: targets with what they said before, ends and breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from itertools import pairwise

from site_builder.charts.spec import BreakMark, EndMark, FormerTarget, TargetMark
from site_builder.model.base import Words
from site_builder.model.document import Document
from site_builder.model.indicator import Indicator, Target
from site_builder.pages.target_labels import NO_DOCUMENTS, qualifier
from site_builder.pages.view_quantity import quantity, quantity_bare
from site_builder.pages.view_target import amount
from site_builder.progress import wording
from site_builder.progress.snapshot import IndicatorState, TargetState
from site_builder.progress.trajectory import same_subject
from site_builder.terms.text import Text, same

Path = tuple[tuple[dt.date, Decimal], ...]


def paths(state: IndicatorState) -> tuple[Path, ...]:
    """What is expected on each side of the breaks."""
    return state.paths or (state.trajectory,)


def path_on(state: IndicatorState, day: dt.date) -> Path:
    """What is expected of the series to which a day belongs; empty where nothing says from where
    it is counted, for then no pace is claimed."""
    if not state.breaks:
        return state.trajectory if state.start is not None else ()
    side = sum(one.start.start <= day for one in state.breaks)
    every = paths(state)
    path = every[side] if side < len(every) else ()
    dues = {target.period.end for target in state.targets if target.period is not None}
    started = path[:1] and (path[0] in state.starts if side else path[0][0] not in dues)
    return path if started else ()


def break_marks(
    state: IndicatorState, documents: Mapping[str, Document] = NO_DOCUMENTS
) -> tuple[BreakMark, ...]:
    """Where the series breaks, why, and what is expected from there on."""
    behind = paths(state)[1:]
    found = []
    for place, one in enumerate(state.breaks):
        path = behind[place] if place < len(behind) else ()
        start = path[0] if path and path[0] in state.starts else None
        found.append(
            BreakMark(
                day=one.start.start,
                reason=wording.clause(one.why),
                cause=_number(one.document or "", documents),
                start=start,
                path=path if start is not None and len(path) > 1 else (),
            )
        )
    return tuple(found)


def _number(document: str, documents: Mapping[str, Document]) -> Text | None:
    """The number by which a picture cites a document; None where it has none."""
    known = documents.get(document)
    return same(known.number) if known and isinstance(known.number, str) else None


def holds_now(state: IndicatorState, target: TargetState, as_of: dt.date) -> bool:
    """Whether a target is still asked for, and counts what the newest figures count.

    One that was set before a break of the series does not, unless the break says that targets hold,
    and one that fell due before it belongs to the older series.
    """
    if target.ended is not None or target.target.of:
        return False
    days = [one.day for one in target.history if one.day is not None and one.day <= as_of]
    since = max(days, default=None)
    due = target.period.end if target.period else dt.date.max
    return not any(
        due < (day := one.start.start) or (not one.targets_hold and (since is None or since < day))
        for one in state.breaks
    )


def target_marks(
    state: IndicatorState,
    target: TargetState,
    as_of: dt.date,
    documents: Mapping[str, Document] = NO_DOCUMENTS,
) -> tuple[TargetMark, ...]:
    """The target at each of its dates; none where its number cannot stand on the values' scale."""
    indicator, aim = state.indicator, target.target
    value = _level(target)
    if value is None or (aim.unit is not None and aim.unit != indicator.unit):
        return ()
    label = amount(indicator, aim)
    short = label if aim.relative else _without_unit(label, aim.value or value, indicator.unit)
    apart = qualifier(target.key, aim, documents)
    if apart is not None:
        short = _APART.fill(apart=apart, short=short)
    mark = partial(
        TargetMark,
        value=value,
        label=label if apart is None else _APART.fill(apart=apart, short=label),
        comparison=aim.comparison if target.goal is None else target.goal.comparison,
        other_population=not same_subject(indicator, aim),
        short=short,
        upper=aim.between[1] if aim.between and not aim.relative else None,
        was=_former(indicator, target, as_of, documents),
        ended=_end(target, documents),
    )
    periods = [period for period, _ in target.each]
    if not periods and target.period is not None:
        periods = [target.period]
    return tuple(mark(one.end, start=None if one.kind == "year" else one.start) for one in periods)


def _level(target: TargetState) -> Decimal | None:
    """The number as a level: of one taken from another year's what it comes to, as far as known."""
    if target.target.relative is None:
        return target.target.value
    return None if target.goal is None else target.goal.low


def _former(
    indicator: Indicator,
    target: TargetState,
    as_of: dt.date,
    documents: Mapping[str, Document],
) -> tuple[FormerTarget, ...]:
    """What it said until documents changed it, the oldest first."""
    found = []
    for old, new in pairwise(target.history):
        before = old.target
        if before is None or new.day is None or new.day > as_of:
            continue
        if before.value is None or before.relative is not None or before.unit != target.target.unit:
            continue
        if new.target is not None and _same_number(before, new.target):
            continue
        label = amount(indicator, before)
        found.append(
            FormerTarget(
                value=before.value,
                label=label,
                until=new.day,
                cause=_number(new.document, documents),
                short=_without_unit(label, before.value, indicator.unit),
                upper=before.between[1] if before.between else None,
                since=old.day,
            )
        )
    return tuple(found)


def _same_number(one: Target, other: Target) -> bool:
    return (one.comparison, one.value, one.between) == (
        other.comparison,
        other.value,
        other.between,
    )


def _end(target: TargetState, documents: Mapping[str, Document]) -> EndMark | None:
    if target.ended is None:
        return None
    return EndMark(target.ended.day, _number(target.ended.document, documents))


_APART = Text("{apart}: {short}", "{apart}: {short}")


def _without_unit(label: Text, value: Decimal, unit: Words) -> Text:
    """`khoảng 22.000` of `khoảng 22.000 đoàn viên`; a percentage keeps its sign."""
    if unit.vi == "%":
        return label
    full, bare = quantity(value, unit), quantity_bare(value)
    return Text(label.vi.replace(full.vi, bare.vi), label.en.replace(full.en, bare.en))
