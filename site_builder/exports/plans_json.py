"""`data/plans.json`: every plan, body and document as resolved, with the field names of the YAML."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from site_builder.exports.export import Export
from site_builder.progress.snapshot import PlanState, Snapshot
from site_builder.progress.times import Ending
from site_builder.terms.period import Period
from site_builder.terms.text import Text


def write(snapshot: Snapshot) -> bytes:
    """All that the YAML files say, keyed by id; absent keys stay absent, blank cells are null.

    Each plan is the one in force on the day; indicators and duties that ended still stand in it.
    What ended, since when and by which document, is listed apart: the plans read back as plans.
    """
    repository = snapshot.repository
    ended = {plan_id: dict(_ended(state)) for plan_id, state in snapshot.plans.items()}
    content = {
        "as_of": snapshot.as_of.isoformat(),
        "plans": {plan_id: plain(state.plan) for plan_id, state in snapshot.plans.items()},
        "ended": {plan_id: found for plan_id, found in ended.items() if found},
        "agencies": {key: plain(agency) for key, agency in repository.agencies.items()},
        "documents": {key: plain(document) for key, document in repository.documents.items()},
    }
    return to_json(content, indent=1) + b"\n"


def _ended(state: PlanState) -> Iterator[tuple[str, dict[str, str]]]:
    """What of a plan no longer holds, by the keys of amendments; the plan itself is `plan`."""
    if state.ended is not None:
        yield "plan", _end(state.ended)
    for one in state.indicators:
        if one.ended is not None:
            yield f"indicators/{one.indicator.id}", _end(one.ended)
        for target in one.targets:
            if target.ended is not None:
                yield f"targets/{one.indicator.id}/{target.key}", _end(target.ended)
    for duty in state.duties:
        if duty.ended is not None:
            yield f"duties/{duty.duty.id}", _end(duty.ended)


def _end(ending: Ending) -> dict[str, str]:
    """The first day on which it no longer holds; no document where the printed period is over."""
    told = {"from": ending.day.isoformat(), "document": ending.document, "clause": ending.clause}
    return {key: value for key, value in told.items() if value}


def plain(value: object) -> Any:
    """A model as JSON values: only the keys that were given, under the names of the YAML.

    Whole numbers come out as integers, others as decimals without binary noise.
    """
    match value:
        case str():
            return value
        case BaseModel():
            given = value.model_fields_set
            told = ((key, getattr(value, n)) for n, key in _keys(type(value)) if n in given)
            # What was not known on the day was taken out, and says nothing.
            return {key: plain(content) for key, content in told if content not in (None, ())}
        case Period():
            return value.text
        case Decimal():
            return number(value)
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case _:
            return value


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model, each with its key in the YAML, in the order of their declaration."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def number(value: Decimal) -> int | float:
    """An exact decimal as the JSON number with the same digits."""
    return int(value) if value == value.to_integral_value() else float(str(value))


EXPORT = Export(
    path="data/plans.json",
    title=Text("Kế hoạch, cơ quan, văn bản (JSON)", "Plans, bodies and documents (JSON)"),
    description=Text(
        "Toàn bộ nội dung các tệp YAML sau khi kiểm tra; tên trường giữ nguyên như trong YAML. Phần "
        "đã hết hiệu lực vẫn còn trong kế hoạch và được liệt kê ở “ended”.",
        "All that the YAML files say, checked; field names are those of the YAML. What no longer "
        "holds still stands in its plan and is listed under “ended”.",
    ),
    write=write,
)
