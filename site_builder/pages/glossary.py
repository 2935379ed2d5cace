"""Abbreviations and the site's own words in one alphabet, and the short names of bodies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from site_builder.model.base import Words
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.abbreviations import abbreviations
from site_builder.pages.choice import Choice
from site_builder.pages.collation import LETTERS, sort_key
from site_builder.pages.glossary_terms import site_terms
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB, plan_number, text
from site_builder.terms.text import Text, same

TITLE = Text("Chữ viết tắt và thuật ngữ", "Abbreviations and terms")
ABOUT = Text(
    "Chữ viết tắt trong các kế hoạch, tên gọi tắt của cơ quan và những từ trang này dùng.",
    "What the plans' abbreviations, the bodies' short names and this site's own words mean.",
)

EntryKind = Literal["abbreviation", "body", "term"]
KIND_WORDS: dict[EntryKind, Text] = {
    "abbreviation": Text("chữ viết tắt", "abbreviation"),
    "body": Text("tên gọi tắt", "short name of a body"),
    "term": Text("thuật ngữ", "term"),
}


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning; of an abbreviation with the plans that declare it."""

    words: Words
    path: str
    """The page of the body that it names; else empty."""
    plans: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or abbreviation with all its meanings."""

    kind: EntryKind
    name: Words
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Headword:
    """What is spelled alike without diacritics stands together, under one permanent anchor."""

    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """All that begins with one letter."""

    letter: str
    anchor: str
    headwords: tuple[Headword, ...]


@dataclass(frozen=True, slots=True)
class GlossaryData:
    """Everything that is explained."""

    letters: tuple[Letter, ...]
    bodies: tuple[Headword, ...]
    """Short names of bodies, apart: there are many, and most explain themselves."""
    kinds: tuple[Choice, ...]
    """The kinds that occur."""
    total: int
    """Headwords, those of bodies left out."""


def pages(context: Context) -> Iterable[Page]:
    """The one glossary."""
    data = glossary_data(context.snapshot.repository)
    yield Page(
        path=paths.GLOSSARY,
        kind=KIND.name,
        title=TITLE,
        description=ABOUT,
        data=data,
        crumbs=(HOME_CRUMB,),
        finds=(
            Find("page", TITLE, ABOUT, also=("từ điển", "giải thích", "glossary")),
            *_finds(data),
        ),
    )


def _finds(data: GlossaryData) -> Iterable[Find]:
    """One for each term and abbreviation; a body's short name leads to its own page anyway."""
    for letter in data.letters:
        for headword in letter.headwords:
            for entry in headword.entries:
                if entry.kind != "body":
                    yield Find("term", _title(entry), _excerpt(entry), headword.anchor)


def _title(entry: Entry) -> Text:
    return same(entry.name.vi) if entry.kind == "abbreviation" else text(entry.name)


def _excerpt(entry: Entry) -> Text:
    senses = [text(sense.words) for sense in entry.senses]
    return Text("; ".join(s.vi for s in senses), "; ".join(s.en for s in senses))


def glossary_data(repository: Repository) -> GlossaryData:
    """Everything that is explained, in the order of a Vietnamese dictionary.

    A short name that is spelled like an abbreviation stands with it.
    """
    entries = [*_abbreviations(repository), *_terms(), *_bodies(repository)]
    alike: dict[str, list[Entry]] = {}
    for entry in entries:
        alike.setdefault(anchor(entry.name.vi), []).append(entry)
    headwords = sorted(
        (Headword(key, tuple(sorted(found, key=_weight))) for key, found in alike.items()),
        key=lambda one: sort_key(one.entries[0].name.vi),
    )
    bodies = [one for one in headwords if {entry.kind for entry in one.entries} == {"body"}]
    letters: dict[str, list[Headword]] = {}
    for headword in headwords:
        if headword not in bodies:
            letters.setdefault(initial(headword.entries[0].name.vi), []).append(headword)
    kinds = {entry.kind for entry in entries}
    return GlossaryData(
        letters=tuple(
            Letter(
                letter, f"chu-{_LETTER_ANCHORS.get(letter.lower(), letter.lower())}", tuple(found)
            )
            for letter, found in letters.items()
        ),
        bodies=tuple(bodies),
        kinds=tuple(Choice(kind, words) for kind, words in KIND_WORDS.items() if kind in kinds),
        total=len(headwords) - len(bodies),
    )


def _weight(entry: Entry) -> tuple[int, object]:
    """What most plans use comes first among what is spelled alike."""
    return -sum(len(sense.plans) for sense in entry.senses), sort_key(entry.name.vi)


def _abbreviations(repository: Repository) -> Iterable[Entry]:
    for short, meanings in abbreviations(repository).items():
        senses = (
            Sense(meaning.words, "", tuple(plan_number(repository.plans[i]) for i in meaning.plans))
            for meaning in meanings
        )
        yield Entry("abbreviation", Words(vi=short, en=None), tuple(senses))


def _bodies(repository: Repository) -> Iterable[Entry]:
    """Bodies that share a short name are meanings of one entry; former short names stand too."""
    found: dict[str, tuple[Words, list[Sense]]] = {}
    for agency_id, agency in repository.agencies.items():
        old = ((former.short, former.name) for former in agency.renamed)
        for short, name in ((agency.short, agency.name), *old):
            if short is not None and short.vi != name.vi:
                _, senses = found.setdefault(short.vi, (short, []))
                senses.append(Sense(name, paths.agency(agency_id), ()))
    for short, senses in found.values():
        yield Entry("body", short, tuple(dict.fromkeys(senses)))


def _terms() -> Iterable[Entry]:
    for name, meaning in site_terms():
        words = Words(vi=meaning.vi, en=meaning.en)
        yield Entry("term", Words(vi=name.vi, en=name.en), (Sense(words, "", ()),))


_LETTER_ANCHORS = {
    "ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "#": "khac",
}  # fmt: skip
"""Letters as a keyboard without them types them: anchors are ASCII and yet differ."""
_STROKES = str.maketrans("đðɖ", "ddd")
"""Unicode does not take their stroke off; the last two are mistaken for đ."""


def anchor(name: str) -> str:
    """The permanent anchor of a term: `TƯLĐTT` and `TULĐTT` → `tu-tuldtt`, as one types it."""
    spread = unicodedata.normalize("NFD", name.casefold()).translate(_STROKES)
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return "tu-" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def initial(name: str) -> str:
    """The letter under which a name stands: its first, without a tone; `#` for anything else."""
    for letter in LETTERS:
        if sort_key(name[:1])[0] == sort_key(letter)[0]:
            return letter.upper()
    return "#"


KIND = PageKind(name="glossary", title=TITLE, template="glossary.html", pages=pages)
