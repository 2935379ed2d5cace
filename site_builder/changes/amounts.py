"""By how much a number moves, in its unit and in per cent of what it was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from site_builder.changes import saying, shapes, targets
from site_builder.changes.change import Change
from site_builder.model import canonical
from site_builder.model.base import Words
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.progress import wording
from site_builder.terms.quantity import format_number, round_half_up
from site_builder.terms.text import Lang, Text

_UP = Text("tăng {by}{share}", "up by {by}{share}")
_DOWN = Text("giảm {by}{share}", "down by {by}{share}")
_NO_SHARE = Text("", "")
_POINTS = Text("{by} điểm phần trăm", "{by} percentage points")
_MOST_PLACES = 6
_MOVING = (targets.WEAKENED.code, targets.STRENGTHENED.code)


def moved(change: Change, old: Plan | None, new: Plan | None) -> Text | None:
    """`giảm 1.000 đoàn viên (−4,2 %)`; None where there are not two numbers of one unit."""
    if old is None or new is None or not change.before or not change.after:
        return None
    found = _numbers(change)
    if found is None or found[0] == found[1]:
        return None
    units = [_unit(change, plan) for plan in (old, new)]
    if units[0] is not None and units[1] is not None and units[0].vi != units[1].vi:
        return None
    return _said(*found, units[1])


def _said(before: Decimal, after: Decimal, unit: Words | None) -> Text:
    words = _UP if after > before else _DOWN
    by = abs(after - before)
    if unit is not None and unit.vi == "%":
        return words.fill(by=_POINTS.fill(by=wording.number(by, 2)), share=_NO_SHARE)
    said = wording.number(by) if unit is None else saying.quantity(by, unit)
    return words.fill(by=said, share=_share(before, after))


def _share(before: Decimal, after: Decimal) -> Text:
    """` (−4,2 %)`, with as many decimals as it takes not to read as nothing; of zero there is none."""
    if not before:
        return _NO_SHARE
    share = (after - before) * 100 / abs(before)
    places = next((p for p in range(1, _MOST_PLACES) if round_half_up(share, p)), _MOST_PLACES)
    return Text(*(_percent(share, lang, places) for lang in ("vi", "en")))


def _percent(share: Decimal, lang: Lang, places: int) -> str:
    sign = "+" if share > 0 else ""
    space = " " if lang == "vi" else ""
    return f" ({sign}{format_number(share, lang, places=places)}{space}%)"


def _numbers(change: Change) -> tuple[Decimal, Decimal] | None:
    """The two numbers of a target, a share, a baseline or a figure."""
    folder = change.what.split("/")[0]
    match folder:
        case "targets" if change.kind.code in _MOVING:
            found = [_of_target(value) for value in (change.before, change.after)]
        case "allocations":
            found = [_of_share(value) for value in (change.before, change.after)]
        case "baselines":
            found = [canonical.BASELINE.read(value)[1] for value in (change.before, change.after)]
        case "data":
            found = [_of_row(value) for value in (change.before, change.after)]
        case _:
            return None
    before, after = found
    return None if before is None or after is None else (before, after)


def _of_target(value: str) -> Decimal | None:
    """Of a range the bound that it starts from."""
    fields: dict[str, Any] = {**canonical.TARGET.read(value)}
    fields.pop("tolerance", None)
    (number,) = fields.values()
    if isinstance(number, tuple):
        number = number[0]
    return number if isinstance(number, Decimal) else None


def _of_share(value: str) -> Decimal | None:
    try:
        share: Decimal | None = canonical.SHARE.read(value)
    except ValueError:
        # A whole allocation.
        return None
    return share


def _of_row(value: str) -> Decimal | None:
    row = canonical.read_whole(value)
    number, numerator, denominator = (
        Decimal(str(row[name])) if name in row else None
        for name in ("value", "numerator", "denominator")
    )
    if numerator is not None and denominator:
        return numerator * 100 / denominator
    return number


def _unit(change: Change, plan: Plan) -> Words | None:
    """The unit of what a key is about; None where the plan has no such indicator."""
    folder, name, *rest = change.what.split("/")
    if folder == "data":
        name, *rest = rest
    found: Indicator | None = next((one for one in plan.indicators() if one.id == name), None)
    if found is None:
        return None
    target = found.targets.get(rest[0]) if folder == "targets" and rest else None
    return shapes.unit_of(found, target) if target else found.unit
