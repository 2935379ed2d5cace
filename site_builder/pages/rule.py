"""One rule: what its code means, why it exists, an example wrong and right, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths, rules
from site_builder.pages.page import Context, Crumb, Find, Page, PageKind
from site_builder.pages.rules import RuleLine
from site_builder.pages.view import HOME_CRUMB
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class RuleData:
    """A rule's page."""

    line: RuleLine
    topic: Text
    before: RuleLine | None
    after: RuleLine | None
    """The rules that stand next to it in the catalogue."""


def pages(context: Context) -> Iterable[Page]:
    """One page for every rule, at an address that findings can link to."""
    lines = [rules.line(context.rules[code]) for code in sorted(context.rules)]
    for at, line in enumerate(lines):
        yield _page(line, lines[at - 1] if at else None, lines[at + 1] if lines[at + 1 :] else None)


def _page(line: RuleLine, before: RuleLine | None, after: RuleLine | None) -> Page:
    rule = line.rule
    title = Text(f"{rule.code}: {rule.title.vi}", f"{rule.code}: {rule.title.en}")
    return Page(
        path=line.path,
        kind="rule",
        title=title,
        description=rule.reason,
        data=RuleData(line, rules.TOPICS[rule.code[0]], before, after),
        crumbs=(HOME_CRUMB, Crumb(rules.TITLE, paths.RULES)),
        finds=(Find("rule", title, excerpt=rule.reason),),
    )


KIND = PageKind(
    name="rule", title=Text("Một quy tắc", "One rule"), template="rule.html", pages=pages
)
