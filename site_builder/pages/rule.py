"""One rule: what its code means, why it exists, an example wrong and right, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths, rules
from site_builder.pages.page import Context, Crumb, Page, PageKind
from site_builder.pages.rules import RuleLine
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class RuleData:
    """A rule's page."""

    line: RuleLine
    topic: Text


def pages(context: Context) -> Iterable[Page]:
    """One page for every rule, at an address that findings can link to."""
    for code in sorted(context.rules):
        rule = context.rules[code]
        yield Page(
            path=paths.rule(code),
            kind="rule",
            title=Text(f"{code}: {rule.title.vi}", f"{code}: {rule.title.en}"),
            description=rule.reason,
            data=RuleData(rules.line(rule), rules.TOPICS[code[0]]),
            crumbs=(Crumb(rules.TITLE, paths.RULES),),
        )


KIND = PageKind(
    name="rule", title=Text("Một quy tắc", "One rule"), template="rule.html", pages=pages
)
