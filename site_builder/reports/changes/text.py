"""The report of changes that a person reads at a terminal: plan by plan, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.changes.change import WEIGHTS
from site_builder.changes.comparison import Comparison
from site_builder.model.policy import Weight
from site_builder.model.repository import plan_file
from site_builder.reports import Style
from site_builder.reports._block import block
from site_builder.reports._escape import no_command, visible
from site_builder.reports._groups import groups
from site_builder.reports._wrap import wrap
from site_builder.reports.changes import _told, _words
from site_builder.reports.changes._paste import FILL_IN, paste
from site_builder.reports.changes._told import FIRST_OF_MANY, WEIGHT_TITLES, Line
from site_builder.terms.text import Lang, Text

_COLOURS: dict[Weight, str] = {"authority": "31", "review": "33", "data": "36", "editorial": "2"}
_COVERED = "32"
_LONG = 5
"""After more changes than these the verdict is told again."""
_MORE = Text(
    "và {n} thay đổi nữa cùng loại (--all để xem hết)",
    "and {n} more of this kind (--all tells them)",
)
_PASTE = Text(
    "Mẫu để chép vào “amendments” của {file}, thay … bằng {hole}:",
    "To copy under “amendments” of {file}; put {hole} in place of …:",
)


def render(comparison: Comparison, lang: Lang, style: Style) -> str:
    """The verdict, the changes, the amendments to copy, what else is wrong, and the verdict again."""
    told = _told.lines(comparison)
    verdict = _told.verdict(comparison).of(lang)
    parts = [f"{_paint_verdict(verdict, comparison, style)}\n{_told.summary(told).of(lang)}"]
    for plan, changes in _told.by_plan(told):
        heading = _paint(visible(_told.title(plan, comparison).of(lang)), "1", style)
        parts.append(heading)
        for weight in WEIGHTS:
            for group in _told.by_kind(_told.of_weight(changes, weight)):
                parts += _group(group, comparison, lang, style)
    parts += _pastes(told, comparison, lang)
    parts += [
        "\n".join(block(group, lang, style)) for group in groups(_told.other_findings(comparison))
    ]
    if len(told) > _LONG:
        parts.append(_paint_verdict(verdict, comparison, style))
    return "\n\n".join(no_commands(part) for part in parts) + "\n"


def no_commands(part: str) -> str:
    """Without a line that a CI server would take for a command."""
    return "\n".join(no_command(line) for line in part.split("\n"))


def _group(
    group: tuple[Line, ...], comparison: Comparison, lang: Lang, style: Style
) -> Iterator[str]:
    shown = group if style.whole or len(group) <= FIRST_OF_MANY + 1 else group[:FIRST_OF_MANY]
    for line in shown:
        yield "\n".join(_change(line, comparison, lang, style))
    if len(shown) < len(group):
        yield "  " + _MORE.fill(n=len(group) - len(shown)).of(lang)


def _change(line: Line, comparison: Comparison, lang: Lang, style: Style) -> Iterator[str]:
    change, spot = line.change, line.spot
    kind = change.kind
    colour = _COVERED if change.authority else _COLOURS[kind.weight]
    weight = _paint(WEIGHT_TITLES[kind.weight].of(lang).lower(), colour, style)
    yield f"  {kind.title.of(lang)} · {weight}"
    yield from _indented(_words.subject(change, lang), style)
    yield from _indented(_words.values(change, lang), style)
    for remark in _words.remarks(change, lang):
        yield from _indented(remark, style)
    yield from _indented(_words.authority(change, comparison.documents, lang), style)
    yield f"    {visible(spot.file)}:{spot.line}:{spot.column}{_old(line, lang)}"
    yield f"    {visible(change.what)}"


_OLD = Text(" (ở bản gốc)", " (in the base)")


def _old(line: Line, lang: Lang) -> str:
    return _OLD.of(lang) if line.change.revision == "base" else ""


def _indented(words: str, style: Style) -> Iterator[str]:
    if words:
        for line in wrap(words, style.width - 4):
            yield f"    {line}"


def _pastes(told: Iterable[Line], comparison: Comparison, lang: Lang) -> Iterator[str]:
    for plan, changes in _told.by_plan(told):
        yaml = paste((line.change for line in changes), more=plan in comparison.amended)
        if yaml:
            heading = _PASTE.fill(file=plan_file(plan), hole=FILL_IN).of(lang)
            yield f"{visible(heading)}\n\n{yaml.rstrip()}"


def _paint_verdict(verdict: str, comparison: Comparison, style: Style) -> str:
    return _paint(verdict, "1;31" if comparison.refused else "1;32", style)


def _paint(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
