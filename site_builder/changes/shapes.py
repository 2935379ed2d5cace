"""Targets that are no plain levels, in words: a change over a base, a sum over years, a part."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.model.base import Words
from site_builder.model.indicator import Break, Indicator, Relation, Relative, Target
from site_builder.progress import wording
from site_builder.terms.text import Text, same

_PERCENT = Words(vi="%")
_TIMES = Words(vi="lần", en="times")
_RELATIONS: Mapping[Relation, Text] = {
    "decrease_by": Text("giảm {x} so với {base}", "a decrease of {x} from {base}"),
    "increase_by": Text("tăng {x} so với {base}", "an increase of {x} from {base}"),
    "decrease_percent": Text("giảm {x} so với {base}", "a decrease of {x} from {base}"),
    "increase_percent": Text("tăng {x} so với {base}", "an increase of {x} from {base}"),
    "times": Text("gấp {x} {base}", "{x} that of {base}"),
}
_BASE = Text("{base} ({value})", "{base} ({value})")
_SINCE = Text("{said}, cộng dồn từ {since}", "{said}, summed from {since}")
_BROKEN = Text("từ {day}: {why}", "from {day}: {why}")
_STARTS = Text("{said}; giá trị gốc: {start}", "{said}; baseline: {start}")
_NO_NUMBER = same("…")


def unit_of(indicator: Indicator, target: Target) -> Words:
    """In what a target's number is given: its own unit, per cent or times for what scales a base."""
    relative = target.relative
    if target.unit is None and relative is not None and relative.scales:
        return _TIMES if relative.relation == "times" else _PERCENT
    return target.unit or indicator.unit


def in_full(target: Target, said: Text) -> Text:
    """The number of a target with what it is a change of, or a sum since."""
    if target.relative is not None:
        said = _related(target.relative, said)
    if target.since is not None:
        said = _SINCE.fill(said=said, since=wording.period(target.since))
    return said


def _related(relative: Relative, said: Text) -> Text:
    base = wording.period(relative.base)
    if relative.value is not None:
        base = _BASE.fill(base=base, value=wording.number(relative.value))
    return _RELATIONS[relative.relation].fill(x=said, base=base)


def relation(relative: Relative) -> Text:
    """What a number is counted from, without the number: `giảm … so với năm 2020`."""
    return _related(relative, _NO_NUMBER)


def broken(one: Break, by: Text | None) -> Text:
    """`từ 01/7/2025: bỏ cấp huyện, theo …; giá trị gốc 9.000 (quý III/2025)`."""
    said = _BROKEN.fill(day=wording.day(one.start.start), why=wording.wording(one.why))
    if by is not None:
        said = same("{said}, {by}").fill(said=said, by=by)
    if one.baseline is None:
        return said
    start = wording.period(one.baseline.period)
    if one.baseline.value is not None:
        start = same("{value} ({period})").fill(
            value=wording.number(one.baseline.value), period=start
        )
    return _STARTS.fill(said=said, start=start)


def parts(of: Mapping[str, str]) -> Text:
    """A breakdown as the tables write it."""
    return same(", ".join(f"{name} = {category}" for name, category in sorted(of.items())))


def amid(word: str, number: str) -> str:
    """The number amid the comparison word as printed; `…` in it marks the number's place."""
    if "".join(number.split()) in "".join(word.split()):
        return word
    before, gap, after = word.replace("...", "…").partition("…")
    if not gap and word in ("trở lên", "trở xuống"):
        before, after = "", word
    return " ".join(part for part in (before.strip(), number, after.strip()) if part)
