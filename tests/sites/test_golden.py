"""A small repository in, its whole site out, byte for byte.

`UPDATE=1 pytest tests/sites` writes the expected tree again; then read it as a diff.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping

from tests.sites.trees import MINI, built, mini_files, tree

EXPECTED = MINI / "expected"
ENGLISH = {"en/index.html", "en/plans/vung/12-kh-ldld/index.html"}
COMMON = ("rules/", "method/", "glossary/", "assets/")


def _golden(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What is compared: all but the pages that this repository does not shape.

    The pages of the rules, of the method and of the stylesheet are the same for every repository:
    each change of a rule's wording would have to be approved here a second time, and `expected/`
    would be nine tenths rules. Rules have their cases (tests/checks/cases), those pages their own
    tests (tests/pages). Of the English pages, whose data are the same, two stand for all.
    """
    return {path: content for path, content in files.items() if not _is_common(path)}


def _is_common(path: str) -> bool:
    english = path.startswith("en/") and path not in ENGLISH
    return english or path.startswith(COMMON)


def test_the_whole_site_is_as_expected() -> None:
    made = _golden(built(mini_files()).files)
    if os.environ.get("UPDATE") == "1":
        _write(made)
    expected = tree(EXPECTED)

    assert sorted(made) == sorted(expected)
    for path, content in made.items():
        assert content.decode() == expected[path].decode(), path


def test_what_is_left_out_is_made_all_the_same() -> None:
    made = built(mini_files()).files

    assert {path.partition("/")[0] for path in made if _is_common(path)} == {
        "rules", "method", "glossary", "assets", "en",
    }  # fmt: skip
    assert all(made.values())


def _write(files: Mapping[str, bytes]) -> None:
    if EXPECTED.exists():
        shutil.rmtree(EXPECTED)
    for path, content in files.items():
        place = EXPECTED / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
