from __future__ import annotations

from site_builder.checks.view import cycles


def test_a_loop_is_told_once_from_its_first_name() -> None:
    assert list(cycles({"b": ("c",), "c": ("a",), "a": ("b",), "x": ("a",)})) == [("a", "b", "c")]
    assert list(cycles({"a": ("a",)})) == [("a",)]


def test_two_ways_to_one_end_are_no_loop() -> None:
    assert list(cycles({"a": ("b", "c"), "b": ("d",), "c": ("d",)})) == []


def test_two_loops_through_one_name() -> None:
    assert list(cycles({"a": ("b", "c"), "b": ("a",), "c": ("a",)})) == [("a", "b"), ("a", "c")]


def test_a_long_chain_is_no_trouble() -> None:
    chain = {f"n{i:06d}": (f"n{i + 1:06d}",) for i in range(50_000)}
    assert list(cycles(chain)) == []
    (loop,) = cycles({**chain, "n050000": ("n000000",)})
    assert len(loop) == 50_001
