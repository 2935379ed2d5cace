"""`plansite diff`: what two revisions of the plans say differently, and by which authority."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from site_builder.pipeline import Comparison, compare
from site_builder.reports.changes import FORMATS
from site_builder.shell.day import as_of_day
from site_builder.shell.files import CannotRunError
from site_builder.shell.revisions import Revisions
from site_builder.shell.settings import (
    as_lang,
    folder_of,
    lang_option,
    published_at,
    say,
    stop,
    style,
)
from site_builder.terms.text import Lang, Text, same

_COMPARED = Text("So sánh {base} với {head}.", "Comparing {base} with {head}.")
_CANNOT_WRITE = Text("Không ghi được “{path}”: {why}.", "Cannot write “{path}”: {why}.")


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--path",
    default=".",
    type=click.Path(path_type=Path),
    help="Kho kế hoạch; mặc định: thư mục này. / The plan repository; by default this folder.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="Dạng báo cáo. / The format of the report.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Ghi báo cáo vào tệp này; màn hình vẫn hiện dạng text. "
    "/ Write the report to this file; the screen shows it as text.",
)
@click.option("--as-of", metavar="DATE", help="Ngày đánh giá: 2026-11-20. / The day of judgement.")
@click.option(
    "--exact",
    is_flag=True,
    help="So hai bản như chúng đang có. / Compare the two as they are.",
)
@click.option("--all", "whole", is_flag=True, help="Hiện hết, không rút gọn. / Leave nothing out.")
@lang_option
def diff(  # noqa: PLR0913, PLR0917  # each option of a command is an argument
    base: str,
    head: str | None,
    path: Path,
    form: str,
    out: Path | None,
    as_of: str | None,
    exact: bool,
    whole: bool,
    lang: str,
) -> None:
    """So sánh hai bản của kế hoạch, bằng lời. / Compare two revisions of the plans, in words.

    BASE và HEAD là bản Git (main, HEAD~1, mã commit) hoặc thư mục; không ghi HEAD thì là các tệp đang có.
    Của hai bản Git cùng lịch sử, BASE được lấy ở nơi HEAD tách ra, như “git diff BASE...HEAD”.

    BASE and HEAD are Git revisions or folders; without HEAD it is the files as they are. Of two
    revisions of one history BASE is taken where HEAD left it, as by “git diff BASE...HEAD”.

    Mã thoát: 0 được, 1 có thay đổi cần văn bản mà chưa dẫn hoặc HEAD có lỗi, 2 không chạy được.
    Exit status: 0 fine, 1 changes that need an authority and cite none, or errors in HEAD, 2 could
    not run.
    """
    words = as_lang(lang)
    try:
        before, after = Revisions(path).sides(base, head, exact=exact)
        comparison = compare(before.files, after.files, as_of_day(as_of))
        say(_COMPARED.fill(base=before.said, head=after.said).of(words) + "\n", err=True)
        _tell(comparison, words, path, form, out, whole=whole)
    except CannotRunError as error:
        stop(error.words.of(words))
        return
    raise click.exceptions.Exit(1 if comparison.refused else 0)


def _tell(
    comparison: Comparison, lang: Lang, path: Path, form: str, out: Path | None, *, whole: bool
) -> None:
    """Print the report, or write it and print it as text."""
    look = style(site=published_at(path, None), folder=folder_of(path), whole=whole)
    if out is None:
        say(FORMATS[form](comparison, lang, look))
        return
    # Colours are for the screen alone.
    report = FORMATS[form](comparison, lang, replace(look, colour=False))
    try:
        out.write_bytes(report.encode("utf-8", "backslashreplace"))
    except OSError as error:
        why = same(str(error.strerror))
        raise CannotRunError(_CANNOT_WRITE.fill(path=out, why=why)) from error
    say(FORMATS["text"](comparison, lang, look))
