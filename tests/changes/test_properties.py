"""What holds whatever changes: nothing from nothing, the way back, order and form say nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import pipeline
from site_builder.changes.catalogue import KINDS
from site_builder.changes.change import Change
from site_builder.changes.compare import compare
from site_builder.model.facts import plan_facts
from site_builder.shell.files import read_repository
from site_builder.sources.filing import is_plan_file
from site_builder.sources.plans import read_plans
from tests.changes import mutations
from tests.changes.repositories import FIGURES, OTHER, PLAN, Files, rich_files
from tests.conftest import ROOT
from tests.sites.trees import DAY

LISTS = ("plans/agencies.yml", "plans/documents.yml")
EDITABLE = (PLAN, OTHER, *LISTS)


@cache
def _mini() -> Files:
    return rich_files()


@cache
def _roots() -> dict[str, Any]:
    return {path: mutations.parsed(_mini()[path]) for path in EDITABLE}


def _changes(base: Files, head: Files) -> tuple[Change, ...]:
    return compare(mutations.repository(base), mutations.repository(head), DAY)


def _sound(files: Files) -> bool:
    """Whether both plans and both lists can still be read."""
    repository = mutations.repository(files)
    mini = mutations.repository(_mini())
    return (
        repository.plans.keys() == mini.plans.keys()
        and len(repository.agencies) >= len(mini.agencies) - 1
        and len(repository.documents) >= len(mini.documents) - 1
        and not [one for one in read_plans(files).findings if one.severity == "error"]
    )


@st.composite
def edits(draw: st.DrawFn) -> Files:
    """The mini repository after a few edits that leave it readable."""
    files = dict(_mini())
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(EDITABLE))
        root = mutations.parsed(files[path])
        place = draw(st.sampled_from(list(mutations.paths(root))))
        value = mutations.at(root, place)
        if draw(st.booleans()) or not isinstance(value, str):
            edited = mutations.without(root, place)
        else:
            other = draw(st.sampled_from(list(mutations.variants(value))))
            edited = mutations.replaced(root, place, other)
        tried = {**files, path: mutations.dumped(edited)}
        if _sound(tried):
            files = tried
    return files


def _told(changes: tuple[Change, ...]) -> list[tuple[str, ...]]:
    return sorted((c.plan, c.what, c.kind.code, c.before, c.after) for c in changes)


def _mirrored(changes: tuple[Change, ...]) -> list[tuple[str, ...]]:
    return sorted((c.plan, c.what, str(c.kind.mirror), c.after, c.before) for c in changes)


@settings(max_examples=60, deadline=None)
@given(edits(), edits())
def test_the_way_back_is_the_mirror(base: Files, head: Files) -> None:
    assert _told(_changes(head, base)) == _mirrored(_changes(base, head))


@settings(max_examples=30, deadline=None)
@given(edits(), st.integers(0, 2**32), st.sampled_from([True, False, None]))
def test_order_and_form_say_nothing(head: Files, seed: int, flow: bool | None) -> None:
    chance = random.Random(seed)
    written = dict(head)
    for path in EDITABLE:
        root = mutations.shuffled(mutations.parsed(head[path]), chance)
        width = chance.choice([40, 100, 1000])
        written[path] = mutations.dumped(root, default_flow_style=flow, width=width)

    assert _changes(head, written) == ()
    assert _told(_changes(_mini(), written)) == _told(_changes(_mini(), head))


def _every_edit(path: str) -> Iterator[Any]:
    root = _roots()[path]
    for place in mutations.paths(root):
        value = mutations.at(root, place)
        yield mutations.without(root, place)
        for other in mutations.variants(value) if isinstance(value, str) else ():
            yield mutations.replaced(root, place, other)


@pytest.mark.parametrize("path", EDITABLE)
def test_no_edit_of_a_file_goes_untold(path: str) -> None:
    """Whatever is taken away or written otherwise and still read, if the model differs."""
    mini = mutations.repository(_mini())
    silent, told = [], 0
    for root in _every_edit(path):
        edited = mutations.with_file(mini, path, root)
        if edited is None or edited == mini:
            continue
        told += 1
        if not compare(mini, edited, DAY):
            silent.append(mutations.dumped(root).decode())

    assert silent == []
    assert told > 100


def test_of_itself_nothing_changes() -> None:
    files = read_repository(ROOT)
    shipped = pipeline.compare(files, dict(files), DAY)

    assert shipped.changes == ()
    assert not shipped.refused
    again = {path: bytes(bytearray(content)) for path, content in files.items()}
    one, other = pipeline.read(files).repository, pipeline.read(again).repository
    assert one is not other
    assert compare(one, other, DAY) == ()


@settings(max_examples=3, deadline=None)
@given(st.integers(0, 2**32))
def test_the_shipped_plans_may_be_written_in_another_order(seed: int) -> None:
    chance = random.Random(seed)
    files = {p: c for p, c in read_repository(ROOT).items() if p.endswith(".yml")}
    written = {
        path: mutations.dumped(mutations.shuffled(mutations.parsed(content), chance))
        if is_plan_file(path) or path in LISTS
        else content
        for path, content in files.items()
    }

    assert written != files
    assert _changes(files, written) == ()


def test_figures_may_be_sorted_and_filed_otherwise() -> None:
    files = _mini()
    head, *rows = files[FIGURES].decode().splitlines()
    rows.reverse()
    folder = FIGURES.rpartition("/")[0]
    moved = {
        **{path: content for path, content in files.items() if path != FIGURES},
        f"{folder}/a.csv": "\n".join([head, *rows[:5], ""]).encode(),
        f"{folder}/b.csv": "\r\n".join([head, *rows[5:], ""]).encode(),
    }

    assert pipeline.compare(files, moved, DAY).changes == ()


def test_every_fact_of_the_shipped_plans_has_a_key_of_its_own() -> None:
    read = read_plans(read_repository(ROOT))
    for plan in read.plans.values():
        keys = [fact.key for fact in plan_facts(plan)]
        assert len(keys) == len(set(keys))


def test_a_renamed_indicator_is_the_same_and_its_figures_with_it() -> None:
    files = _mini()
    text = files[PLAN].decode().replace("tong-doan-vien", "doan-vien-toan-huyen")
    text = text.replace(
        "      - id: doan-vien-toan-huyen\n",
        "      - id: doan-vien-toan-huyen\n        formerly: [tong-doan-vien]\n",
    )
    renamed = {
        **files,
        PLAN: text.encode(),
        FIGURES: files[FIGURES].replace(b"tong-doan-vien", b"doan-vien-toan-huyen"),
    }
    there = pipeline.compare(files, renamed, DAY)
    back = pipeline.compare(renamed, files, DAY)

    assert [c.kind.code for c in there.changes] == ["indicator-renamed"]
    assert [c.kind.code for c in back.changes] == ["indicator-renamed"]
    assert not there.refused


def test_an_id_that_nothing_declares_is_one_indicator_gone_and_one_come() -> None:
    files = _mini()
    text = files[PLAN].decode().replace("- id: so-tay\n", "- id: so-tay-moi\n")
    changes = pipeline.compare(files, {**files, PLAN: text.encode()}, DAY).changes

    assert sorted(c.kind.code for c in changes) == ["indicator-added", "indicator-removed"]


def test_mirrors_are_mutual() -> None:
    for kind in KINDS.values():
        if isinstance(kind.mirror, str):
            assert KINDS[kind.mirror].mirror == kind.code
