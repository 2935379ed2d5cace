"""`plansite rule` tells the whole declaration of every rule, in both languages."""

from __future__ import annotations

import pytest

from site_builder.checks.catalogue import RULES
from site_builder.reports._groups import SEVERITY_WORDS
from site_builder.reports._rules import rule_list, rule_page
from site_builder.terms.text import LANGS, Lang

LABELS: dict[Lang, list[str]] = {
    "vi": ["Vì sao", "Sai", "Đúng", "Cách sửa"],
    "en": ["Why", "Wrong", "Right", "What to do"],
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", sorted(RULES))
def test_what_why_wrong_right_and_how_to_fix(code: str, lang: Lang) -> None:
    rule = RULES[code]
    heading, *sections = rule_page(rule, lang).removesuffix("\n").split("\n\n")
    assert heading == f"{code} · {SEVERITY_WORDS[rule.severity].of(lang)} · {rule.title.of(lang)}"
    told = [rule.reason.of(lang), rule.wrong, rule.right, rule.fix.of(lang)]
    expected = [
        f"{label}:\n" + "\n".join(f"  {line}" for line in words.split("\n"))
        for label, words in zip(LABELS[lang], told, strict=True)
    ]
    assert sections == expected


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_has_a_line_for_each(lang: Lang) -> None:
    lines = rule_list(RULES, lang).splitlines()
    assert len(lines) == len(RULES)
    for line, rule in zip(lines, RULES.values(), strict=True):
        assert line.startswith(f"{rule.code}  ")
        assert line.endswith(rule.title.of(lang))
