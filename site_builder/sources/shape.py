"""What the plan language expects at a path of keys: read off the model's own field types."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from site_builder.model.base import Unknown
from site_builder.model.indicator import TargetKey
from site_builder.terms.period import Period
from site_builder.terms.place import Step

Kind = Literal["text", "number", "flag", "period", "word", "model", "mapping", "list", "other"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing that may stand at a place; `type` is its annotation without its alternatives."""

    kind: Kind
    type: Any
    field: Any = None
    """The whole annotation of the place, with its alternatives and validators."""

    def accepts(self, value: str | list[str]) -> bool:
        """Whether a value would be right here: a suggestion is tried before it is made."""
        try:
            TypeAdapter(self.field).validate_python(value)
        except ValidationError:
            return False
        return True

    def keys(self) -> tuple[str, ...]:
        """The keys that a model takes, as they are written in a file."""
        return tuple(field_keys(self.type)) if self.kind == "model" else ()


@cache
def field_keys(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """A model's fields by the key that is written for them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def shape_at(model: type[BaseModel], root: Any, path: tuple[Step, ...]) -> Shape | None:
    """What is expected at `path`, choosing among alternatives by what stands there in `root`."""
    shape: Shape | None = Shape("model", model)
    value = root
    for step in path:
        if shape is None:
            return None
        value = _child(value, step)
        shape = _choose(_step_type(shape, step), value)
    return shape


def key_shape(model: type[BaseModel], root: Any, path: tuple[Step, ...]) -> Shape | None:
    """What the key at the end of `path` may be; None where keys are the language's own words."""
    parent = shape_at(model, root, path[:-1])
    if parent is None or parent.kind != "mapping":
        return None
    return _choose(get_args(parent.type)[0], path[-1])


def _child(value: Any, step: Step) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _step_type(shape: Shape, step: Step) -> Any:
    """The annotation one step further in; None where the language has nothing there."""
    if shape.kind == "model":
        return _field_type(shape.type, str(step))
    args = get_args(shape.type)
    if shape.kind == "mapping":
        return args[1]
    return args[0] if shape.kind == "list" and args else None


@cache
def _field_type(model: type[BaseModel], key: str) -> Any:
    """A field's annotation with what pydantic took off it; None for a key the model lacks."""
    info = field_keys(model).get(key)
    if info is None:
        return None
    annotation: Any = info.annotation
    for extra in info.metadata:
        annotation = Annotated[annotation, extra]
    return annotation


def _choose(annotation: Any, value: Any) -> Shape | None:
    options = _alternatives(annotation)
    if isinstance(value, dict):
        options = tuple(s for s in options if s.kind in ("model", "mapping"))
        if len(options) > 1:
            unknown = looks_unknown(value)
            options = tuple(s for s in options if (s.type is Unknown) == unknown)
    elif isinstance(value, list):
        options = tuple(s for s in options if s.kind == "list")
    else:
        options = tuple(s for s in options if s.type is not Unknown) or options
    return options[0] if options else None


def looks_unknown(value: dict[str, Any]) -> bool:
    """Whether a mapping is meant to say what is not known, not to be a wording."""
    return any(key in value for key in Unknown.model_fields) or any("unk" in key for key in value)


# By identity, for annotations that carry a JSON schema cannot be hashed; each is kept with its
# shapes, so that no other object can take its identity.
_known: dict[int, tuple[Any, tuple[Shape, ...]]] = {}


def _alternatives(annotation: Any) -> tuple[Shape, ...]:
    found = _known.get(id(annotation))
    if found is None:
        shapes = tuple(replace(shape, field=annotation) for shape in _options(annotation))
        found = _known[id(annotation)] = (annotation, shapes)
    return found[1]


def _options(annotation: Any) -> Iterator[Shape]:
    if annotation is TargetKey:
        yield Shape("period", annotation)
        return
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _options(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for arg in get_args(annotation):
            yield from _options(arg)
    elif annotation not in (None, types.NoneType):
        yield Shape(_kind(annotation, origin), annotation)


def _kind(annotation: Any, origin: Any) -> Kind:
    if origin is Literal:
        return "word"
    if origin is dict:
        return "mapping"
    if origin is tuple:
        return "list"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "model"
    kinds: dict[Any, Kind] = {
        str: "text", Decimal: "number", int: "number", bool: "flag", Period: "period",
    }  # fmt: skip
    return kinds.get(annotation, "other")
