"""A rule explained, and the list of all rules, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.reports._escape import visible
from site_builder.reports._groups import SEVERITY_WORDS
from site_builder.sources.near import near
from site_builder.terms.rule import Rule
from site_builder.terms.text import Lang, Text

_WHY = Text("Vì sao", "Why")
_WRONG = Text("Sai", "Wrong")
_RIGHT = Text("Đúng", "Right")
_FIX = Text("Cách sửa", "What to do")
_UNKNOWN = Text("Không có quy tắc “{code}”.", "There is no rule “{code}”.")
_NEAR = Text(" Có phải là {code}?", " Did you mean {code}?")
_LIST = Text(
    " Chạy “plansite rule” để xem danh sách.", " Run `plansite rule` for the list of rules."
)


def rule_page(rule: Rule, lang: Lang) -> str:
    """The whole declaration of a rule."""
    severity = SEVERITY_WORDS[rule.severity].of(lang)
    parts = [
        f"{rule.code} · {severity} · {rule.title.of(lang)}",
        f"{_WHY.of(lang)}:\n{_indented(rule.reason.of(lang))}",
        f"{_WRONG.of(lang)}:\n{_indented(rule.wrong)}",
        f"{_RIGHT.of(lang)}:\n{_indented(rule.right)}",
        f"{_FIX.of(lang)}:\n{_indented(rule.fix.of(lang))}",
    ]
    return "\n\n".join(parts) + "\n"


def rule_list(rules: Mapping[str, Rule], lang: Lang) -> str:
    """One line a rule."""
    return "".join(
        f"{rule.code}  {SEVERITY_WORDS[rule.severity].of(lang):<8}  {rule.title.of(lang)}\n"
        for rule in rules.values()
    )


def unknown_rule(code: str, rules: Mapping[str, Rule], lang: Lang) -> str:
    """One sentence for a code that does not exist, with the nearest that does."""
    # The letter O for the digit 0 is the commonest slip in a code.
    guess = near(code.upper().replace("O", "0"), rules)
    hint = _NEAR.fill(code=guess) if guess else _LIST
    return _UNKNOWN.fill(code=visible(code)).of(lang) + hint.of(lang)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))
