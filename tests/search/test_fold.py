"""Folding takes off what Vietnamese puts on letters, however it was typed."""

from __future__ import annotations

import unicodedata

from site_builder.search.fold import LONGEST, fold, words

TONES = ("", "GRAVE", "HOOK ABOVE", "TILDE", "ACUTE", "DOT BELOW")
VOWELS = (
    "A", "A WITH BREVE", "A WITH CIRCUMFLEX", "E", "E WITH CIRCUMFLEX", "I", "O",
    "O WITH CIRCUMFLEX", "O WITH HORN", "U", "U WITH HORN", "Y",
)  # fmt: skip


def letters() -> dict[str, str]:
    """Every letter that Vietnamese writes with a mark, capitals too, with its plain small letter."""
    found = {"đ": "d", "Đ": "d"}
    for case in ("SMALL", "CAPITAL"):
        for vowel in VOWELS:
            for tone in TONES:
                joined = " AND " if "WITH" in vowel else " WITH "
                name = f"LATIN {case} LETTER {vowel}{joined + tone if tone else ''}"
                found[unicodedata.lookup(name)] = vowel[0].lower()
    return found


def test_every_vietnamese_letter_folds_to_its_plain_one() -> None:
    alphabet = letters()
    assert len(alphabet) == 2 + 2 * 12 * 6
    for letter, plain in alphabet.items():
        assert fold(letter) == fold(unicodedata.normalize("NFD", letter)) == plain, letter


def test_what_is_mistaken_for_a_stroked_d_folds_too() -> None:
    assert fold("Ðảng ĐẢNG Ɖảng") == "dang dang dang"


def test_a_folded_text_folds_to_itself() -> None:
    text = fold("Liên đoàn Lao động, 277/KH-LĐLĐ; ẶẴ … Straße, naïve, Ω")
    assert fold(text) == text == "lien doan lao dong, 277/kh-ldld; aa … straße, naive, ω"


def test_words_are_runs_of_letters_and_digits() -> None:
    found = words("Kế hoạch số 277 /KH-LĐLĐ\N{NO-BREAK SPACE}(2021_bis)")
    assert " ".join(word.folded for word in found) == "ke hoach so 277 kh ldld 2021 bis"
    assert " ".join(word.written for word in found) == "kế hoạch số 277 kh lđlđ 2021 bis"


def test_words_are_one_however_they_are_encoded() -> None:
    assert words(unicodedata.normalize("NFD", "CÔNG đoàn")) == words("công ĐOÀN")


def test_nothing_is_no_word() -> None:
    assert words("") == words(" /-– \N{COMBINING ACUTE ACCENT} ") == []


def test_a_word_has_an_end() -> None:
    assert words("a" * 10_000)[0] == ("a" * LONGEST, "a" * LONGEST)
