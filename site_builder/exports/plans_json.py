"""`data/plans.json`: every plan, body and document as resolved, with the field names of the YAML."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from site_builder.exports.export import Export
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.period import Period
from site_builder.terms.text import Text


def write(snapshot: Snapshot) -> bytes:
    """All that the YAML files say, keyed by id; absent keys stay absent, blank cells are null."""
    repository = snapshot.repository
    content = {
        "as_of": snapshot.as_of.isoformat(),
        "plans": {key: plain(plan) for key, plan in repository.plans.items()},
        "agencies": {key: plain(agency) for key, agency in repository.agencies.items()},
        "documents": {key: plain(document) for key, document in repository.documents.items()},
    }
    return to_json(content, indent=1) + b"\n"


def plain(value: object) -> Any:
    """A model as JSON values: only the keys that were given, under the names of the YAML.

    Whole numbers come out as integers, others as decimals without binary noise.
    """
    match value:
        case str():
            return value
        case BaseModel():
            given = value.model_fields_set
            fields = _keys(type(value))
            return {key: plain(getattr(value, name)) for name, key in fields if name in given}
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
        "Toàn bộ nội dung các tệp YAML sau khi kiểm tra; tên trường giữ nguyên như trong YAML.",
        "All that the YAML files say, checked; field names are those of the YAML.",
    ),
    write=write,
)
