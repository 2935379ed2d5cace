"""`plansite check`: everything that is wrong in plans and figures, with its place."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.pipeline import check as run_check
from site_builder.reports import formats, report
from site_builder.shell.files import CannotRunError, read_repository
from site_builder.shell.settings import as_lang, lang_option, say, stop, style


@click.command()
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(formats()),
    default="text",
    show_default=True,
    help="Dạng báo cáo. / The format of the report.",
)
@lang_option
@click.option("--strict", is_flag=True, help="Cảnh báo cũng là không đạt. / Warnings fail as well.")
def check(path: Path, form: str, lang: str, strict: bool) -> None:
    """Kiểm tra kế hoạch và số liệu. / Check plans and figures.

    Mã thoát: 0 không có lỗi, 1 có lỗi, 2 không chạy được.
    Exit status: 0 clean, 1 findings, 2 could not run.
    """
    words = as_lang(lang)
    try:
        files = read_repository(path)
    except CannotRunError as error:
        stop(error.words.of(words))
        return
    result = run_check(files)
    say(report(form)(result, words, style()))
    failed = result.count("error") or (strict and result.count("warning"))
    raise click.exceptions.Exit(1 if failed else 0)
