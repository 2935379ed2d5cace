from __future__ import annotations

import copy
import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from site_builder.model.agency import Agency
from site_builder.model.duty import Role
from site_builder.model.indicator import Measure
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import State
from site_builder.pages import glossary, glossary_terms
from site_builder.pages.abbreviations import abbreviations
from site_builder.pages.abbreviations import glossary as explained
from site_builder.pages.collation import sort_key
from site_builder.pages.glossary import Entry, GlossaryData, anchor, glossary_data, initial
from site_builder.terms.status import Status
from tests.pages import lives, small


def repository(*declared: dict[str, Any]) -> Repository:
    """One plan for each set of abbreviations, numbered from 1."""
    plans = {}
    for number, words in enumerate(declared, start=1):
        plan = copy.deepcopy(small.PLAN_FILE) | {"number": f"{number}/KH", "abbreviations": words}
        plans[f"p/{number}"] = Plan.model_validate(plan)
    return replace(small.repository(), plans=plans)


def found(data: GlossaryData, name: str) -> Entry:
    (entry,) = [
        entry
        for headword in (*(h for one in data.letters for h in one.headwords), *data.bodies)
        for entry in headword.entries
        if entry.name.vi == name
    ]
    return entry


def test_plans_that_agree_share_a_meaning() -> None:
    entry = found(glossary_data(repository({"TM.": "thay mặt"}, {"TM.": "Thay mặt"})), "TM.")
    (sense,) = entry.senses
    assert sense.words.vi == "thay mặt"
    assert [plan.vi for plan in sense.plans] == ["1/KH", "2/KH"]


def test_differing_meanings_stand_apart_with_their_plans() -> None:
    entry = found(glossary_data(repository({"TT": "Thường trực"}, {"TT": "Thứ tự"})), "TT")
    assert [(s.words.vi, [plan.vi for plan in s.plans]) for s in entry.senses] == [
        ("Thường trực", ["1/KH"]),
        ("Thứ tự", ["2/KH"]),
    ]


def test_what_is_typed_alike_stands_under_one_anchor_the_most_used_first() -> None:
    data = glossary_data(
        repository({"CDCS": "a", "CĐCS": "công đoàn cơ sở"}, {"CĐCS": "công đoàn cơ sở"})
    )
    (headword,) = [h for one in data.letters for h in one.headwords if h.anchor == "tu-cdcs"]
    assert [entry.name.vi for entry in headword.entries] == ["CĐCS", "CDCS"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LĐLĐ", "tu-ldld"),
        ("TƯLĐTT", "tu-tuldtt"),
        ("Đ/c", "tu-d-c"),
        ("TM.", "tu-tm"),
        ("TB&XH", "tu-tb-xh"),
        ("Chưa có số liệu", "tu-chua-co-so-lieu"),
    ],
)
def test_anchors_are_as_one_types_them(name: str, expected: str) -> None:
    assert anchor(name) == expected


def test_anchors_are_ascii_and_differ() -> None:
    data = glossary_data(repository({'<b> "x': "a", "ÐL": "b", "CĐ": "c"}))
    anchors = [h.anchor for one in data.letters for h in one.headwords]
    anchors += [h.anchor for h in data.bodies] + [one.anchor for one in data.letters]
    assert len(set(anchors)) == len(anchors)
    assert [one for one in anchors if not re.fullmatch(r"[a-z0-9-]+", one)] == []


def test_headwords_and_letters_come_as_vietnam_sorts() -> None:
    data = glossary_data(repository({"ĐV": "a", "DN": "b", "E": "c", "ÔNG": "d"}))
    letters = [one.letter for one in data.letters]
    assert letters == sorted(letters, key=sort_key)
    assert letters.index("D") < letters.index("Đ") < letters.index("E")
    assert {one.letter: one.anchor for one in data.letters}["Ô"] == "chu-oo"
    for one in data.letters:
        names = [headword.entries[0].name.vi for headword in one.headwords]
        assert names == sorted(names, key=sort_key)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("đất", "Đ"), ("Ứng dụng", "Ư"), ("ảnh", "A"), ("02-NQ", "#"), ("“x”", "#"), ("Web", "W")],
)
def test_the_letter_is_the_first_without_its_tone(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_what_begins_with_no_letter_has_an_anchor_too() -> None:
    data = glossary_data(repository({"02": "hai"}))
    (other,) = [one for one in data.letters if one.letter == "#"]
    assert re.fullmatch(r"chu-[a-z0-9-]+", other.anchor)


def test_short_names_lead_to_their_bodies() -> None:
    entry = found(glossary_data(small.repository()), "H. An")
    (sense,) = entry.senses
    assert (entry.kind, sense.words.vi, sense.path) == ("body", "Huyện An", "agencies/huyen-an/")


def test_bodies_of_one_short_name_are_meanings_of_one_entry() -> None:
    both = {
        name: Agency.model_validate({"name": f"Ban {name}", "short": "BTV"}) for name in ("a", "b")
    }
    data = glossary_data(replace(repository({"BTV": "Ban Thường vụ"}), agencies=both))
    (headword,) = [h for one in data.letters for h in one.headwords if h.anchor == "tu-btv"]
    assert {entry.kind: len(entry.senses) for entry in headword.entries} == {
        "abbreviation": 1,
        "body": 2,
    }
    assert data.bodies == ()


def test_every_word_of_the_site_is_explained() -> None:
    assert glossary_terms.MEASURES.keys() == set(get_args(Measure))
    assert glossary_terms.ROLES.keys() == set(get_args(Role))
    assert glossary_terms.STATES.keys() == set(get_args(State))
    names = {name.vi for name, _ in glossary_terms.site_terms()}
    assert names >= {status.words.vi for status in Status}
    assert names >= {"chỉ tiêu", "mốc chỉ tiêu", "lũy kế", "tham mưu", "đôn đốc"}


def test_no_word_of_the_site_is_explained_twice() -> None:
    names = [name.vi.casefold() for name, _ in glossary_terms.site_terms()]
    assert len(set(names)) == len(names)


def test_search_finds_terms_and_abbreviations_with_their_anchors() -> None:
    (page,) = glossary.pages(small.context())
    first, *terms = page.finds
    assert first.kind == "page" and {find.kind for find in terms} == {"term"}
    assert isinstance(page.data, GlossaryData)
    anchors = {h.anchor for one in page.data.letters for h in one.headwords}
    assert {find.anchor for find in terms} == anchors
    (found_term,) = [find for find in terms if find.title.vi == "đôn đốc"]
    assert found_term.excerpt is not None and found_term.title.en == "urges"


def test_only_what_is_sure_is_explained_in_place() -> None:
    declared = (
        {"TT": "Thường trực", "LĐLĐ": "Liên đoàn Lao động", "NQ số 02": "Nghị quyết"},
        {"UBKT": "Ủy ban Kiểm tra", "LĐLĐ": {"vi": "liên đoàn lao động", "en": "federation"}},
        {"UBKT": "Ủy ban khác", "TM.": "thay mặt", "TB&XH": {"vi": "Thương binh", "en": "War"}},
    )
    meanings = explained(repository(*declared))
    assert set(meanings) == {"LĐLĐ", "TB&XH"}
    assert meanings["LĐLĐ"].vi == "Liên đoàn Lao động"
    assert meanings["TB&XH"].en == "War"


def test_abbreviations_are_sorted() -> None:
    declared = {"ĐV": "a", "DN": "b", "CĐ": "c"}
    assert list(abbreviations(repository(declared))) == ["CĐ", "DN", "ĐV"]


def test_an_empty_repository_still_explains_the_sites_words() -> None:
    (page,) = glossary.pages(small.empty_context())
    assert isinstance(page.data, GlossaryData)
    assert [kind.value for kind in page.data.kinds] == ["term"]
    assert page.data.total > 40 and page.data.bodies == ()


def test_a_former_short_name_leads_to_the_body_under_its_former_name() -> None:
    data = glossary.glossary_data(lives.context().snapshot.repository)
    (entry,) = [e for one in data.bodies for e in one.entries if e.name.vi == "HAC"]
    (sense,) = entry.senses
    assert (sense.words.vi, sense.path) == ("Huyện An Cũ", "agencies/huyen-an/")
