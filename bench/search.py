"""What search costs: CPU of indexing, the index's size, and what a first query transfers.

`Reader` asks for the files of an index as `templates/assets/js/search.js` does in the header of a
page; tests/browser/test_search.py holds it against what a browser asks for.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from bench import sites
from bench.measure import Figure, measured
from site_builder.checks.catalogue import RULES
from site_builder.pages.catalogue import all_pages
from site_builder.pages.page import Context, Page
from site_builder.pipeline import read
from site_builder.progress.build import take_snapshot
from site_builder.search.coding import FIRST
from site_builder.search.entries import entries
from site_builder.search.fold import Word, words
from site_builder.search.index import index
from site_builder.search.shards import EVERYWHERE, utf16
from site_builder.terms.text import LANGS, Lang, same

QUERIES = (
    "cong doan", "công đoàn", "ldld", "277 kh ldld", "phong lao dong thuong binh va xa hoi",
)  # fmt: skip
SHOWN = 10
"""Results that open below the field, and titles that are enough for excerpts not to be asked."""
Files = Mapping[str, bytes]
Numbers = frozenset[int] | None
"""The entries under a key; None for every entry, where too many are to be listed."""


def indexing(pages: str) -> Figure:
    """Index a generated site of about so many pages, counted once, in both languages.

    The figure's parts are no times: `files` and `bytes` of the index in one language, and the
    bytes of the costliest of `QUERIES` as a first one (`query`) and typed letter by letter with a
    rest after each (`typing`).
    """
    made = generated(int(pages))
    built: dict[Lang, Files] = {}

    def work() -> float:
        for lang in LANGS:
            built[lang] = index((one for page in made for one in entries(page, lang)), lang)
        return len(made)

    figure = measured(work)
    files = built["vi"]
    figure.parts.update(
        files=len(files),
        bytes=sum(map(len, files.values())),
        query=max(first_query(files, query) for query in QUERIES),
        typing=max(first_query(files, query, by_letter=True) for query in QUERIES),
    )
    return figure


def generated(pages: int) -> list[Page]:
    """Every page of a generated site, not rendered."""
    snapshot = take_snapshot(read(sites.generate(pages)).repository, dt.date(2026, 11, 20))
    return list(all_pages(Context(snapshot, RULES, same("Bench"), illustrative_shown=True)))


def first_query(files: Files, query: str, *, by_letter: bool = False) -> int:
    """Bytes of all files that a first query asks for, or every beginning of it one by one."""
    reader = Reader(files)
    for end in range(1, len(query) + 1) if by_letter else (len(query),):
        reader.ask(query[:end])
    return sum(len(reader.files[name]) for name in reader.asked)


class Reader:
    """Reads an index file by file, and notes which."""

    def __init__(self, files: Files) -> None:
        self.files = {path.rpartition("/")[2].removesuffix(".js"): f for path, f in files.items()}
        self.asked: dict[str, Any] = {}

    def ask(self, query: str) -> list[str]:
        """The titles that open below the field, in their order."""
        asked = words(query)
        groups = self._find(asked) if asked else []
        first = max(2, SHOWN // max(1, len(groups)))
        shown = [number for numbers in groups[: SHOWN // first] for number in numbers[:first]]
        return [self._entry(number)[0] for number in shown]

    def _find(self, asked: Sequence[Word]) -> list[list[int]]:
        """The numbers of what fits by group, best first."""
        ends = self._load("index")["ends"]
        fit = _Fit(self, asked)
        scores = {number: fit.score(number) for number in range(ends[-1])}
        if sum(score >= 2000 for score in scores.values()) < SHOWN:
            fit.read_excerpts()
            scores = {number: fit.score(number) for number in scores}
        best = sorted(scores, key=lambda number: (-scores[number], number))
        least = 1000 if best and scores[best[0]] >= 1000 else 1
        groups: dict[int, list[int]] = {}
        for number in best:
            if scores[number] >= least:
                group = next(at for at, end in enumerate(ends) if number < end)
                groups.setdefault(group, []).append(number)
        return list(groups.values())

    @property
    def plans(self) -> int:
        """How many plans there are: they have the first numbers, and a phrase counts most there."""
        return int(self._load("index")["ends"][0])

    def each(self, family: str, keys: Sequence[str], *, beginning: bool = False) -> list[Numbers]:
        """What each key leads to; the last one, if told so, by the beginning of a word."""
        last = len(keys) - 1
        return [self._under(family + k, beginning and at == last) for at, k in enumerate(keys)]

    def _under(self, key: str, beginning: bool) -> Numbers:
        if beginning:
            code = self._look(f"{key}*", f"{key}*=") or self._look(f"{key}\uffff", key)
        else:
            code = self._look(key, f"{key}=")
        return None if code == EVERYWHERE else frozenset(self.numbers(code))

    @staticmethod
    def numbers(code: str) -> list[int]:
        """What `search.coding.rising` wrote down."""
        digits = [ord(digit) - FIRST for digit in code]
        if code.startswith("."):
            bits = enumerate(digits[1:])
            return [6 * at + bit for at, digit in bits for bit in range(6) if digit >> bit & 1]
        numbers, last, gap, shift = [], -1, 0, 0
        for digit in digits:
            gap += digit % 32 << shift
            shift += 5
            if digit < 32:
                last += gap + 1
                numbers.append(last)
                gap = shift = 0
        return numbers

    def _look(self, key: str, start: str) -> str:
        beginnings = self._load("index")["keys"].split(",")
        at = max(n for n, first in enumerate(beginnings) if utf16(first) <= utf16(key))
        records = (record for record in self._load(f"k{at}").split(",") if record.startswith(start))
        return next(records, "=").partition("=")[2]

    def _entry(self, number: int) -> list[str]:
        block = self._load("index")["block"]
        entry: list[str] = self._load(f"e{number // block}")[number % block]
        return entry

    def _load(self, name: str) -> Any:
        if name not in self.asked:
            call = self.files[name].decode()
            self.asked[name] = json.loads(f"[{call[call.index('(') + 1 : call.rindex(')')]}]")[2]
        return self.asked[name]


class _Fit:
    """How well entries fit the words that are asked."""

    def __init__(self, reader: Reader, asked: Sequence[Word]) -> None:
        self._reader = reader
        self._plans = reader.plans
        self._words = [word.folded for word in asked]
        first, last = self._words[:2], self._words[-1]
        pairs = [f"{a} {b}" for a, b in zip(self._words, self._words[1:], strict=False)]
        accented = [word.written for word in asked if word.written != word.folded]
        self._titles = reader.each("t", self._words, beginning=True)
        self._pairs = reader.each("p", pairs)
        self._starts, self._closes = reader.each("p", [f"^ {' '.join(first)}", f"{last} $"])
        self._written = reader.each("w", accented)
        (self._whole,) = reader.each("t", [last])
        self._excerpts: list[Numbers] = [frozenset()] * len(asked)

    def read_excerpts(self) -> None:
        """From now on words in excerpts count as well."""
        self._excerpts = self._reader.each("b", self._words, beginning=True)

    def score(self, number: int) -> float:
        """All words in the title from 2000 on, all of them anywhere from 1000 on, none 0."""
        named = sum(_has(found, number) for found in self._titles)
        listed = any(found is not None and number in found for found in self._excerpts)
        if named == len(self._words):
            return 2000 + self._closeness(number)
        if not named and not listed:
            return 0
        both = zip(self._titles, self._excerpts, strict=True)
        met = sum(_has(title, number) or _has(excerpt, number) for title, excerpt in both)
        if met == len(self._words):
            return 1000 + named
        return met + named / 100 if 2 * met > len(self._words) else 0

    def _closeness(self, number: int) -> int:
        starts, closes = _has(self._starts, number), _has(self._closes, number)
        plan = number < self._plans and len(self._words) > 1
        phrase = 7 if plan else 2 + starts * (2 + 2 * closes)
        together = all(_has(found, number) for found in self._pairs)
        written = bool(self._written) and all(_has(found, number) for found in self._written)
        return 100 * written + 10 * phrase * together + _has(self._whole, number)


def _has(found: Numbers, number: int) -> bool:
    return found is None or number in found
