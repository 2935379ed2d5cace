"""The proof of a fix: what a file said before and after, compared value by value."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from site_builder.sources.decode import decode
from site_builder.sources.filing import is_table_file
from site_builder.sources.fix_lines import ODD_SPACES
from site_builder.sources.table_bytes import clean_bytes, read_lines
from site_builder.sources.table_header import find_layout
from site_builder.sources.table_records import read_records
from site_builder.sources.yaml_tree import read_tree

_LINE_END = re.compile(r"\r\n?")


def says_the_same(file: str, before: bytes, after: bytes) -> bool:
    """Whether both read alike, but for spaces at the ends of values, which space it is that stands
    between words, line ends, and how letters are composed. What cannot be read says nothing."""
    if is_table_file(file):
        was_table, is_table = (clean_bytes("", data).data for data in (before, after))
        return was_table == is_table or _rows(was_table) == _rows(is_table)
    was, is_ = decode(file, before).text, decode(file, after).text
    if was is None or is_ is None:
        return False
    return was == is_ or _is_said(_tree(file, was), _tree(file, is_))


def _is_said(was: Any, is_: Any) -> bool:
    return was is not None and bool(was == is_)


def _rows(data: bytes) -> list[list[str]]:
    layout = find_layout(read_lines(data))
    if layout is None:
        return []
    records = read_records(read_lines(data), layout.delimiter, len(layout.names))
    return [[_value(cell) for cell in record.cells] for record in records]


def _tree(file: str, text: str) -> Any:
    return _plain(read_tree(file, text).value)


def _plain(content: Any) -> Any:
    """A tree with its values as they are compared; two keys that become one stay two."""
    if isinstance(content, dict):
        return [(_plain(key), _plain(value)) for key, value in content.items()]
    if isinstance(content, list):
        return [_plain(item) for item in content]
    return _value(content) if isinstance(content, str) else content


def _value(text: str) -> str:
    spaced = ODD_SPACES.sub(" ", _LINE_END.sub("\n", text))
    return unicodedata.normalize("NFC", spaced).strip()
