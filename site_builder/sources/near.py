"""“Did you mean”: the nearest of the names that exist."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from site_builder.terms.text import Text

_DID_YOU_MEAN = Text("Có phải ý là “{name}”?", "Did you mean “{name}”?")


def near(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` nearest to `name`, accents and case left aside; None where none is near."""
    by_fold = {fold(known): known for known in names}
    found = get_close_matches(fold(name), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def did_you_mean(name: str) -> Text:
    """The question, as a finding's advice."""
    return _DID_YOU_MEAN.fill(name=name)


def fold(text: str) -> str:
    """Lower case without accents, đ as d, so that `Đoàn_viên` is near `doan-vien`."""
    loose = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in loose if unicodedata.category(char) != "Mn")
    return bare.replace("đ", "d").replace("Đ", "d").casefold()
