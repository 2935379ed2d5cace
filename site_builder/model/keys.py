"""The keys of a plan's facts: which there can be, how their values are written, what lies in what."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.model import canonical as form
from site_builder.model import fields
from site_builder.model.act_facts import ENGLISH
from site_builder.model.canonical import Form

_FIELDS: Mapping[str, Mapping[str, Form]] = {
    "plan": {
        **fields.PLAN,
        "recipients": form.LINE,
        **{f"signed_by/{name}": how for name, how in fields.SIGNATURE.items()},
        "period/from": form.PERIOD,
        "period/to": form.PERIOD,
        "period/wording": form.LINE,
        **fields.CUTOFFS,
    },
    "objectives": fields.OBJECTIVE,
    "indicators": {
        **fields.INDICATOR,
        "id": form.ID,
        "objective": form.ID,
        "baseline/clause": form.LINE,
        **{f"allocation/{name}": how for name, how in fields.ALLOCATION.items()},
    },
    "targets": {**fields.TARGET, "tolerance": form.NUMBER},
    "duties": {**fields.DUTY, **fields.TIMING},
    "remarks": fields.REMARK,
    "citations": fields.CITATION,
}
"""What may stand below a thing, by the folder that holds it."""
_ALONE: Mapping[str, Form] = {
    "objectives": form.WHOLE, "indicators": form.WHOLE, "allocations": form.WHOLE,
    "duties": form.WHOLE, "remarks": form.WHOLE, "citations": form.WHOLE,
    "baselines": form.BASELINE, "abbreviations": form.WORDS, "outline": form.WORDS,
}  # fmt: skip
"""How a thing is written itself."""
_INSIDE = {"allocation": "allocations", "baseline": "baselines"}
"""Parts of an indicator that have fields and stand under keys of their own."""


def form_at(key: str) -> Form | None:
    """How the value under a key is written; None for what can be no key of a plan."""
    if key.endswith(ENGLISH):
        words = form_at(key.removesuffix(ENGLISH))
        return form.LINE if words in (form.WORDS, form.WORDS_OR_UNKNOWN, form.TARGET) else None
    folder, _, rest = key.partition("/")
    if folder == "plan":
        return _FIELDS["plan"].get(rest)
    if folder == "abbreviations":
        return form.WORDS if rest else None
    name, _, field = rest.partition("/")
    if not name:
        return None
    if folder == "targets":
        period, _, field = field.partition("/")
        return (_FIELDS["targets"].get(field) if field else form.TARGET) if period else None
    if not field:
        return _ALONE.get(folder)
    return _below(folder, field)


def _below(folder: str, field: str) -> Form | None:
    if folder == "allocations":
        return form.SHARE
    if folder == "duties" and field.startswith("bodies/"):
        return form.IDS
    if folder == "indicators" and field.startswith("breaks/"):
        day, _, more = field.removeprefix("breaks/").partition("/")
        return {"": form.BREAK, "targets_hold": form.FLAG}.get(more) if day else None
    return _FIELDS.get(folder, {}).get(field)


def is_whole(key: str) -> bool:
    """Whether a key stands for all that lies below it."""
    return form_at(key) is form.WHOLE


def wholes_around(key: str) -> tuple[str, ...]:
    """The keys of the wholes and the target that something is part of, outermost first."""
    folder, _, rest = key.partition("/")
    name, _, field = rest.partition("/")
    if folder == "targets":
        period, _, field = field.partition("/")
        target = (f"targets/{name}/{period}",) if field else ()
        return (f"indicators/{name}", *target)
    if folder in ("baselines", "allocations"):
        around = (f"allocations/{name}",) if folder == "allocations" and field else ()
        return (f"indicators/{name}", *around)
    inside = field.partition("/")[0]
    if folder == "indicators" and inside in _INSIDE:
        return (f"indicators/{name}", f"{_INSIDE[inside]}/{name}")
    return (f"{folder}/{name}",) if field and _ALONE.get(folder) is form.WHOLE else ()


def renamed(key: str, names: Mapping[str, str]) -> str:
    """The key with the id of its indicator as it is called in `names`, if it is."""
    folder, slash, rest = key.partition("/")
    if folder not in ("targets", "indicators", "baselines", "allocations"):
        return key
    name, deeper, field = rest.partition("/")
    return f"{folder}{slash}{names.get(name, name)}{deeper}{field}"
