"""What a change is about, in the words of the documents, and the clause that says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.changes import naming
from site_builder.changes.sides import Difference, Side
from site_builder.changes.words import FIELD_NAMES, TRANSLATED_NAMES
from site_builder.model.act_facts import ENGLISH, WHOLE_PLAN
from site_builder.model.indicator import Indicator
from site_builder.terms.text import Text, same

_AND = Text("{thing} – {more}", "{thing} – {more}")
_AT = Text("{thing}, {when}", "{thing}, {when}")
_CLAUSE = Text("mục {clause}", "clause {clause}")
_REMARK = Text("lưu ý về mục {clauses}", "remark on clause {clauses}")
_WHOLE_PLAN = Text("toàn bộ kế hoạch", "the whole plan")
_WHOLE = Text("tên và số hiệu", "name and number")


def subject(difference: Difference) -> Text:
    """The thing, and of a thing with many fields the field."""
    found = difference.head if difference.after else difference.base
    whole_field = difference.fact.field
    field = whole_field.removesuffix(ENGLISH)
    names = FIELD_NAMES if field == whole_field else {**FIELD_NAMES, **TRANSLATED_NAMES}
    label = names.get(field)
    if difference.key.startswith("plan/"):
        return label or _WHOLE
    said = of_key(difference.key, found)
    if label is None or difference.key.startswith("outline/"):
        return said
    return _AND.fill(thing=said, more=label)


def of_key(key: str, side: Side) -> Text:
    """The thing under a key; a key that names nothing stands for itself."""
    folder, _, rest = key.partition("/")
    say = _THINGS.get(folder)
    return say(rest, side) if say and rest else same(key)


def _indicator(rest: str, side: Side) -> Text:
    name = rest.split("/", maxsplit=1)[0]
    known = side.indicators.get(name)
    return naming.words(known.name) if known else same(name)


def _target(rest: str, side: Side) -> Text:
    name, *more = rest.split("/")
    if not more:
        return _indicator(name, side)
    return _AT.fill(thing=_indicator(name, side), when=naming.due_of(more[0]))


def _share(rest: str, side: Side) -> Text:
    name, _, body = rest.partition("/")
    said = _indicator(name, side)
    return _AND.fill(thing=said, more=naming.bodies((body,), side.agencies)) if body else said


def _duty(rest: str, side: Side) -> Text:
    name, _, field = rest.partition("/")
    known = side.duties.get(name)
    said = naming.words(known.task) if known else same(name)
    if not field.startswith("bodies/"):
        return said
    return _AND.fill(thing=said, more=naming.bodies((field.partition("/")[2],), side.agencies))


def _objective(rest: str, side: Side) -> Text:
    known = side.objectives.get(rest.split("/", maxsplit=1)[0])
    return naming.words(known.title) if known else same(rest)


def _remark(rest: str, side: Side) -> Text:
    name = rest.split("/", maxsplit=1)[0]
    remarks = side.plan.remarks if side.plan else ()
    clauses = next((one.clauses for one in remarks if one.id == name), ())
    return _REMARK.fill(clauses=", ".join(clauses)) if clauses else same(name)


def _document(rest: str, side: Side) -> Text:
    return naming.document(rest.split("/", maxsplit=1)[0], side.documents)


def _amendment(rest: str, side: Side) -> Text:
    name, _, what = rest.partition("/")
    # Of several entries for one thing, all but the first carry a number.
    thing = of_key(what.partition("#")[0], side)
    return _AND.fill(thing=naming.document(name, side.documents), more=thing)


def _superseded(rest: str, side: Side) -> Text:
    name, _, part = rest.partition("/")
    whole = part.partition("#")[0].partition("/")[0] == WHOLE_PLAN
    thing = _WHOLE_PLAN if whole else of_key(part.partition("#")[0], side)
    return _AND.fill(thing=naming.document(name, side.documents), more=thing)


_THINGS: Mapping[str, Callable[[str, Side], Text]] = {
    "indicators": _indicator,
    "baselines": _indicator,
    "targets": _target,
    "allocations": _share,
    "duties": _duty,
    "objectives": _objective,
    "remarks": _remark,
    "citations": _document,
    "documents": _document,
    "amendments": _amendment,
    "superseded": _superseded,
    "agencies": lambda rest, side: naming.bodies((rest.split("/")[0],), side.agencies),
    "abbreviations": lambda rest, _: same(rest.removesuffix(ENGLISH)),
    "outline": lambda rest, _: _CLAUSE.fill(clause=rest.removesuffix(ENGLISH)),
}


def clause(difference: Difference) -> str:
    """The clause of the plan that says it, as the head has it, else as the base had it."""
    found = difference.head if difference.after else difference.base
    folder, _, rest = difference.key.partition("/")
    name, _, field = rest.partition("/")
    if folder == "duties":
        return found.duties[name].clause
    if folder == "objectives":
        return found.objectives[name].clause
    indicator = found.indicators.get(name)
    if folder in ("indicators", "targets", "baselines", "allocations") and indicator:
        return _of_indicator(folder, field, indicator, found)
    return ""


def _of_indicator(folder: str, field: str, indicator: Indicator, side: Side) -> str:
    target = indicator.targets.get(field.split("/", maxsplit=1)[0]) if folder == "targets" else None
    if target is not None:
        return target.clause
    allocation, baseline = indicator.allocation, indicator.baseline
    if allocation and (folder == "allocations" or field.startswith("allocation/")):
        return allocation.clause
    if baseline and baseline.clause and folder == "baselines":
        return baseline.clause
    if indicator.clause:
        return indicator.clause
    homes = (o.clause for o in side.objectives.values() if indicator in o.indicators)
    return next(homes, "")
