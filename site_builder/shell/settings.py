"""What the terminal and the environment decide: colour, width, language."""

from __future__ import annotations

import os
import shutil
import sys

import click

from site_builder.reports import Style
from site_builder.terms.text import LANGS, Lang

lang_option = click.option(
    "--lang",
    type=click.Choice(LANGS),
    default="vi",
    show_default=True,
    help="Ngôn ngữ của lời báo. / The language of the report.",
)


def style(*, err: bool = False) -> Style:
    """The style of the terminal that is written to (`err`: the error stream); plain where that is
    a file or NO_COLOR is set."""
    stream = sys.stderr if err else sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    return Style(colour=colour, width=shutil.get_terminal_size((100, 24)).columns)


def say(text: str, *, err: bool = False) -> None:
    """Print in UTF-8 whatever the locale: a clerk's Windows console must show Vietnamese."""
    stream = sys.stderr if err else sys.stdout
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
        return
    stream.flush()
    buffer.write(text.encode("utf-8", "backslashreplace"))
    buffer.flush()


def stop(words: str) -> None:
    """End the command with exit status 2 and one sentence."""
    say(words + "\n", err=True)
    raise click.exceptions.Exit(2)


def as_lang(text: str) -> Lang:
    """A checked option's value as a language."""
    return "vi" if text == "vi" else "en"
