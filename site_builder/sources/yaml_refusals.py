"""YAML that is well formed and refused all the same: it hides, doubles or loses what is written."""

from __future__ import annotations

from typing import Any

from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

DUPLICATE = Rule(
    code="Y012",
    severity="error",
    title=Text("Khóa viết hai lần", "Key given twice"),
    reason=Text(
        "Một khóa viết hai lần thì phần mềm này lấy giá trị trước, phần mềm kia lấy giá trị sau.",
        "Of a key given twice some programs take the first value and others the last.",
    ),
    fix=Text("Bỏ bớt một, giữ giá trị đúng.", "Remove one of them and keep the right value."),
    wrong="issuer: ubnd\nissuer: ldld",
    right="issuer: ldld",
)
ANCHOR = Rule(
    code="Y013",
    severity="error",
    title=Text("Neo, bí danh hoặc nhãn kiểu của YAML", "YAML anchor, alias or tag"),
    reason=Text(
        "Neo (&), bí danh (*), gộp (<<) và nhãn kiểu (!) làm người đọc không thấy giá trị tại chỗ và "
        "có thể phình tệp ra vô hạn; ngôn ngữ kế hoạch không cần chúng.",
        "Anchors (&), aliases (*), merges (<<) and tags (!) hide a value from its reader and can "
        "blow a file up without end; the plan language does not need them.",
    ),
    fix=Text(
        "Viết lại giá trị tại chỗ; nếu là lời văn, đặt trong dấu ngoặc kép.",
        "Write the value out in its place; if it is wording, put it in quotes.",
    ),
    wrong="issuer: *ldld",
    right="issuer: ldld-tinh",
)
TOO_DEEP = Rule(
    code="Y014",
    severity="error",
    title=Text("Lồng quá sâu", "Nested too deeply"),
    reason=Text(
        "Kế hoạch không lồng quá chục lớp; tệp lồng hàng chục lớp là tệp hỏng hoặc cố ý gây treo máy.",
        "A plan nests no deeper than about ten levels; a file of dozens is broken or hostile.",
    ),
    fix=Text("Bỏ các lớp ngoặc thừa.", "Remove the needless brackets."),
    wrong="cites: [[[[[[…]]]]]]",
    right="cites: []",
)
SEVERAL = Rule(
    code="Y015",
    severity="error",
    title=Text("Nhiều tài liệu trong một tệp", "Several documents in one file"),
    reason=Text(
        "Dòng “---” bắt đầu một tài liệu mới; phần mềm chỉ đọc tài liệu đầu thì phần sau bị mất.",
        "A line “---” starts another document; a program that reads the first loses the rest.",
    ),
    fix=Text(
        "Tách mỗi tài liệu ra một tệp, hoặc xóa dòng “---”.",
        "Give each document a file of its own, or delete the line “---”.",
    ),
    wrong="kind: Kế hoạch\n---\nkind: Chỉ thị",
    right="kind: Kế hoạch",
)
EMPTY = Rule(
    code="Y016",
    severity="error",
    title=Text("Tệp rỗng", "Empty file"),
    reason=Text(
        "Tệp không có nội dung nào ngoài chú thích.", "The file holds nothing beyond comments."
    ),
    fix=Text("Điền nội dung, hoặc xóa tệp.", "Fill it in, or delete the file."),
    wrong="# chưa viết",
    right="agencies:\n  ldld-tinh: {name: Liên đoàn Lao động tỉnh}",
)
ODD_KEY = Rule(
    code="Y017",
    severity="error",
    title=Text("Khóa không phải là chữ", "Key is not a word"),
    reason=Text(
        "Khóa để trống hoặc là một danh sách thì không khóa nào của ngôn ngữ kế hoạch khớp được.",
        "A key that is empty or a list can be no key of the plan language.",
    ),
    fix=Text(
        "Viết tên khóa trước dấu hai chấm; nếu {…} là lời văn, đặt trong dấu ngoặc kép.",
        "Write a key's name before the colon; if {…} is wording, put it in quotes.",
    ),
    wrong="{{ title }}: Kế hoạch",
    right="title: Kế hoạch",
)
RULES = (DUPLICATE, ANCHOR, TOO_DEEP, SEVERAL, EMPTY, ODD_KEY)

MAX_DEPTH = 40


def point(file: str, event: Any) -> Point:
    """Where an event starts."""
    return Point(file, event.start_mark.line + 1, event.start_mark.column + 1)


def empty(file: str) -> Finding:
    """Nothing was there to read."""
    expected = Text("nội dung YAML", "YAML content")
    return EMPTY.finding(Point(file), read="", expected=expected)


def several(file: str, event: Any) -> Finding:
    """A second document begins."""
    expected = Text("một tài liệu mỗi tệp", "one document in a file")
    return SEVERAL.finding(point(file, event), read="---", expected=expected)


def anchor(file: str, event: Any, read: str) -> Finding:
    """An anchor, alias, merge or tag, as it is written."""
    expected = Text("giá trị viết tại chỗ", "the value itself")
    return ANCHOR.finding(point(file, event), read=read, expected=expected)


def odd_key(file: str, event: Any, read: str) -> Finding:
    """A key that is empty, a mapping or a list."""
    expected = Text("tên một khóa", "the name of a key")
    return ODD_KEY.finding(point(file, event), read=read, expected=expected)


def duplicate(file: str, event: Any, first: int) -> Finding:
    """A key that stands in line `first` already."""
    expected = Text(
        "khóa này chỉ một lần (đã có ở dòng {line})",
        "this key only once (it stands in line {line})",
    ).fill(line=first)
    return DUPLICATE.finding(point(file, event), read=event.value, expected=expected)


def too_deep(file: str, event: Any) -> Finding:
    """One level more than is read."""
    expected = Text("không quá {n} lớp", "no more than {n} levels").fill(n=MAX_DEPTH)
    return TOO_DEEP.finding(point(file, event), read=f"{MAX_DEPTH + 1}", expected=expected)
