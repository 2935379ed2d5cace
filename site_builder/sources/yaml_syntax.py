"""Where text stops being YAML: what the parser met, in words a clerk understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from site_builder.sources.decode import split_lines
from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

SYNTAX = Rule(
    code="Y010",
    severity="error",
    title=Text("Sai cú pháp YAML", "YAML syntax error"),
    reason=Text(
        "Từ chỗ này máy không hiểu được tệp, nên phần sau của tệp chưa được kiểm tra.",
        "From here on the file cannot be understood, so the rest of it has not been checked.",
    ),
    fix=Text(
        "Xem lại dòng này và dòng ngay trên: thụt lề, dấu hai chấm, dấu ngoặc.",
        "Look at this line and the one above: indentation, colons, quotes and brackets.",
    ),
    wrong="title: Kế hoạch: phát triển đoàn viên",
    right='title: "Kế hoạch: phát triển đoàn viên"',
)
TAB = Rule(
    code="Y011",
    severity="error",
    title=Text("Thụt lề bằng phím Tab", "Indented with a tab"),
    reason=Text(
        "YAML xếp lớp bằng dấu cách; độ rộng của Tab mỗi máy một khác nên YAML cấm.",
        "YAML nests by spaces; a tab is of another width on each screen, so YAML forbids it.",
    ),
    fix=Text(
        "Thay mỗi Tab đầu dòng bằng hai dấu cách.",
        "Replace each tab at the start of the line by two spaces.",
    ),
    wrong="period:\n\tfrom: 2022",
    right="period:\n  from: 2022",
)
RULES = (SYNTAX, TAB)

_COLON = (
    Text("một cặp “khóa: giá trị” đứng đúng lề", "one “key: value”, properly indented"),
    Text(
        "Nếu lời văn có dấu hai chấm, đặt cả lời văn trong dấu ngoặc kép; nếu là khóa mới, cho nó "
        "thẳng lề với các khóa cùng cấp.",
        "If the wording itself holds a colon, put all of it in quotes; if this is a new key, align "
        "it with its siblings.",
    ),
)
_QUOTE = (
    Text("dấu ngoặc kép đóng lại", "a closing quote"),
    Text(
        "Dấu ngoặc mở ở đây không được đóng; thêm dấu đóng ở cuối lời văn.",
        "The quote opened here is never closed; close it at the end of the wording.",
    ),
)
_AFTER = (
    Text("một khóa thẳng lề với các khóa cùng cấp", "a key aligned with its siblings"),
    Text(
        "Cho dòng này thẳng lề với các dòng cùng cấp; sau dấu ngoặc đóng không được còn chữ.",
        "Align this line with its siblings; nothing may follow a closing quote.",
    ),
)
_START = (
    Text("lời văn đặt trong dấu ngoặc kép", "the wording in quotes"),
    Text(
        "Lời văn bắt đầu bằng @, %, &, *, !, ` hoặc dấu ngoặc thì đặt cả lời văn trong dấu ngoặc "
        "kép.",
        "A wording that starts with @, %, &, *, !, ` or a bracket must stand in quotes.",
    ),
)
_DASH = (
    Text("gạch đầu dòng ở dòng riêng", "a list item on a line of its own"),
    Text(
        "Đưa “- ” xuống dòng riêng và thụt lề; nếu gạch là lời văn, đặt trong dấu ngoặc kép.",
        "Put “- ” on a line of its own and indent it; if the dash is wording, quote it.",
    ),
)
_ITEM = (
    Text("“- ” thẳng lề với các gạch đầu dòng cùng danh sách", "“- ” aligned with its list"),
    Text(
        "Thêm “- ” hoặc sửa thụt lề; không trộn danh sách với “khóa: giá trị” ở cùng một cấp.",
        "Add “- ” or mend the indentation; do not mix a list with “key: value” at one level.",
    ),
)
_BRACKET = (
    Text("dấu “,” hoặc dấu ngoặc đóng “]”, “}”", "“,” or the closing “]”, “}”"),
    Text(
        "Đóng dấu ngoặc mở ở trên, hoặc thêm dấu phẩy giữa hai mục.",
        "Close the bracket opened above, or add a comma between two items.",
    ),
)
_SPACE = (
    Text("một dấu cách sau dấu hai chấm", "a space after the colon"),
    Text(
        "Viết “khóa: giá trị”, có dấu cách sau “:”.", "Write “key: value”, with a space after “:”."
    ),
)
_ODD = (
    Text("dấu cách và dấu “:” thường", "ordinary spaces and an ordinary “:”"),
    Text(
        "Xóa khoảng trắng hoặc dấu hai chấm ở chỗ này rồi gõ lại từ bàn phím, không dán.",
        "Delete the space or colon here and type it again, without pasting.",
    ),
)
_ESCAPE = (
    Text("dấu “\\” chỉ trước chữ được phép", "“\\” only before a letter that may follow it"),
    Text("Viết “\\\\” hoặc dùng dấu ngoặc đơn.", "Write “\\\\”, or use single quotes."),
)
_OTHER = (Text("YAML đúng cú pháp", "well-formed YAML"), SYNTAX.fix)

_Words = tuple[Text, Text]
_Found = tuple[int, int, _Words]
"""Line and column from 0, and what to say of it."""

# Parts of libyaml's and of PyYAML's own messages; the first that fits is taken.
_MEANINGS = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", _COLON),
    ("unexpected end of stream", _QUOTE),
    ("unknown escape character", _ESCAPE),
    ("escape sequence", _ESCAPE),
    ("escape code", _ESCAPE),
    ("alphabetic or numeric character", _START),
    ("cannot start any token", _START),
    ("comment or line break", _START),
    ("expected comment or a line break", _START),
    ("sequence entries are not allowed", _DASH),
    ("expected '-' indicator", _ITEM),
    ("expected <block end>", _AFTER),
    ("' or ']'", _BRACKET),
    ("' or '}'", _BRACKET),
    ("expected node content", _BRACKET),
    ("did not find expected key", _AFTER),
)
_NO_SPACE = re.compile(r" *(?:- +)*[A-Za-z_]\w*(:)(?=[^\s:/])", re.ASCII)
_ODD_SPACES = "[\xa0\u2000-\u200a\u202f\u3000]"
_ODD_MARK = re.compile(rf"(?:^|(?<=:)|(?<=- )) *{_ODD_SPACES}|：")
_TAB_INDENT = re.compile(r"^(?: *(?:- +)*)(\t)", re.MULTILINE)


def syntax_findings(
    file: str, text: str, error: yaml.YAMLError, quoted: Any = None
) -> Iterator[Finding]:
    """What the error means: every tab at a line's start if one caused it, else where it broke.

    `quoted` is the wording in quotes that was read last: one of several lines that ends where the
    text broke was closed by the quote that should have opened the next.
    """
    lines = split_lines(text.rstrip())
    number, column = _place(error, lines)
    if _starts_with_tab(lines, number):
        yield from _tabs(file, lines)
        return
    problem = str(getattr(error, "problem", None) or error)
    words = next((words for part, words in _MEANINGS if part in problem), _OTHER)
    if found := _slip(error, lines, number) or _left_open(quoted, number):
        number, column, words = found
    expected, fix = words
    read = lines[number].strip() if words is _COLON else lines[number][column:].strip(" \t")
    read = read or lines[number].strip()
    yield SYNTAX.finding(Point(file, number + 1, column + 1), read=read, expected=expected, fix=fix)


def _place(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int]:
    """Line and column, from 0, of the fault: where it showed, within the text.

    What shows only at the end of the file (a quote or bracket never closed) is where it opened.
    """
    opened: yaml.Mark | None = getattr(error, "context_mark", None)
    showed: yaml.Mark | None = getattr(error, "problem_mark", None)
    mark = opened if showed is None or showed.line >= len(lines) else showed
    mark = mark or showed
    if mark is None:
        return 0, 0
    if mark.line >= len(lines):
        return len(lines) - 1, max(len(lines[-1]) - 1, 0)
    return mark.line, mark.column


def _slip(error: yaml.YAMLError, lines: list[str], number: int) -> _Found | None:
    """A slip of the hand that makes a key no key, in the line that broke or where its key began."""
    context: yaml.Mark | None = getattr(error, "context_mark", None)
    for at in (number, number - 1 if context is None else context.line):
        if not 0 <= at < len(lines):
            continue
        if match := _ODD_MARK.search(lines[at]):
            return at, match.end() - 1, _ODD
        if match := _NO_SPACE.match(lines[at]):
            return at, match.start(1), _SPACE
    return None


def _left_open(quoted: Any, number: int) -> _Found | None:
    if quoted is None or not quoted.start_mark.line < quoted.end_mark.line == number:
        return None
    return quoted.start_mark.line, quoted.start_mark.column, _QUOTE


def _starts_with_tab(lines: list[str], number: int) -> bool:
    return _TAB_INDENT.match(lines[number]) is not None


def _tabs(file: str, lines: list[str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        if match := _TAB_INDENT.match(line):
            expected = Text("dấu cách ở đầu dòng", "spaces at the start of the line")
            yield TAB.finding(
                Point(file, number, match.start(1) + 1), read="Tab", expected=expected
            )
