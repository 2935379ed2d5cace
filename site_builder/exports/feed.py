"""What a feed is: something to subscribe to, which a program asks for again and again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Lang, Text

_NAMESPACE = bytes.fromhex("6f0c3f1e54a15f0e9d6d0d7f5a4f6c1b")
"""Ours alone, for ever: another one would make every subscriber see everything anew."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """For whom a feed is written: the language, the site's name, where its pages stand."""

    lang: Lang
    name: Text
    root: str = ""
    """The address below which the pages of that language stand, ending in a slash; empty where
    nobody knows it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Files of one kind for subscribers, declared once with their words.

    `write` gives each path below the root of a language with its bytes, the same for the same
    snapshot and outlet; what it names as the same thing keeps its id from one build to the next.
    """

    path: str
    """The file that has all of it."""
    title: Text
    description: Text
    media_type: str
    write: Callable[[Snapshot, Outlet], Iterator[tuple[str, bytes]]]


def stable_id(*parts: str) -> str:
    """A UUID of what identifies a thing; the site's address and language play no part in it.

    Version 5 of RFC 9562: a digest of the name, with the bits set that say so.
    """
    digest = hashlib.sha1(_NAMESPACE + "\n".join(parts).encode(), usedforsecurity=False).digest()
    value = int.from_bytes(digest[:16])
    value = value & ~(0xF << 76) | 5 << 76
    text = f"{value & ~(0b11 << 62) | 0b10 << 62:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
