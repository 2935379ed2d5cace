"""Hidden bytes taken out: a byte order mark, line ends of the old Mac kind."""

from __future__ import annotations

import codecs


def without_bom(data: bytes) -> bytes | None:
    """`data` without the mark at its start; None where there is none."""
    return data.removeprefix(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else None


def without_cr(data: bytes) -> bytes | None:
    """UTF-8 with LF where CR alone ended its lines; None where the bytes mean something else."""
    if plain_text(data) is None or b"\n" in data:
        return None
    return data.replace(b"\r", b"\n")


def plain_text(data: bytes) -> str | None:
    """`data` as text whose lines and columns are those of findings about it; None where it is not
    UTF-8, or has to be cleaned before it can be read."""
    if b"\x00" in data or data.startswith(codecs.BOM_UTF8):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
