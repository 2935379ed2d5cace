"""Every rule speaks in its case, word for word, and is silent at the near miss."""

from __future__ import annotations

import unicodedata

import pytest

from site_builder import pipeline
from site_builder.checks.amendment_rules import TWO_REVISIONS
from site_builder.checks.catalogue import RULES
from site_builder.reports import Style
from site_builder.reports.text import render
from site_builder.terms.rule import SEVERITIES

from .conftest import CASES, Case, base_files, lay

PLAIN = Style(colour=False, width=100)


def _codes(files: dict[str, bytes]) -> set[str]:
    return {located.finding.code for located in pipeline.check(files).findings}


def test_the_base_is_clean() -> None:
    assert render(pipeline.check(base_files()), "vi", PLAIN) == "Không thấy lỗi nào trong 4 tệp.\n"


def test_speaks(case: Case, update: bool) -> None:
    result = pipeline.check(lay(case.speaks))
    said = render(result, "vi", PLAIN)
    if update:
        case.rewrite(said)
        case = Case(case.path)
    assert said == case.speaks["text"]
    assert case.code in {located.finding.code for located in result.findings}
    assert render(result, "en", PLAIN) != said


def test_is_silent(case: Case) -> None:
    assert lay(case.silent) != lay(case.speaks)
    assert case.code not in _codes(lay(case.silent))


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    # Rules about two revisions have their cases in tests/changes.
    about_two = {rule.code for rule in TWO_REVISIONS}
    assert {path.stem for path in CASES} == set(RULES) - about_two


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_whole(code: str) -> None:
    rule = RULES[code]
    assert rule.code == code
    assert rule.severity in SEVERITIES
    for text in (rule.title, rule.reason, rule.fix):
        assert text.vi.strip() and text.en.strip() and text.vi != text.en
        assert unicodedata.is_normalized("NFC", text.vi)
    assert rule.wrong.strip() and rule.right.strip() and rule.wrong != rule.right
