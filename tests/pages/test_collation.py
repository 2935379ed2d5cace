from __future__ import annotations

import unicodedata

import pytest

from site_builder.pages.collation import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["an", "ăn", "ân", "ban", "dan", "đan", "em", "êm", "on", "ôn", "ơn", "un", "ưn"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Huyện 2", "Huyện 10"],
        ["Công an", "Công đoàn", "Cộng đồng"],
        ["dân vận", "Đảng ủy", "đất", "E"],
        ["ban", "ban dân vận", "bang"],
    ],
)
def test_order_is_that_of_a_vietnamese_dictionary(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


def test_both_normal_forms_sort_alike() -> None:
    decomposed = unicodedata.normalize("NFD", "Đống Đa")
    assert sort_key(decomposed)[:2] == sort_key("Đống Đa")[:2]


def test_tones_decide_only_between_equal_letters() -> None:
    assert sort_key("má an") < sort_key("ma ban")
