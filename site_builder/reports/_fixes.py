"""What `plansite check --fix` did, and what it could do, for a person at a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from site_builder.reports import Style
from site_builder.reports._block import place_words
from site_builder.reports._escape import clip, shown_value
from site_builder.sources.fixes import Fix
from site_builder.terms.text import Lang, Text

SHOWN = 200
_LONGEST = 60
_DONE = Text("Đã sửa {places} trong {files}:", "Fixed {places} in {files}:")
_NONE = Text("Không có gì tự sửa được.", "There is nothing that can be fixed automatically.")
_NOTHING = Text("(bỏ)", "(taken out)")
_REST = Text(
    "  … và {count} chỗ nữa; thêm --all để xem hết.",
    "  … and {count} more; add --all to see everything.",
)
_CAN = Text(
    "Có chỗ tự sửa được mà không đổi nội dung: chạy “plansite check --fix”.",
    "Some of this can be fixed without changing the content: run `plansite check --fix`.",
)


def fixes_made(fixes: Sequence[Fix], lang: Lang, style: Style) -> str:
    """A line for each place: where, what stood there, what stands there now, by which rule."""
    if not fixes:
        return _NONE.of(lang) + "\n"
    shown = fixes if style.whole else fixes[:SHOWN]
    files = len({fix.spot.file for fix in fixes})
    said = Text(f"{files} tệp", f"{files} file{'s' * (files != 1)}")
    lines = [_DONE.fill(places=_places(fixes), files=said).of(lang)]
    lines += [f"  {_line(fix, lang)}" for fix in shown]
    if left := len(fixes) - len(shown):
        lines.append(_REST.fill(count=left).of(lang))
    return "\n".join(lines) + "\n"


def fixes_possible(fixes: Sequence[Fix], lang: Lang) -> str:
    """One sentence; empty where nothing can be fixed."""
    return _CAN.of(lang) + "\n" if fixes else ""


def _places(fixes: Sequence[Fix]) -> Text:
    n = len(fixes)
    return Text(f"{n} chỗ", f"{n} place{'s' * (n != 1)}")


def _line(fix: Fix, lang: Lang) -> str:
    before = f"“{clip(shown_value(fix.before), _LONGEST)}”"
    after = f"“{clip(shown_value(fix.after), _LONGEST)}”" if fix.after else _NOTHING.of(lang)
    if marks := _apart(fix):
        before += f" ({marks})"
    return f"{place_words(fix.spot, lang)}  {before} → {after}  ({fix.code})"


def _apart(fix: Fix) -> str:
    """The characters that were composed: before and after look the same."""
    if unicodedata.normalize("NFC", fix.before.strip()) != fix.after:
        return ""
    apart = dict.fromkeys(c for c in fix.before if c not in fix.after and not c.isspace())
    return ", ".join(f"U+{ord(char):04X}" for char in apart)
