"""Whatever stands in a free text field, the site shows it as text and nothing of it runs.

Each text field of the mini repository is filled with a sentence that would run somewhere: in HTML,
in an attribute, in a template, in a script, in a formula. What no page may show at all (marks that
turn the direction of writing, control characters) must be refused by the checks instead.
"""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from importlib import import_module
from typing import Any
from xml.etree import ElementTree

import icalendar
import pytest
import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder import pipeline, publish
from site_builder.charts.draw import draw
from site_builder.exports.table import FORMULA_STARTS
from site_builder.model.agency import Agency, FormerName, Successor
from site_builder.model.amendment import Amendment
from site_builder.model.base import Unknown
from site_builder.model.document import Document
from site_builder.model.duty import Duty, Timing
from site_builder.model.indicator import Allocation, Break, Indicator, Target
from site_builder.model.plan import (
    Citation,
    Heading,
    Objective,
    Plan,
    Recipient,
    Remark,
    Signature,
    Span,
    Supersession,
)
from site_builder.model.reporting import Cutoff
from site_builder.pages.catalogue import all_pages
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.text import LANGS, Lang, Text
from tests.sites.trees import DAY, mini_files

feedparser = import_module("feedparser")
"""It comes without types."""

TAGS = (
    "<script>alert(1)</script> \"><img src=x onerror=alert(2)> ' onload='alert(3) {{ 7*7 }} "
    "{% raw %} ]]> --> $x$ \\frac javascript:alert(4) &lt;script&gt; </title></svg></textarea>"
)
HOSTILE = f"=HYPERLINK(1) {TAGS}"
"""Begins as a formula, which the checks refuse in a table and let through in a plan."""

MODELS: tuple[type[BaseModel], ...] = (
    Agency, Document, Plan, Signature, Span, Citation, Recipient, Heading, Objective, Remark,
    Indicator, Target, Allocation, Duty, Timing, Unknown, Amendment, FormerName, Successor, Break,
    Cutoff, Supersession,
)  # fmt: skip
AMENDMENTS = """\
amendments:
  - document: ke-hoach-31
    note: Ghi chú
    changes:
      - {what: targets/ket-nap-moi/2026, from: bare 500, to: bare 540}
"""
AMENDING = """\
  ke-hoach-31:
    kind: Kế hoạch
    number: 31/KH-LĐLĐ
    issued: 2023-02-10
"""
LIFE = """\
    from: 2001
    until: 2025-06-30
    ended_by: {document: ke-hoach-31}
    ended_note: Kết thúc thế nào
    renamed:
      - {name: Tên cũ, short: TC, until: 2022-12-31, note: Ghi chú}
    successors:
      - {name: Cơ quan ngoài danh mục, share: part, what: một phần việc, note: Ghi chú}
"""
CUTOFF = """\
reporting:
  year: {closes_on: 14, due_after: 6, wording: chốt ngày 14, note: Ghi chú}
"""
SUPERSEDED = """\
superseded:
  - {document: ke-hoach-31, from: 2026-01-01, parts: [duties/so-ket], note: Ghi chú}
"""
BREAKS = """\
        breaks:
          - {from: 2025-07-01, why: Đổi cách đếm, document: ke-hoach-31}
"""
CELLS = ("note", "source", "corrects", "assessor")
MORE = {
    "plans/vung/12-kh-ldld.yml": (
        (
            "        unit: CĐCS\n",
            "        unit: CĐCS\n        note: Ghi chú\n        statement: Câu\n",
        ),
        ("clause: II.1, wording: trên}", "clause: II.1, wording: trên, note: N, unit: U}"),
        ("    requested: true\n", "    requested: true\n    note: Ghi chú\n"),
        (
            "remarks:\n",
            AMENDMENTS + CUTOFF + "remarks:\n",
        ),
        ("        within: doi-thoai\n", "        within: doi-thoai\n" + BREAKS),
    ),
    "plans/vung/chuong-trinh-huyen-uy.yml": (
        ("wording: trong nhóm}", "wording: trong nhóm, scope: cả tỉnh}"),
        ("duties:\n", SUPERSEDED + "duties:\n"),
    ),
    "plans/agencies.yml": (("chỉ được đề nghị.\n", "chỉ được đề nghị.\n" + LIFE),),
    "plans/documents.yml": (
        (
            "  chi-thi-khong-so:\n",
            AMENDING + "  chi-thi-khong-so:\n",
        ),
    ),
}
"""Fields that the mini repository leaves out."""


def _free_fields() -> dict[str, set[str]]:
    """By model, the keys of every field that holds words of the writer's own."""
    return {
        model.__name__: {f.alias or name for name, f in model.model_fields.items() if _is_free(f)}
        for model in MODELS
    }


def _is_free(field: FieldInfo) -> bool:
    declared = f"{field.annotation} {field.metadata}"
    plain = declared.startswith(("<class 'str'>", "str |"))
    ruled = "pattern" in declared or "BeforeValidator" in declared
    return "model.base.Words" in declared or (plain and not ruled)


class Filler:
    """Puts what is hostile before every free text of a parsed file, and keeps which it filled."""

    def __init__(self, free: set[str]) -> None:
        self.free = free
        self.filled: set[str] = set()

    def fill(self, value: Any, key: str = "") -> Any:
        match value:
            case dict() if key == "abbreviations":
                self.filled.add(key)
                return {f"{TAGS} {k}": self.fill(v, "title") for k, v in value.items()}
            case dict():
                return {k: self.fill(v, key if k in LANGS else k) for k, v in value.items()}
            case list() if key == "changes":
                # An amendment's keys and values are held to the plan: no words of one's own.
                return value
            case list():
                return [self.fill(item, key) for item in value]
            case str() if key in self.free and value != "%":
                self.filled.add(key)
                return f"{HOSTILE} {value}"
            case _:
                return value


def _hostile_table(content: bytes) -> bytes:
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {k: f"{TAGS} {v}" if k in CELLS and v else v for k, v in row.items()} for row in rows
    )
    return out.getvalue().encode()


def hostile_files() -> tuple[dict[str, bytes], set[str]]:
    """The mini repository with hostile words, and the keys under which they stand."""
    files = mini_files()
    filled: set[str] = set()
    free = set().union(*_free_fields().values())
    for path, content in files.items():
        text = content.decode()
        for old, new in MORE.get(path, ()):
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        if path.endswith(".csv"):
            files[path] = _hostile_table(content)
        elif path.endswith(".yml"):
            # A plan's issuer is the id of a body; a document's is what is printed.
            filler = Filler(free - ({"issuer"} if "/vung/" in path else set()))
            parsed = filler.fill(yaml.load(text, yaml.CBaseLoader))
            files[path] = yaml.safe_dump(_typed(parsed), allow_unicode=True).encode()
            filled |= filler.filled
    return files, filled


def _typed(value: Any) -> Any:
    """Numbers and years back from text, and a blank share: the dumper would quote them."""
    match value:
        case dict():
            return {_typed(k): _typed(v) for k, v in value.items()}
        case list():
            return [_typed(item) for item in value]
        case "":
            return None
        case "true":
            return True
        case str() if value.isdecimal():
            return int(value)
        case _:
            return value


class Reader(HTMLParser):
    """Everything in a page that a browser could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[str] = []
        self.words: list[str] = []
        self.data: list[object] = []
        """What is said to machines: read as data, never run."""
        self.in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.in_data = tag == "script" and given == {"type": "application/ld+json"}
        ours = tag == "script" and (given.get("src") or "").endswith("assets/site.js")
        if tag in {"script", "img", "iframe", "object", "embed", "base"} and not (
            ours or self.in_data
        ):
            self.runs.append(f"<{tag}>")
        for name, value in attrs:
            address = name in {"href", "src", "xlink:href", "action", "formaction"}
            if name.startswith("on") or (address and ":" in (value or "")):
                self.runs.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        self.in_data = False

    def handle_data(self, data: str) -> None:
        if self.in_data:
            assert "<" not in data
            self.data.append(json.loads(data))
        else:
            self.words.append(data)


@pytest.fixture(scope="module")
def hostile() -> publish.Site:
    files, _ = hostile_files()
    settings = publish.Settings(as_of=DAY, illustrative=True, site_name=Text(HOSTILE, HOSTILE))
    built = publish.build(files, read_templates(), settings, publish.Artist(draw, lambda *_: b""))
    assert built.site is not None, [str(found.spot) for found in built.findings]
    return built.site


def test_every_free_field_is_filled() -> None:
    _, filled = hostile_files()

    assert filled == set().union(*_free_fields().values())


def _pages(site: publish.Site, lang: Lang) -> dict[str, str]:
    return {p.path: site.renderer.page(p, lang, site.context) for p in all_pages(site.context)}


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_on_a_page_runs(hostile: publish.Site, lang: Lang) -> None:
    shown = 0
    for path, html in _pages(hostile, lang).items():
        reader = Reader()
        reader.feed(html)
        reader.close()
        assert reader.runs == [], path
        text = " ".join(reader.words)
        assert "49" not in text.split(), path
        shown += text.count("<script>alert(1)</script>")
        assert reader.data or path == "404.html", path
    # Guards the rest: the words are there, as words.
    assert shown > 500


def test_the_open_data_is_inert(hostile: publish.Site) -> None:
    table = hostile.files["data/progress.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    plans = json.loads(hostile.files["data/plans.json"])

    assert all(TAGS in row["source"] for row in rows)
    assert not [c for row in rows for c in row.values() if c.startswith(FORMULA_STARTS)]
    assert plans["plans"]["vung/12-kh-ldld"]["title"]["vi"].startswith(HOSTILE)


def test_the_other_tables_hold_no_formula(hostile: publish.Site) -> None:
    tables = [path for path in hostile.files if path.endswith(".csv")]
    assert {"data/agencies.csv", "data/reports.csv"} <= set(tables)
    for path in tables:
        rows = csv.reader(io.StringIO(hostile.files[path].decode(), newline=""), strict=True)
        assert not [c for row in rows for c in row if c.startswith(FORMULA_STARTS)], path


def test_nothing_gets_out_of_its_line_in_a_calendar(hostile: publish.Site) -> None:
    shown = 0
    for path, content in hostile.files.items():
        if not path.endswith(".ics"):
            continue
        read = icalendar.Calendar.from_ical(content)
        assert {one.name for one in read.walk()} <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD"}
        assert len(read.walk("VEVENT")) == content.count(b"BEGIN:VEVENT")
        shown += sum("<script>alert(1)</script>" in str(e["SUMMARY"]) for e in read.walk("VEVENT"))
    # Guards the rest: the words are there.
    assert shown


@pytest.mark.parametrize("path", ["feed.xml", "en/feed.xml"])
def test_the_news_feed_is_read_as_text(hostile: publish.Site, path: str) -> None:
    read = feedparser.parse(hostile.files[path])

    assert not read.bozo
    assert any("<script>" in one.title or "&lt;script&gt;" in one.title for one in read.entries)
    root = ElementTree.fromstring(hostile.files[path])
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {
        "feed", "id", "title", "updated", "author", "name", "generator", "link", "entry", "category",
        "content", "summary", "published",
    }  # fmt: skip


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200f", "\x1b", "\x00", "\u200b", "\u2028"])
def test_what_disguises_text_is_refused_in_a_plan(char: str) -> None:
    files = mini_files()
    path = "plans/vung/12-kh-ldld.yml"
    old = "Tuyên truyền tới người lao động"
    files[path] = files[path].decode().replace(old, f'"Tuyên {char} truyền"').encode()

    assert pipeline.check(files).count("error") == 1


@pytest.mark.parametrize("escape", ["\\u202e", "\\u2066", "\\e", "\\0", "\\u200b", "\\L"])
def test_what_an_escape_disguises_is_refused_too(escape: str) -> None:
    files = mini_files()
    path = "plans/vung/12-kh-ldld.yml"
    old = "Tuyên truyền tới người lao động"
    files[path] = files[path].decode().replace(old, f'"Tuyên {escape} truyền"').encode()

    assert [f.finding.code for f in pipeline.check(files).findings] == ["Y004"]


@pytest.mark.parametrize("cell", ["Báo cáo \u202e quý", "a\x1b[31m", "=HYPERLINK(1)", "@SUM(1)"])
def test_what_disguises_or_runs_is_refused_in_a_table(cell: str) -> None:
    files = mini_files()
    path = "data/vung/12-kh-ldld/progress/xa.csv"
    old = "Báo cáo quý III/2026,2026-10-05,\nket-nap-moi,cd-b,2022-Q4"
    text = files[path].decode()
    assert text.count(old) == 1
    files[path] = text.replace(old, old.replace("Báo cáo quý III/2026", cell)).encode()

    assert pipeline.check(files).count("error") == 1
