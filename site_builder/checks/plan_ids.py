"""Ids as names of files: every body, document, plan and indicator has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.view import View, agency, document
from site_builder.model.repository import plan_file
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

FILE_NAME = Rule(
    code="P108",
    severity="error",
    title=Text("Mã không dùng làm tên tệp được", "Id that cannot be the name of a file"),
    reason=Text(
        "Mã là tên thư mục của trang. Hệ điều hành không nhận tên quá dài, và Windows giữ riêng vài "
        "tên (con, prn, aux, nul, com1…, lpt1…): kho chép về máy ấy sẽ thiếu trang.",
        "An id names the folder of its page. Systems refuse names that are too long, and Windows keeps "
        "some for itself (con, prn, aux, nul, com1…, lpt1…): a copy there would lack the page.",
    ),
    fix=Text("Đặt mã khác, ngắn và có nghĩa.", "Choose another id, short and telling."),
    wrong="agencies: {con: {name: Công đoàn …}}",
    right="agencies: {cong-doan: {name: Công đoàn …}}",
)
RULES = (FILE_NAME,)

LONGEST = 100
"""Characters of an id; with the rest of an address it stays within what systems take."""
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
"""Names that Windows gives to no file."""
_SHORTER = Text("không quá {n} ký tự", "no more than {n} characters").fill(n=LONGEST)
_FREE = Text("một tên mà Windows không giữ riêng", "a name that Windows does not keep for itself")


def file_names(view: View) -> Iterator[Finding]:
    """Ids that are too long, or of which a part is a name that no file can have."""
    for name, where in _ids(view):
        if len(name) > LONGEST:
            yield FILE_NAME.finding(where, read=name, expected=_SHORTER)
        elif not RESERVED.isdisjoint(name.split("/")):
            yield FILE_NAME.finding(where, read=name, expected=_FREE)


def _ids(view: View) -> Iterator[tuple[str, Node]]:
    for name in view.agencies:
        yield name, Node(agency().file, agency(name).path, "key")
    for name in view.documents:
        yield name, Node(document().file, document(name).path, "key")
    for plan in view.plans:
        yield plan.id, Node(plan_file(plan.id), ())
        for path, indicator in plan.indicators():
            yield indicator.id, plan.at(*path, "id")


CHECKS = (file_names,)
