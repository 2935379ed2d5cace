"""What a report does where there is much to tell, little room, or a reader without colours."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from site_builder.changes.comparison import Comparison
from site_builder.model.policy import Policy
from site_builder.reports import Style
from site_builder.reports._escape import columns
from site_builder.reports.changes import FORMATS
from site_builder.reports.changes._told import lines
from site_builder.reports.changes.markdown import MOST
from site_builder.terms.text import LANGS, Lang, Text

from .revisions import comparison

PLAIN = Style(colour=False, width=100)
NOTHING = Comparison((), (), Policy())


def _many(count: int, code: str = "") -> Comparison:
    """One comparison with each of its changes told again and again, each a little different."""
    found = comparison()
    picked = [
        (change, spot)
        for change, spot in zip(found.changes, found.spots, strict=True)
        if code in ("", change.kind.code)
    ]
    pairs = [
        (
            replace(change, subject=Text(f"{change.subject.vi} {n}", f"{change.subject.en} {n}")),
            spot,
        )
        for n in range(count)
        for change, spot in picked
    ]
    changes, spots = zip(*pairs, strict=True)
    return replace(found, changes=changes, spots=spots)


@pytest.mark.parametrize("lang", LANGS)
def test_without_any_change_it_says_so(lang: Lang) -> None:
    for form in ("text", "markdown"):
        said = FORMATS[form](NOTHING, lang, PLAIN)
        assert ("Không có thay đổi nào." if lang == "vi" else "Nothing has changed.") in said
    assert json.loads(FORMATS["json"](NOTHING, lang, PLAIN))["changes"] == []


@pytest.mark.parametrize("count", [1, 20, 60, 400])
@pytest.mark.parametrize("code", ["", "share-changed", "closed-data-added", "role-changed"])
def test_a_comment_is_never_too_long_and_counts_what_it_leaves_out(count: int, code: str) -> None:
    found = _many(count, code)
    page = FORMATS["markdown"](found, "vi", PLAIN)

    assert len(page) <= MOST
    assert page.count("<details>") == page.count("</details>")
    left = "Không hiện hết ở đây" in page
    shown = page.count("\n- **") + sum(
        int(line.split()[2]) for line in page.split("\n") if line.startswith("- và ")
    )
    rest = page.rpartition("; còn ")[2]
    counted = int(rest.split()[0]) if left and "thay đổi (" in rest else 0
    assert shown + counted == len(lines(found))
    if count == 1:
        assert not left


def test_the_verdict_comes_first() -> None:
    for form in ("text", "markdown"):
        head = FORMATS[form](comparison(), "vi", PLAIN)[:160]
        assert "Thiếu căn cứ: " in head


def test_figures_of_one_kind_are_told_by_a_few_unless_all_are_wanted() -> None:
    some = FORMATS["text"](comparison(), "vi", PLAIN)
    every = FORMATS["text"](comparison(), "vi", replace(PLAIN, whole=True))

    assert some.count("Thêm số liệu cho kỳ đã khép") == 5
    assert "và 7 thay đổi nữa cùng loại (--all" in some
    assert every.count("Thêm số liệu cho kỳ đã khép") == 12


@pytest.mark.parametrize("width", [40, 72, 100])
def test_sentences_fit_the_width(width: int) -> None:
    said = FORMATS["text"](comparison(), "vi", replace(PLAIN, width=width))
    changes = said.partition("Mẫu để chép")[0]

    indented = [line for line in changes.split("\n") if line.startswith("    ") and " " in line[4:]]
    assert indented
    places = ("    plans/", "    data/")
    assert all(columns(line) <= width for line in indented if not line.startswith(places))


def test_colour_is_only_where_it_is_wanted() -> None:
    plain = FORMATS["text"](comparison(), "vi", PLAIN)
    painted = FORMATS["text"](comparison(), "vi", replace(PLAIN, colour=True))

    assert "\x1b" not in plain
    assert "\x1b[31m" in painted and "\x1b[32m" in painted
    for code in (
        "\x1b[1;31m",
        "\x1b[31m",
        "\x1b[32m",
        "\x1b[33m",
        "\x1b[36m",
        "\x1b[2m",
        "\x1b[1m",
        "\x1b[0m",
    ):
        painted = painted.replace(code, "")
    assert painted == plain


def test_the_json_keeps_to_its_schema() -> None:
    schema = json.loads((Path(__file__).parent / "changes.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    for found in (comparison(), NOTHING):
        for lang in LANGS:
            judge.validate(json.loads(FORMATS["json"](found, lang, PLAIN)))
