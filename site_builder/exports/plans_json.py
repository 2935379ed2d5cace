"""`data/plans.json`: every plan, body and document as resolved, with the field names of the YAML."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

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
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def plain(value: object) -> Any:
    """A model as JSON values: only the keys that were given, under the names of the YAML.

    Whole numbers come out as integers, others as decimals without binary noise.
    """
    match value:
        case BaseModel():
            fields = type(value).model_fields
            given = [name for name in fields if name in value.model_fields_set]
            return {fields[name].alias or name: plain(getattr(value, name)) for name in given}
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
