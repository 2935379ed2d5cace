"""The report of changes as one comment: what needs authority first, for readers without YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from site_builder.changes.change import WEIGHTS
from site_builder.changes.comparison import Comparison
from site_builder.model.policy import Weight
from site_builder.model.repository import plan_file
from site_builder.reports import Style
from site_builder.reports._groups import groups
from site_builder.reports._links import rule_address, server_path
from site_builder.reports._message import message
from site_builder.reports.changes import _told, _words
from site_builder.reports.changes._markdown import code, escaped, fenced, in_html
from site_builder.reports.changes._paste import FILL_IN, paste
from site_builder.reports.changes._told import FIRST_OF_MANY, WEIGHT_TITLES, Line
from site_builder.terms.text import Lang, Text

MOST = 60_000
"""Characters; a comment on GitHub holds 65,536."""
_RESERVE = 1_000
"""Kept for what ends the comment: the count of what is left out."""
_MOST_OPEN: dict[Weight, int] = {"authority": MOST, "review": 20, "data": 0, "editorial": 0}
"""More changes of a weight than these are folded away."""
_HEADING = Text("Thay đổi của kế hoạch", "Changes to the plans")
_MORE = Text("và {n} thay đổi nữa cùng loại", "and {n} more of this kind")
_LEFT = Text(
    "Không hiện hết ở đây vì quá dài; còn {parts}. Chạy “plansite diff --all” để xem hết.",
    "Not all of it fits here; left out: {parts}. Run `plansite diff --all` to see everything.",
)
_LEFT_CHANGES = Text("{n} thay đổi ({parts})", "changes: {n} ({parts})")
_LEFT_FINDINGS = Text("{n} chỗ phải sửa", "things to be mended: {n}")
_LEFT_PASTES = Text("{n} mẫu ghi căn cứ", "entries to be recorded: {n}")
_FINDINGS = Text("Phải sửa", "To be mended")
_PASTE = Text("Mẫu ghi căn cứ vào {file}", "How to record the authority in {file}")
_PASTE_HOW = Text(
    "Chép vào “amendments”, thay … bằng {hole}.", "Copy it under “amendments”; put {hole} for …."
)
_AT = Text("tại {place}", "at {place}")
_AT_BASE = Text("tại {place} của bản gốc", "at {place} of the base")


@dataclass(slots=True)
class _Page:
    """A comment in the making, which knows how much it still holds."""

    parts: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, part: str, *, closing: int = 0) -> bool:
        """Put `part` on the page if it still fits with what must come after it."""
        if self.size + len(part) + closing + 1 > MOST - _RESERVE:
            return False
        self.close(part)
        return True

    def close(self, part: str) -> None:
        """Put on the page what must not be left out; room was kept for it."""
        self.parts.append(part)
        self.size += len(part) + 1


def render(comparison: Comparison, lang: Lang, style: Style) -> str:
    """The comment, of at most `MOST` characters; what does not fit is counted."""
    told = _told.lines(comparison)
    plain = replace(style, colour=False)
    page = _Page()
    page.close(f"## {_HEADING.of(lang)}\n")
    page.close(f"**{escaped(_told.verdict(comparison).of(lang))}**\n")
    page.close(escaped(_told.summary(told).of(lang)) + "\n")
    left = _section(page, _told.of_weight(told, "authority"), "authority", comparison, lang, plain)
    pastes = _pastes(page, told, comparison, lang)
    findings = _findings(page, comparison, lang, plain)
    for weight in WEIGHTS[1:]:
        left += _section(page, _told.of_weight(told, weight), weight, comparison, lang, plain)
    said = _left_out(left, pastes, findings, lang)
    if said:
        page.close(escaped(_LEFT.fill(parts=said).of(lang)) + "\n")
    return "\n".join(page.parts)


def _left_out(left: list[Line], pastes: int, findings: int, lang: Lang) -> str:
    """What did not fit, counted; empty where everything did."""
    said = [_LEFT_CHANGES.fill(n=len(left), parts=_told.counted(left))] if left else []
    said += [_LEFT_PASTES.fill(n=pastes)] if pastes else []
    said += [_LEFT_FINDINGS.fill(n=findings)] if findings else []
    return ", ".join(text.of(lang) for text in said)


def _section(
    page: _Page,
    told: tuple[Line, ...],
    weight: Weight,
    comparison: Comparison,
    lang: Lang,
    style: Style,
) -> list[Line]:
    """The changes of one weight; gives back those that did not fit."""
    if not told:
        return []
    title = f"{WEIGHT_TITLES[weight].of(lang)} ({len(told)})"
    folded = len(told) > _MOST_OPEN[weight]
    # Markdown within HTML begins after a blank line.
    head = f"<details><summary><b>{title}</b></summary>\n" if folded else f"### {title}\n"
    end = "</details>\n" if folded else ""
    if not page.add(head, closing=len(end)):
        return list(told)
    left: list[Line] = []
    for plan, changes in _told.by_plan(told):
        heading = f"**{escaped(_told.title(plan, comparison).of(lang))}**\n"
        if left or not page.add(heading, closing=len(end)):
            left += changes
            continue
        for group in _told.by_kind(changes):
            left += group if left else _group(page, group, comparison, lang, style, len(end))
        page.close("")
    if folded:
        page.close(end)
    return left


def _group(
    page: _Page,
    group: tuple[Line, ...],
    comparison: Comparison,
    lang: Lang,
    style: Style,
    closing: int,
) -> list[Line]:
    shown = group if len(group) <= FIRST_OF_MANY + 1 else group[:FIRST_OF_MANY]
    for at, line in enumerate(shown):
        if not page.add(_item(line, comparison, lang, style), closing=closing):
            return list(group[at:])
    if len(shown) < len(group):
        more = f"- {_MORE.fill(n=len(group) - len(shown)).of(lang)}"
        if not page.add(more, closing=closing):
            return list(group[len(shown) :])
    return []


def _item(line: Line, comparison: Comparison, lang: Lang, style: Style) -> str:
    change, spot = line.change, line.spot
    said = f"- **{escaped(change.kind.title.of(lang))}** – {escaped(_words.subject(change, lang))}"
    if values := _words.values(change, lang):
        said += f": {escaped(values)}"
    lines = [said]
    remarks = _words.remarks(change, lang)
    if remarks:
        lines.append("  - " + escaped("; ".join(remarks)))
    by = _words.authority(change, comparison.documents, lang)
    at = _AT_BASE if change.revision == "base" else _AT
    place = at.fill(place=code(f"{server_path(spot, style)}:{spot.line}")).of(lang)
    lines.append(f"  - **{escaped(by)}**, {place}" if by else f"  - {place}")
    return "\n".join(lines)


def _pastes(page: _Page, told: Iterable[Line], comparison: Comparison, lang: Lang) -> int:
    """What is to be recorded, plan by plan; how many of these did not fit."""
    left = 0
    for plan, changes in _told.by_plan(told):
        yaml = paste((line.change for line in changes), more=plan in comparison.amended)
        if yaml:
            title = in_html(_PASTE.fill(file=plan_file(plan)).of(lang))
            how = escaped(_PASTE_HOW.fill(hole=FILL_IN).of(lang))
            body = fenced(yaml, "yaml")
            part = f"<details><summary>{title}</summary>\n\n{how}\n\n{body}\n\n</details>\n"
            left += not page.add(part)
    return left


def _findings(page: _Page, comparison: Comparison, lang: Lang, style: Style) -> int:
    """What else is wrong; how much of it did not fit."""
    items = list(_finding_items(comparison, lang, style))
    if not items or not page.add(f"### {_FINDINGS.of(lang)}\n"):
        return len(items)
    left = sum(not page.add(item) for item in items)
    page.close("")
    return left


def _finding_items(comparison: Comparison, lang: Lang, style: Style) -> Iterator[str]:
    for group in groups(_told.other_findings(comparison)):
        finding, spot = group[0].finding, group[0].spot
        address = rule_address(finding.code, lang, style)
        name = f"[{finding.code}]({address})" if address else finding.code
        place = _AT.fill(place=code(f"{server_path(spot, style)}:{spot.line}")).of(lang)
        said = "; ".join(message(finding, lang, replace(style, site="")))
        yield f"- {name} **{escaped(finding.title.of(lang))}** {place}\n  - {escaped(said)}"
