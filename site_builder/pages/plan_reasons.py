"""The arithmetic of duties, each wording once: most duties share theirs with many others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.progress.snapshot import DutyState, Judgement
from site_builder.terms.status import Status
from site_builder.terms.text import Text

Key = tuple[Status, tuple[Text, ...]]


@dataclass(frozen=True, slots=True)
class Reason:
    """A status with the arithmetic that leads several duties to it."""

    anchor: str
    status: Status
    lines: tuple[Text, ...]
    count: int
    """How many duties share it."""


def shared_reasons(duties: Iterable[DutyState]) -> tuple[Reason, ...]:
    """What two duties or more have in common, the most frequent first.

    What rests on illustrative rows is told at its own duty, where its mark stands.
    """
    real = [duty.judgement for duty in duties if not duty.judgement.illustrative]
    counts = Counter(key(judgement) for judgement in real if judgement.arithmetic)
    common = [(found, count) for found, count in counts.most_common() if count > 1]
    return tuple(
        Reason(f"vi-sao-{place}", *found, count)
        for place, (found, count) in enumerate(common, start=1)
    )


def anchors(reasons: Iterable[Reason]) -> dict[Key, str]:
    """Where the arithmetic of a judgement stands, for those that share theirs."""
    return {(reason.status, reason.lines): reason.anchor for reason in reasons}


def key(judgement: Judgement) -> Key:
    """What makes two judgements the same to a reader."""
    return judgement.status, judgement.arithmetic
