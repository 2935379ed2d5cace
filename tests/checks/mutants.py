"""Two hundred faults and fifty variants that are legal, made from a fixed seed.

Run as a program it checks each of them and prints what was found, by kind:

    .venv/bin/python -m tests.checks.mutants
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice

from .faults import FAULTS, LEGAL, Expected
from .sound_report import Report, found, sound_report

SEED = 20261120
FAULTY, SOUND = 200, 50


@cache
def report() -> Report:
    """The sound report that all of them are made from."""
    return sound_report(random.Random(SEED))


@dataclass(frozen=True)
class Variant:
    """One report: how it differs from the sound one, and what must be found in it."""

    number: int
    name: str
    kind: str
    content: bytes
    expected: frozenset[tuple[str, int]]

    def __str__(self) -> str:
        return f"{self.number}-{self.name}"


def names() -> list[tuple[int, str]]:
    """Which faults, by number: all of them again and again, in an order that dice have given."""
    return _dealt(FAULTS, FAULTY)


def legal_names() -> list[tuple[int, str]]:
    """The same for what is legal."""
    return _dealt(LEGAL, SOUND)


def _dealt(deck: Iterable[str], count: int) -> list[tuple[int, str]]:
    cards = list(deck)
    random.Random(SEED).shuffle(cards)
    return list(enumerate(islice(cycle(cards), count), start=1))


def mutant(number: int, name: str) -> Variant:
    """The fault of that name at a place of its own."""
    content, expected = FAULTS[name].put(report(), random.Random(f"{SEED}-{number}"))
    return Variant(number, name, FAULTS[name].kind, content, frozenset(expected))


def variant(number: int, name: str) -> Variant:
    """The legal variant of that name at a place of its own."""
    content = LEGAL[name](report(), random.Random(f"{SEED}-{number}"))
    return Variant(number, name, name, content, frozenset())


def missed(variants: Iterator[Variant]) -> Iterator[tuple[Variant, Expected]]:
    """Each with what was found, where that is not what must be."""
    for one in variants:
        seen = found(one.content)
        if seen != one.expected:
            yield one, seen


def _print(title: str, variants: list[Variant]) -> bool:
    wrong = {str(one): seen for one, seen in missed(iter(variants))}
    made = Counter(one.kind for one in variants)
    right = Counter(one.kind for one in variants if str(one) not in wrong)
    kinds = sorted(made, key=str.casefold)
    lines = [f"| {title} | made | right |", "|---|---:|---:|"]
    lines += [f"| {kind} | {made[kind]} | {right[kind]} |" for kind in kinds]
    lines += [f"| **all** | {made.total()} | {right.total()} |", ""]
    lines += [f"{name}: {sorted(seen)}" for name, seen in wrong.items()]
    sys.stdout.write("\n".join([*lines, ""]))
    return not wrong


def main() -> int:
    """Check all of them, print the two tables; 0 when everything is as it must be."""
    sys.stdout.write(f"a report of {len(report().rows)} rows, seed {SEED}\n\n")
    faults = _print("fault, found on its line and alone", [mutant(*pair) for pair in names()])
    legal = _print("legal, nothing said", [variant(*pair) for pair in legal_names()])
    return 0 if faults and legal else 1


if __name__ == "__main__":
    sys.exit(main())
