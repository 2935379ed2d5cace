"""The plan language as JSON Schema (draft 2020-12), made from the models, explained in Vietnamese."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from site_builder.model.agency import AgenciesFile
from site_builder.model.document import DocumentsFile
from site_builder.model.indicator import COMPARISONS
from site_builder.model.plan import Plan
from site_builder.model.policy import Policy

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: Mapping[str, type[BaseModel]] = {
    "plan": Plan,
    "agencies": AgenciesFile,
    "documents": DocumentsFile,
    "policy": Policy,
}
SCHEMA_FILES = {kind: f"plans/schema/{kind}.schema.json" for kind in SCHEMAS}
"""Where each schema is committed, so that the first line of a YAML file can point at it."""

_TITLES = {
    "plan": "Kế hoạch",
    "agencies": "Danh mục cơ quan",
    "documents": "Danh mục văn bản",
    "policy": "Mức độ thay đổi",
}
_DESCRIPTIONS = {
    "Target": "Một chỉ tiêu: đúng một phép so sánh (khoảng, ít nhất, trên…) và mục ghi nó.",
    "Timing": "Thời hạn: ít nhất một trong due, every, on_request, ongoing.",
    "Unknown": "Điều văn bản không cho biết: lý do, và các mốc suy được.",
}
_UNKNOWN_KEY = "Khóa này không có trong ngôn ngữ kế hoạch, hoặc chỗ này không phải một nhóm khóa."
_KEY_FORM = "Khóa ở đây phải là mã (chữ thường không dấu, số, gạch nối) hoặc kỳ như 2025."
_TYPES = {
    "number": "Cần một số viết liền, như 22000 hoặc 45.5.",
    "integer": "Cần một số nguyên.",
    "boolean": "Chỉ nhận true hoặc false.",
    "array": "Cần một danh sách: [a, b] hoặc mỗi dòng một “- ”.",
    "string": "Cần một chuỗi chữ; nếu trông như số hay ngày thì đặt trong dấu ngoặc kép.",
}


def schema_text(kind: str) -> str:
    """The schema of one kind of file, as it is committed and printed."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema(kind: str) -> dict[str, Any]:
    """The schema of `plan`, `agencies`, `documents` or `policy`."""
    made = SCHEMAS[kind].model_json_schema(by_alias=True)
    definitions: dict[str, Any] = made.pop("$defs", {})
    for name, definition in (("", made), *definitions.items()):
        # Class names and English docstrings say nothing to the clerk who reads the editor's hint.
        definition.pop("title", None)
        definition.pop("description", None)
        if name in _DESCRIPTIONS:
            definition["description"] = _DESCRIPTIONS[name]
    if "Target" in definitions:
        _say_one_comparison(definitions["Target"])
    if "Timing" in definitions:
        _say_some_time(definitions["Timing"])
    for part in _parts({"": made, **definitions}):
        _tidy(part)
    return {"$schema": DIALECT, "title": _TITLES[kind], **made, "$defs": definitions}


def _say_one_comparison(target: dict[str, Any]) -> None:
    """What the model checks in code, spelt out; a comparison that is given has a value."""
    target["oneOf"] = [{"required": [name]} for name in COMPARISONS]
    for name in COMPARISONS:
        given = target["properties"][name]
        options = [option for option in given.pop("anyOf") if option.get("type") != "null"]
        if len(options) == 1:
            target["properties"][name] = {**options[0], **given}
        else:
            given["anyOf"] = options
    # `done: false` compares nothing.
    target["properties"]["done"]["const"] = True


def _say_some_time(timing: dict[str, Any]) -> None:
    timing["anyOf"] = [
        {"required": ["due"]},
        {"required": ["every"], "properties": {"every": {"minItems": 1}}},
        {"required": ["on_request"], "properties": {"on_request": {"const": True}}},
        {"required": ["ongoing"], "properties": {"ongoing": {"const": True}}},
    ]


def _parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema within, outermost first."""
    if isinstance(node, dict):
        yield node
        for value in list(node.values()):
            yield from _parts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _parts(value)


def _tidy(part: dict[str, Any]) -> None:
    """Close mappings, drop what says nothing, and give editors a message in Vietnamese."""
    if isinstance(part.get("title"), str):
        del part["title"]
    if "default" in part and part["default"] in (None, []):
        del part["default"]
    if "patternProperties" in part:
        part["additionalProperties"] = False
        part["errorMessage"] = _KEY_FORM
    elif part.get("additionalProperties") is False:
        part["errorMessage"] = _UNKNOWN_KEY
    elif isinstance(part.get("enum"), list):
        part["errorMessage"] = "Chọn một trong: " + ", ".join(part["enum"]) + "."
    elif "pattern" in part and isinstance(part.get("description"), str):
        part["errorMessage"] = "Viết chưa đúng mẫu. " + part["description"]
    elif isinstance(part.get("type"), str) and part["type"] in _TYPES:
        part["errorMessage"] = _TYPES[part["type"]]
