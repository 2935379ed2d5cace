"""The catalogue of checks: every rule by topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.page import Context, Page, PageKind
from site_builder.terms.rule import Rule, Severity
from site_builder.terms.text import Text

TITLE = Text("Quy tắc kiểm tra", "Rules of checking")

SEVERITY_WORDS: dict[Severity, Text] = {
    "error": Text("Lỗi", "Error"),
    "warning": Text("Cảnh báo", "Warning"),
    "note": Text("Lưu ý", "Note"),
}

TOPICS: dict[str, Text] = {
    "F": Text("Tên tệp và nơi để tệp", "Files: their names and places"),
    "Y": Text("Tệp YAML: cách viết", "YAML files: how they are written"),
    "P": Text("Kế hoạch, cơ quan, văn bản: nội dung", "Plans, bodies, documents: what they say"),
    "T": Text("Tệp CSV: hình thức bảng", "CSV files: the form of the table"),
    "V": Text("Ô số liệu", "Cells"),
    "S": Text("Chuỗi số liệu: các dòng so với nhau", "Series: rows against one another"),
}
"""Topics by the first letter of their codes, in the order in which a file is read."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in the list."""

    rule: Rule
    path: str
    severity: Text


@dataclass(frozen=True, slots=True)
class Topic:
    """Rules of one topic."""

    letter: str
    title: Text
    lines: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class RulesData:
    """The catalogue."""

    topics: tuple[Topic, ...]
    count: int


def line(rule: Rule) -> RuleLine:
    """A rule with its address and the word for its severity."""
    return RuleLine(rule, paths.rule(rule.code), SEVERITY_WORDS[rule.severity])


def pages(context: Context) -> Iterable[Page]:
    """The one page that lists the rules."""
    by_letter: dict[str, list[RuleLine]] = {}
    for code in sorted(context.rules):
        by_letter.setdefault(code[0], []).append(line(context.rules[code]))
    topics = tuple(
        Topic(letter, TOPICS[letter], tuple(by_letter[letter]))
        for letter in sorted(by_letter, key=list(TOPICS).index)
    )
    yield Page(
        path=paths.RULES,
        kind="rules",
        title=TITLE,
        description=Text(
            "Mọi điều được kiểm tra trước khi công bố: vì sao, viết thế nào là sai, sửa thế nào.",
            "Everything that is checked before publication: why, what is wrong, how to mend it.",
        ),
        data=RulesData(topics, len(context.rules)),
    )


KIND = PageKind(name="rules", title=TITLE, template="rules.html", pages=pages)
