"""The catalogue of checks: every rule by topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.choice import Choice
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB
from site_builder.terms.rule import Rule, Severity
from site_builder.terms.status import Tone
from site_builder.terms.text import Text

TITLE = Text("Quy tắc kiểm tra", "Rules of checking")

_ABOUT = Text(
    "Mọi điều được kiểm tra trước khi công bố: vì sao, viết thế nào là sai, sửa thế nào.",
    "Everything that is checked before publication: why, what is wrong, how to mend it.",
)

SEVERITY_WORDS: dict[Severity, Text] = {
    "error": Text("Lỗi", "Error"),
    "warning": Text("Cảnh báo", "Warning"),
    "note": Text("Lưu ý", "Note"),
}
SEVERITY_TONES: dict[Severity, Tone] = {"error": "bad", "warning": "slow", "note": "none"}
SEVERITY_EFFECTS: dict[Severity, Text] = {
    "error": Text("chặn việc công bố", "stops publication"),
    "warning": Text(
        "vẫn công bố; chặn khi kiểm tra với --strict", "is published; stops a check with --strict"
    ),
    "note": Text("vẫn công bố, chỉ nhắc", "is published; a reminder only"),
}

TOPICS: dict[str, Text] = {
    "F": Text("Tên tệp và nơi để tệp", "Files: their names and places"),
    "Y": Text("Tệp YAML: cách viết", "YAML files: how they are written"),
    "P": Text("Kế hoạch, cơ quan, văn bản: nội dung", "Plans, bodies, documents: what they say"),
    "T": Text("Tệp CSV: hình thức bảng", "CSV files: the form of the table"),
    "V": Text("Ô số liệu", "Cells"),
    "S": Text("Chuỗi số liệu: các dòng so với nhau", "Series: rows against one another"),
    "A": Text("Hai bản của kho: căn cứ của thay đổi", "Two revisions: the authority of changes"),
}
"""Topics by the first letter of their codes, in the order in which a file is read."""


@dataclass(frozen=True, slots=True)
class Gravity:
    """How grave a finding is: its word, its shape and colour, what follows from it."""

    value: Severity
    label: Text
    tone: Tone
    effect: Text


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in the list."""

    rule: Rule
    path: str
    gravity: Gravity


@dataclass(frozen=True, slots=True)
class Topic(Choice):
    """Rules of one topic, which is a choice of the filter."""

    lines: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class RulesData:
    """The catalogue."""

    topics: tuple[Topic, ...]
    count: int
    gravities: tuple[tuple[Gravity, int], ...]
    """With how many rules there are of each."""


GRAVITIES: dict[Severity, Gravity] = {
    severity: Gravity(severity, words, SEVERITY_TONES[severity], SEVERITY_EFFECTS[severity])
    for severity, words in SEVERITY_WORDS.items()
}


def line(rule: Rule) -> RuleLine:
    """A rule with its address and the words for how grave it is."""
    return RuleLine(rule, paths.rule(rule.code), GRAVITIES[rule.severity])


def pages(context: Context) -> Iterable[Page]:
    """The one page that lists the rules."""
    by_letter: dict[str, list[RuleLine]] = {}
    for code in sorted(context.rules):
        by_letter.setdefault(code[0], []).append(line(context.rules[code]))
    topics = tuple(
        Topic(letter, TOPICS[letter], tuple(by_letter[letter]))
        for letter in sorted(by_letter, key=list(TOPICS).index)
    )
    severities = [rule.severity for rule in context.rules.values()]
    gravities = tuple((one, severities.count(one.value)) for one in GRAVITIES.values())
    yield Page(
        path=paths.RULES,
        kind="rules",
        title=TITLE,
        description=_ABOUT,
        crumbs=(HOME_CRUMB,),
        data=RulesData(topics, len(context.rules), gravities),
        finds=(Find("page", TITLE, excerpt=_ABOUT),),
    )


KIND = PageKind(name="rules", title=TITLE, template="rules.html", pages=pages)
