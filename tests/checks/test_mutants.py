"""Faults that real reports have, put at random rows of a sound report: each is found where it is.

The places are drawn from a fixed seed, so that a failure comes again; every fault must be told at
its own line, and nothing else may be told besides: one root cause, one finding.
"""

from __future__ import annotations

import random

import pytest

from .faults import FAULTS, LEGAL
from .mutants import FAULTY, SOUND, legal_names, mutant, names, report, variant
from .sound_report import found

DESIGNED = {
    "number with two readings", "decimal comma", "text in a number cell", "unit in a number cell",
    "% in a number cell", "Excel error", "formula", "serial date", "dd/mm/yyyy", "unknown id",
    "misspelt id", "letter O for digit 0", "look-alike Unicode", "NBSP", "NFD", "duplicate",
    "extra column", "missing column", "blank row", "total row", "merged-cell leftover",
    "percent above 100", "percent typed as a fraction", "whole number with decimals", "negative",
    "numerator above denominator", "cumulative series that falls", "units unlike the stated total",
    "report before its period ends", "period outside the plan", "unit without an allocation", "BOM",
    "; for ,", "tab for ,", "UTF-16", "TCVN3 bytes", "cp1258 bytes", "CR-only file",
    "title rows above the header", "duplicate header", "missing header", "empty file",
    "header-only file", "quote that never closes",
}  # fmt: skip
"""The kinds that the design promises to catch; there are more."""


def test_the_report_is_sound() -> None:
    assert len(report().rows) >= 2000
    assert found(report().text().encode()) == set()


def test_every_kind_is_among_the_mutants() -> None:
    assert len(names()) == FAULTY == 200
    assert {name for _, name in names()} == set(FAULTS)
    kinds = {FAULTS[name].kind for _, name in names()}
    assert kinds >= DESIGNED
    assert len(legal_names()) == SOUND == 50
    assert {name for _, name in legal_names()} == set(LEGAL)


def test_mutants_of_a_name_stand_in_different_places() -> None:
    places = {mutant(number, "negative").expected for number in range(20)}
    assert len(places) > 15


@pytest.mark.parametrize(("number", "name"), names())
def test_each_fault_is_found_at_its_line_and_alone(number: int, name: str) -> None:
    made = mutant(number, name)
    assert found(made.content) == made.expected


@pytest.mark.parametrize(("number", "name"), legal_names())
def test_nothing_is_said_of_what_is_legal(number: int, name: str) -> None:
    assert found(variant(number, name).content) == set()


@pytest.mark.parametrize("seed", range(8))
def test_a_quote_that_never_closes_swallows_nothing(seed: int) -> None:
    content, expected = FAULTS["quote that never closes"].put(report(), random.Random(seed))
    assert found(content) == expected
