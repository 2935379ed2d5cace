"""Statuses that differ between two states of a plan, on one and the same day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.changes import naming
from site_builder.model.agency import Agency
from site_builder.model.indicator import UNDATED
from site_builder.progress.snapshot import IndicatorState, Judgement, PlanState
from site_builder.terms.text import Text

_TURN = Text("{before} → {after}{firm}", "{before} → {after}{firm}")
_NEW = Text("{after} ngay khi có{firm}", "{after} from the start{firm}")
_GONE = Text("{before} lúc bỏ{firm}", "{before} when it ended{firm}")
_FIRM = Text("", "")
_ILLUSTRATIVE = Text(" (theo số liệu minh họa)", " (on illustrative figures)")
_UNDATED = Text("của mốc không ghi thời hạn", "of the target without a date")
_OF_BODY = Text("của {body}", "of {body}")
_OF_TARGET = Text("{name}, {when}", "{name}, {when}")
_ITSELF = Text("của nhiệm vụ", "of the duty")


@dataclass(frozen=True, slots=True)
class Turn:
    """A status that differs, under the key of what has it."""

    key: str
    """`targets/doan-vien/2025`, `allocations/ket-nap/cd-a`, `duties/tong-ket`."""
    thing: str
    """`indicators/doan-vien`, `duties/tong-ket`."""
    label: Text
    """Which status of the thing: `năm 2025`."""
    subject: Text
    """The same with the thing's name."""
    said: Text
    """`Chậm tiến độ → Đúng tiến độ`."""


def turns(
    before: PlanState, after: PlanState, names: Mapping[str, str], agencies: Mapping[str, Agency]
) -> Iterator[Turn]:
    """Targets, shares and duties of both states, in the order of the later one."""
    old = {names.get(one.indicator.id, one.indicator.id): one for one in before.indicators}
    for new in after.indicators:
        was = old.get(new.indicator.id)
        if was is not None:
            yield from _of_targets(was, new)
            yield from _of_shares(was, new, agencies)
    duties = {one.duty.id: one for one in before.duties}
    for state in after.duties:
        earlier = duties.get(state.duty.id)
        said = _said(earlier.judgement, state.judgement) if earlier else None
        if said is not None:
            key = f"duties/{state.duty.id}"
            yield Turn(key, key, _ITSELF, naming.words(state.duty.task), said)


def _of_targets(was: IndicatorState, new: IndicatorState) -> Iterator[Turn]:
    name = new.indicator.id
    called = naming.words(new.indicator.name)
    targets = {state.key: state.judgement for state in was.targets}
    later = {state.key: state.judgement for state in new.targets}
    for key in dict.fromkeys((*later, *targets)):
        said = _said(targets.get(key), later.get(key))
        if said is not None:
            when = _UNDATED if key == UNDATED else naming.due_of(key)
            subject = _OF_TARGET.fill(name=called, when=when)
            yield Turn(f"targets/{name}/{key}", f"indicators/{name}", when, subject, said)


def _of_shares(
    was: IndicatorState, new: IndicatorState, agencies: Mapping[str, Agency]
) -> Iterator[Turn]:
    name = new.indicator.id
    called = naming.words(new.indicator.name)
    shares = {state.agency: state.judgement for state in was.shares}
    for share in new.shares:
        said = _said(shares.get(share.agency), share.judgement)
        if said is not None:
            label = _OF_BODY.fill(body=naming.bodies((share.agency,), agencies))
            subject = _OF_TARGET.fill(name=called, when=label)
            key = f"allocations/{name}/{share.agency}"
            yield Turn(key, f"indicators/{name}", label, subject, said)


def _said(before: Judgement | None, after: Judgement | None) -> Text | None:
    """Both statuses in words; None where they are the same."""
    found = [one for one in (before, after) if one is not None]
    firm = _ILLUSTRATIVE if any(one.illustrative for one in found) else _FIRM
    if before is None and after is not None:
        return _NEW.fill(after=after.status.words, firm=firm)
    if after is None and before is not None:
        return _GONE.fill(before=before.status.words, firm=firm)
    if before is None or after is None or before.status is after.status:
        return None
    return _TURN.fill(before=before.status.words, after=after.status.words, firm=firm)
