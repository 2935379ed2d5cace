"""Numbers outside the bounds that the language sets."""

from __future__ import annotations

from site_builder.sources.fault_keys import OTHER_FORM
from site_builder.sources.faults import Fault
from site_builder.sources.shape import field_keys, shape_at
from site_builder.terms.finding import Finding
from site_builder.terms.text import Text

_SOME_NUMBER = Text("một số nhỏ hơn hoặc lớn hơn", "a smaller or larger number")
_UNTIL_END = Text("; cuối tháng thì bỏ trống", "; leave it out for the end of the month")
_WITHIN = Text("Viết một số trong khoảng ấy.", "Write a number within these bounds.")


def bounds(fault: Fault) -> Finding:
    """A number that is none of those allowed: which are, from the language itself."""
    parent = shape_at(fault.model, fault.root, fault.path[:-1])
    name = str(fault.path[-1])
    info = field_keys(parent.type).get(name) if parent is not None else None
    limits = {type(one).__name__: one for one in info.metadata} if info is not None else {}
    low, high = getattr(limits.get("Ge"), "ge", None), getattr(limits.get("Le"), "le", None)
    if low is None or high is None:
        return OTHER_FORM.finding(fault.where, read=fault.read, expected=_SOME_NUMBER)
    tail = _UNTIL_END if name == "closes_on" else Text("", "")
    expected = Text(f"từ {low} đến {high}{tail.vi}", f"from {low} to {high}{tail.en}")
    return OTHER_FORM.finding(fault.where, read=fault.read, expected=expected, fix=_WITHIN)
