from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.sources.schema import SCHEMA_FILES, SCHEMAS, schema, schema_text
from tests.checks.conftest import HERE as CASES_HOME

ROOT = Path(__file__).parents[2]
BASE = CASES_HOME / "base/plans"
PLAN = BASE / "vung/ke-hoach.yml"


def _validates(schema_file: Path, *files: Path) -> bool:
    """The judgement of a validator that knows nothing of this program."""
    command = Path(sys.executable).parent / "check-jsonschema"
    assert command.exists() or shutil.which("check-jsonschema")
    done = subprocess.run(
        [str(command), "--schemafile", str(schema_file), *map(str, files)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.returncode == 0


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_the_committed_schema_is_the_printed_one(kind: str) -> None:
    assert (ROOT / SCHEMA_FILES[kind]).read_text("utf-8") == schema_text(kind)


def test_the_schemas_are_schemas() -> None:
    command = Path(sys.executable).parent / "check-jsonschema"
    files = [str(ROOT / file) for file in SCHEMA_FILES.values()]
    subprocess.run([str(command), "--check-metaschema", *files], check=True, capture_output=True)


def test_the_shipped_files_and_the_base_are_accepted() -> None:
    plans = [
        path
        for path in (ROOT / "plans").rglob("*.yml")
        if path.name not in ("agencies.yml", "documents.yml")
    ]
    assert _validates(ROOT / SCHEMA_FILES["plan"], PLAN, *plans)
    for kind in ("agencies", "documents"):
        lists = [BASE / f"{kind}.yml", ROOT / "plans" / f"{kind}.yml"]
        assert _validates(ROOT / SCHEMA_FILES[kind], *lists)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at_least: 5000", "at_least: 5000, about: 1"),
        ("at_least: 5000, ", ""),
        ("at_least: 5000", "at_least: nhiều"),
        ("{bare: 540, clause: II.1}", "{done: false, clause: II.1}"),
        ("          2023: {about", "          20x3: {about"),
        ("when: {every: [quarter]}", "when: {wording: x}"),
        ("when: {every: [quarter]}", "when: {every: []}"),
        ("measures: cumulative", "measures: cumulativ"),
        ("whole: ldld-vung", "whole: ldld-vung\nmau: x"),
        ("whole: ldld-vung\n", ""),
        ("issued: 2022-01-10", "issued: 10/01/2022"),
        ("- id: tong-giao", "- id: Tổng giao"),
        ("lead: [ldld-vung]", "lead: ldld-vung"),
    ],
)
def test_a_broken_plan_is_refused(old: str, new: str, tmp_path: Path) -> None:
    text = PLAN.read_text("utf-8")
    assert text.count(old) == 1
    broken = tmp_path / "plan.yml"
    broken.write_text(text.replace(old, new), "utf-8")
    assert not _validates(ROOT / SCHEMA_FILES["plan"], broken)


def test_every_key_of_the_language_is_explained_in_vietnamese() -> None:
    for kind in SCHEMAS:
        made = schema(kind)
        for name, definition in made["$defs"].items():
            for key, property_ in definition["properties"].items():
                assert property_.get("description") or "$ref" in property_, (name, key)
                assert property_.get("description", "").isascii() is False or "$ref" in property_


def test_no_docstring_of_the_program_is_shown() -> None:
    for kind in SCHEMAS:
        assert "One duty" not in json.dumps(schema(kind))
        assert "Exactly one" not in json.dumps(schema(kind))
