"""axe-core, run in a page that is open: what it finds against WCAG 2.2 AA and good practice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

SCRIPT = Path(__file__).parents[1] / "node" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""No rule of these is switched off."""
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: a theme changes nothing else of a page."""
RUN = """async ([type, values]) => {
  const found = await axe.run(document, {
    runOnly: {type, values},
    resultTypes: ["violations"],
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => ({
    rule: rule.id,
    element: node.target.join(" "),
    wrong: node.failureSummary.split("\\n").at(1).trim(),
  })));
}"""
SHOWN = 3


@dataclass(frozen=True)
class Violation:
    """One element that breaks one rule, and where and how the page was looked at."""

    rule: str
    element: str
    wrong: str
    where: str


def bring_axe(context: BrowserContext) -> None:
    """Put axe into every page that the context opens from now on.

    As a script of the browser's own and not of the page: the page's policy, which would refuse a
    script from elsewhere, stays in force and is judged together with the page.
    """
    context.add_init_script(path=SCRIPT)


def violations(tab: Page, where: str = "", *, colours_only: bool = False) -> list[Violation]:
    """What axe finds on the page as it stands."""
    chosen = ("rule", COLOURS) if colours_only else ("tag", TAGS)
    return [Violation(**found, where=where) for found in tab.evaluate(RUN, chosen)]


def unfold(tab: Page) -> None:
    """Open every `<details>`, so that what it holds is judged too."""
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def told(found: Iterable[Violation]) -> str:
    """The violations for a reader: one line for what is wrong, then a few of its places.

    What differs by its measures alone is told together.
    """
    groups: defaultdict[tuple[str, str], list[Violation]] = defaultdict(list)
    for one in found:
        groups[one.rule, re.sub(r"[\d.]+px", "", one.wrong)].append(one)
    lines = []
    for alike in groups.values():
        lines.append(f"{alike[0].rule} ({len(alike)} times): {alike[0].wrong}")
        lines += [f"    {one.where}: {one.element}" for one in alike[:SHOWN]]
    return "\n".join(lines)
