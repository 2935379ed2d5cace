from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.sources import yaml_events
from site_builder.sources.decode import decode
from site_builder.sources.yaml_refusals import MAX_DEPTH
from site_builder.sources.yaml_tree import Tree, read_tree
from site_builder.terms.place import Point


def _read(text: str) -> Tree:
    return read_tree("a.yml", text)


def _said(text: str) -> list[tuple[str, Any]]:
    return [(finding.code, finding.where) for finding in _read(text).findings]


def test_every_scalar_stays_text() -> None:
    text = "a: NO\nb: 4:9\nc: 012\nd: 24.000\ne: 2021-10-15\nf: 0x1f\n2023: 1e3\n"
    assert _read(text).value == {
        "a": "NO",
        "b": "4:9",
        "c": "012",
        "d": "24.000",
        "e": "2021-10-15",
        "f": "0x1f",
        "2023": "1e3",
    }


def test_nothing_is_none_unless_quoted() -> None:
    tree = _read("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")
    assert tree.value == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_structure_is_that_of_pyyaml() -> None:
    text = "a: [x, {b: c}]\nd:\n  - e\n  - f: g\n    h: |\n      i\n      j\nk: >-\n  l\n  m\n"
    assert _read(text).value == yaml.load(text, Loader=yaml.BaseLoader)


def test_of_a_key_given_twice_the_first_stays_and_the_second_is_the_place() -> None:
    tree = _read("a:\n  b: 1\n  c: 2\n  b: {d: 3}\n")
    assert tree.value == {"a": {"b": "1", "c": "2"}}
    assert _said("a:\n  b: 1\n  c: 2\n  b: {d: 3}\n") == [("Y012", Point("a.yml", 4, 3))]


def test_an_alias_is_refused_and_its_place_remembered() -> None:
    tree = _read("a: &x [1]\nb: *x\nc: [*x, 2]\n<<: *x\n")
    assert [finding.read for finding in tree.findings] == ["&x", "*x", "*x", "<<", "*x"]
    assert {("b",), ("c", 0)} <= tree.refused
    assert tree.value == {"a": ["1"], "b": None, "c": [None, "2"]}


def test_exploding_aliases_cost_nothing() -> None:
    rows = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    tree = _read("\n".join(rows))
    assert len(tree.value) == 9
    assert tree.value["a8"] == [None] * 9


def test_depth_ends_the_reading() -> None:
    assert _said("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert _said("[" * 100_000) == [("Y014", Point("a.yml", 1, MAX_DEPTH + 1))]


def test_a_key_that_is_a_mapping_is_one_finding() -> None:
    tree = _read('a: 1\n? {b: {c: d, "": e}}\n: f\ng: h\n')
    assert [finding.code for finding in tree.findings] == ["Y017"]
    assert tree.value == {"a": "1", "g": "h"}


def test_a_second_document_is_refused_and_a_first_mark_is_not() -> None:
    assert _said("---\na: 1\n...\n") == []
    assert _said("a: 1\n---\nb: 2\n") == [("Y015", Point("a.yml", 2, 1))]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "~\n"])
def test_a_file_without_content_is_empty(text: str) -> None:
    assert _said(text) == [("Y016", Point("a.yml", 1, 1))]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("a: b: c\n", 1, 5, "holds a colon"),
        ("x: 1\na: 'b\nc: d\n", 2, 4, "closing quote"),
        ("a: @b\n", 1, 4, "in quotes"),
        ("a: - b\n", 1, 4, "line of its own"),
        ("- a\nb: 1\n", 2, 1, "aligned with its list"),
        ("a: [1, 2\nb: 3\n", 2, 2, "closing"),
        ("a: 1\rb: c: d\r", 2, 5, "holds a colon"),
        ("x: 1\na: [b\n\n", 2, 4, "closing"),
        ('a: "\\q"\n', 1, 5, "\\"),
        ('a: "b" c\n', 1, 8, "aligned with its siblings"),
    ],
)
def test_syntax_is_explained_where_it_broke(text: str, line: int, column: int, word: str) -> None:
    (finding,) = _read(text).findings
    assert (finding.code, finding.where) == ("Y010", Point("a.yml", line, column))
    assert word in finding.expected.en + finding.fix.en
    assert "did not find" not in finding.expected.en


def test_every_tab_is_told_once_one_broke_the_file() -> None:
    assert _said("a:\n\tb: 1\n\tc: 2\n") == [
        ("Y011", Point("a.yml", 2, 1)),
        ("Y011", Point("a.yml", 3, 1)),
    ]


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.BaseLoader])
def test_both_parsers_say_the_same(loader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "_LOADER", loader)
    for text in ("a: b: c\n", "a: @b\n", "a: - b\n", "a:\n\tb: 1\n", "a: 'b\n", "a: [1\nb: 2\n"):
        tree = _read(text)
        assert tree.value is None
        assert {finding.code for finding in tree.findings} <= {"Y010", "Y011"}
        assert tree.findings


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    decoded = decode("a.yml", data)
    if decoded.text is None:
        assert decoded.findings
    else:
        tree = _read(decoded.text)
        assert tree.value is not None or tree.findings


@settings(max_examples=300)
@given(st.text(alphabet="ab: -[]{},&*!|>'\"#%@`?~\n\t\\é\x85\ufeff", max_size=40))
def test_no_text_raises(text: str) -> None:
    tree = _read(decode("a.yml", text.encode()).text or "")
    assert tree.value is not None or tree.findings


_SCALARS = st.text(alphabet="abcxyz019ăđ", min_size=1, max_size=6)
_TREES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_SCALARS, inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(_SCALARS, _TREES, min_size=1, max_size=5))
def test_what_is_written_is_read(content: dict[str, Any]) -> None:
    text = yaml.dump(content, Dumper=yaml.SafeDumper, allow_unicode=True)
    tree = _read(text)
    assert tree.findings == ()
    assert tree.value == content


@pytest.mark.parametrize("escape", ["\\u202e", "\\0", "\\x1b", "\\u200b", "\\L", "\\N"])
def test_what_an_escape_hides_is_refused_and_causes_nothing_else(escape: str) -> None:
    tree = _read(f'a: "x{escape}y"\n"b{escape}": 1\n')
    assert [(f.code, f.where) for f in tree.findings] == [
        ("Y004", Point("a.yml", 1, 4)),
        ("Y004", Point("a.yml", 2, 1)),
    ]
    assert tree.value == {"a": "xy", "b": "1"}


def test_an_escaped_line_break_or_letter_is_no_fault() -> None:
    assert _read('a: "x\\ny \\u00e1\\t"\n') == Tree({"a": "x\ny á\t"})


def test_of_a_tagged_value_nothing_more_is_said() -> None:
    assert ("a",) in _read("a: !!set [x]\n").refused


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nnumber:5\nb: 2\n", 2, 7),
        ("a: 1\nplace：x\nb: 2\n", 2, 6),
        ("a: 1\nplace:\u00a0x\nb: 2\n", 2, 7),
        ("a:\n\u00a0\u00a0b: 1\n  c: 2\n", 2, 1),
        ('a: "x\nb: "y"\nc: 1\n', 1, 4),
        ("a: 'x\nb: 'y'\nc: 1\n", 1, 4),
        ("a: x: y\n", 1, 5),
    ],
)
def test_a_slip_is_pointed_at_where_it_was_made(text: str, line: int, column: int) -> None:
    assert _said(text) == [("Y010", Point("a.yml", line, column))]
