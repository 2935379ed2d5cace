"""`plansite rule`: what a code in a report means."""

from __future__ import annotations

import click

from site_builder.checks.catalogue import RULES
from site_builder.reports._rules import rule_list, rule_page, unknown_rule
from site_builder.shell.settings import as_lang, lang_option, say, stop


@click.command()
@click.argument("code", required=False)
@lang_option
def rule(code: str | None, lang: str) -> None:
    """Giải thích một mã quy tắc; không ghi mã thì liệt kê hết. / Explain a rule, or list all."""
    words = as_lang(lang)
    if code is None:
        say(rule_list(RULES, words))
        return
    found = RULES.get(code.upper())
    if found is None:
        stop(unknown_rule(code, RULES, words))
        return
    say(rule_page(found, words))
