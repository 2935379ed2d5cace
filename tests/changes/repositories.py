"""Two revisions for a case: the mini repository, and what a case lays over it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.sites.trees import mini_files

Files = dict[str, bytes]
HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))
PLAN = "plans/vung/12-kh-ldld.yml"
OTHER = "plans/vung/chuong-trinh-huyen-uy.yml"
DOCUMENTS = "plans/documents.yml"
FIGURES = "data/vung/12-kh-ldld/progress/ldld.csv"
AMENDING = """\
  sua-doi:
    kind: Kế hoạch
    number: 20/KH-LĐLĐ
    issued: 2024-02-10
"""


def edited(files: Files, path: str, *edits: tuple[str, str]) -> Files:
    """The files with texts of one of them replaced; each old text must stand there once."""
    text = files[path].decode()
    for old, new in edits:
        assert text.count(old) == 1, f"{path}: {old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return {**files, path: text.encode()}


def lay(files: Files, over: Mapping[str, Any]) -> Files:
    """The files with a case's `files` and `replace` laid over them."""
    found = dict(files)
    for path, content in (over.get("files") or {}).items():
        if content is None or content == "null":
            del found[path]
        else:
            found[path] = content.encode()
    for path, edits in (over.get("replace") or {}).items():
        found = edited(found, path, *((old, new) for old, new in edits))
    return dict(sorted(found.items()))


def with_amending_document(files: Files) -> Files:
    """With a document that can amend: it has number and date."""
    text = files[DOCUMENTS].decode()
    return {**files, DOCUMENTS: (text + AMENDING).encode()}


def amended(files: Files, path: str, block: str) -> Files:
    """With a block of amendments at the end of a plan."""
    return {**files, path: files[path] + block.encode()}


def rich_files() -> Files:
    """The mini repository with every field of the plan language that it leaves out."""
    files = with_amending_document(mini_files())
    files = edited(
        files,
        PLAN,
        ("        unit: CĐCS\n", f"        unit: CĐCS\n{_RICH_INDICATOR}"),
        ("clause: II.1, wording: trên}", _RICH_TARGET),
        ("mỗi năm ít nhất}", _RICH_PART),
        ("wording: khoảng}", "wording: khoảng, tolerance: 300}"),
        ("2025: {at_least: 45, clause: II.2}", "2025: {at_least: 45, clause: II.2, tolerance: 2}"),
        ("    requested: true\n", "    requested: true\n    note: Ghi chú\n"),
        ("in_words: mọi đơn vị", "in_words: {vi: mọi đơn vị, en: every unit}"),
        ("          note: Biểu để trống", "          note: Biểu ấy để trống"),
    )
    files = edited(files, "plans/agencies.yml", ("    name: Công đoàn xã A\n", _RICH_LIFE))
    return amended(files, PLAN, _RICH_AMENDMENTS)


_RICH_LIFE = """\
    name: Công đoàn xã A
    from: 1998
    started_by: {document: sua-doi, clause: "1"}
    until: {unknown: Chưa rõ, not_before: 2025-01-01}
    ended_by: {document: sua-doi}
    ended_note: {vi: Ghi chú, en: A note}
    renamed:
      - {name: {vi: Tên A, en: Name A}, short: A, until: 2010, by: {document: sua-doi}, note: N}
      - {name: Tên B, until: 2015-03}
    successors:
      - {agency: cd-b, share: part, what: Địa bàn, by: {document: sua-doi, clause: "2"}, note: N}
      - {name: Công đoàn phường, share: part}
      - {name: Công đoàn phường, what: Nhiệm vụ}
"""
_RICH_INDICATOR = """\
        formerly: [cdcs-moi]
        note: Ghi chú
        statement: {vi: Câu, en: A sentence}
        clause: II.1
        population: doanh nghiệp
        integer: true
        whole: huyen-uy
        breakdowns: [nganh, gioi]
        breaks:
          - {from: 2023-07-01, why: {vi: Đổi cách đếm, en: Counted otherwise}, targets_hold: true}
          - from: 2024-07-01
            why: Sáp nhập
            document: sua-doi
            clause: "2"
            baseline: {period: 2024-Q3, value: 7, clause: II.1}
"""
_RICH_TARGET = """\
clause: II.1, wording: trên, note: N, unit: U, population: {vi: P, en: Q},
            relative: {as: increase_by, to: 2021, value: 4000}, authority: sua-doi}"""
_RICH_PART = (
    "mỗi năm ít nhất}\n          2025@nu: {at_least: 9, clause: II.1, since: 2022, "
    "of: {gioi: nu, nganh: y-te}}"
)
_RICH_AMENDMENTS = """\
amendments:
  - document: sua-doi
    clause: "2"
    in_force: 2024-03-01
    note: Theo mục 2
    changes:
      - {what: targets/tong-doan-vien/2025, from: at_least 5200, to: at_least 5000}
      - {what: duties/tuyen-truyen}
  - document: sua-doi
    in_force: 2023-03-01
    changes:
      - {what: targets/tong-doan-vien/2025, from: at_least 5300, to: at_least 5200}
superseded:
  - document: sua-doi
    from: 2024-12-01
    clause: "3"
    parts: [duties/tuyen-truyen, targets/tong-doan-vien/2025]
    replaced: false
    note: {vi: Theo mục 3, en: By clause 3}
  - {document: sua-doi, from: 2025-12-01}
note: Ghi chú về bản nguồn
"""


class Case:
    """A case file: what lies over the base and the head, and both reports, there and back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
        assert set(content) <= {"base", "head", "there", "back"}, path
        self.base = lay(mini_files(), content.get("base") or {})
        self.head = lay(self.base, content["head"])
        self.there: str = content.get("there", "")
        self.back: str = content.get("back", "")

    def rewrite(self, there: str, back: str) -> None:
        """Put new reports in the place of the expected ones; the rest of the file stays."""
        text = self.path.read_text("utf-8")
        head = text.partition("\nthere: |")[0].rstrip("\n") + "\n"
        for name, said in (("there", there), ("back", back)):
            lines = [f"  {line}" if line else "" for line in said.rstrip("\n").split("\n")]
            head += f"{name}: |\n" + "\n".join(lines) + "\n"
        self.path.write_text(head, "utf-8")
