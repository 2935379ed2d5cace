from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.locate import locate
from site_builder.terms.place import Node, Point, Spot, Step

TEXT = """\
# chú thích
tên: Đoàn
mục:
  - {mã: a, lời: "x y"}
  - mã: b
    dài: >-
      một
      hai
"""


def _spot(path: tuple[Step, ...], part: Any = "value", text: str = TEXT) -> Spot:
    node = Node("a.yml", path, part)
    return locate({"a.yml": text.encode()}, [node])[node]


def _place(spot: Spot) -> tuple[int, int, str]:
    return spot.line, spot.column, spot.excerpt[spot.column - 1 : spot.end_column - 1]


def test_keys_and_values_have_their_words() -> None:
    assert _place(_spot(("tên",))) == (2, 6, "Đoàn")
    assert _place(_spot(("tên",), "key")) == (2, 1, "tên")
    assert _place(_spot(("mục", 0, "lời"))) == (4, 18, '"x y"')
    assert _place(_spot(("mục", 1, "mã"))) == (5, 9, "b")


def test_a_value_of_several_lines_ends_with_its_first() -> None:
    assert _place(_spot(("mục", 1, "dài"))) == (6, 10, ">-")


def test_what_is_missing_is_shown_at_what_should_hold_it() -> None:
    assert _place(_spot(("mục", 1, "nơi", "x"))) == (5, 5, "m")
    assert _place(_spot(("mục", 7), "key")) == (3, 1, "mục")
    assert _place(_spot(("không",))) == (2, 1, "t")


def test_a_file_that_breaks_keeps_what_came_before() -> None:
    assert _place(_spot(("a",), text="a: x\nb: c: d\n")) == (1, 4, "x")


def test_a_file_that_is_not_there_is_its_first_line() -> None:
    node, point = Node("b.yml", ("a",)), Point("b.yml", 4, 2)
    found = locate({}, [node, point])
    assert (found[node].line, found[node].column) == (1, 1)
    assert (found[point].line, found[point].column, found[point].excerpt) == (4, 2, "")


def test_invisible_characters_do_not_shift_columns() -> None:
    spot = _spot(("a", "b"), text="a: {\u200bx: y, b: c}\n")
    assert spot.excerpt[spot.column - 1 : spot.end_column - 1] == "c"


def test_a_point_ends_with_its_word() -> None:
    point = Point("a.yml", 2, 6)
    spot = locate({"a.yml": TEXT.encode()}, [point])[point]
    assert _place(spot) == (2, 6, "Đoàn")


def _leaves(node: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _leaves(value, (*path, index))
    else:
        yield path, node


_KEYS = st.text(alphabet="abđế", min_size=1, max_size=4)


@st.composite
def _trees(draw: st.DrawFn) -> Any:
    """Trees whose leaves are all different, so that a word found is the right word."""
    shape = draw(
        st.dictionaries(
            _KEYS,
            st.recursive(
                st.none(),
                lambda inner: (
                    st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3)
                ),
                max_leaves=12,
            ),
            min_size=1,
            max_size=4,
        )
    )
    count = iter(range(10_000))

    def fill(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: fill(value) for key, value in node.items()}
        if isinstance(node, list):
            return [fill(value) for value in node]
        return f"w{next(count)}"

    return fill(shape)


@given(_trees(), st.booleans())
def test_every_value_is_found_where_it_stands(tree: Any, flow: bool) -> None:
    text = yaml.dump(tree, Dumper=yaml.SafeDumper, allow_unicode=True, default_flow_style=flow)
    nodes = {Node("a.yml", path): word for path, word in _leaves(tree)}
    found = locate({"a.yml": text.encode()}, nodes)
    for node, word in nodes.items():
        spot = found[node]
        assert text.split("\n")[spot.line - 1] == spot.excerpt
        assert spot.excerpt[spot.column - 1 : spot.end_column - 1] == word
