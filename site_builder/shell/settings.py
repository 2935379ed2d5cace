"""What the terminal and the environment decide: colour, width, language, addresses."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from site_builder.reports import Style
from site_builder.sources.site_address import as_address, site_address
from site_builder.terms.text import LANGS, Lang

CONFIG = "mkdocs.yml"
_SERVER_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say that the repository they know is."""

lang_option = click.option(
    "--lang",
    type=click.Choice(LANGS),
    default="vi",
    show_default=True,
    help="Ngôn ngữ của lời báo. / The language of the report.",
)


def style(
    *,
    err: bool = False,
    site: str = "",
    folder: str = "",
    whole: bool = False,
    strict: bool = False,
) -> Style:
    """The style of the terminal that is written to (`err`: the error stream); plain where that is
    a file, knows no colours, or NO_COLOR is set. The rest is as `Style` says."""
    stream = sys.stderr if err else sys.stdout
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Style(
        colour=stream.isatty() and not plain,
        width=shutil.get_terminal_size((100, 24)).columns,
        site=site,
        folder=folder,
        whole=whole,
        strict=strict,
    )


def published_at(root: Path, given: str | None) -> str:
    """Where the site of the repository at `root` is published: what was given, else what its
    mkdocs.yml says; empty where neither is an address."""
    if given is not None:
        return as_address(given)
    config = root / CONFIG
    try:
        return site_address(config.read_bytes(), os.environ)
    except OSError:
        return ""


def folder_of(root: Path) -> str:
    """The way to the repository at `root` from where a server, or else the person who runs the
    command, counts files; empty where it is no folder below."""
    known = [os.environ[name] for name in _SERVER_ROOTS if os.environ.get(name)]
    base = Path(known[0] if known else ".").resolve()
    here = root.resolve()
    if here == base or not here.is_relative_to(base):
        return ""
    return here.relative_to(base).as_posix() + "/"


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
