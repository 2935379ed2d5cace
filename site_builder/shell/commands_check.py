"""`plansite check`: everything that is wrong in plans and figures, with its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from site_builder.checks.result import CheckResult
from site_builder.pipeline import check as run_check
from site_builder.reports import Style, formats, report
from site_builder.reports._fixes import fixes_made, fixes_possible
from site_builder.shell.commands_fix import fix_once, mend, write_mended
from site_builder.shell.files import CannotRunError, read_repository
from site_builder.shell.settings import (
    as_lang,
    folder_of,
    lang_option,
    published_at,
    say,
    stop,
    style,
)
from site_builder.terms.text import Lang, Text

_JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
_NO_SUMMARY = Text(
    "Không ghi được trang tóm tắt của GitHub: {why}.", "Cannot write GitHub's job summary: {why}."
)


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
@click.option("--all", "whole", is_flag=True, help="Hiện hết, không rút gọn. / Leave nothing out.")
@click.option(
    "--fix",
    is_flag=True,
    help="Tự sửa những gì không làm đổi nội dung. / Fix what does not change the content.",
)
@click.option(
    "--site-url",
    metavar="URL",
    help="Địa chỉ trang công bố, để dẫn tới quy tắc; mặc định: site_url trong mkdocs.yml. "
    "/ The published site, for links to rules; by default mkdocs.yml's site_url.",
)
def check(
    path: Path, form: str, lang: str, strict: bool, whole: bool, fix: bool, site_url: str | None
) -> None:
    """Kiểm tra kế hoạch và số liệu. / Check plans and figures.

    Mã thoát: 0 không có lỗi, 1 có lỗi, 2 không chạy được.
    Exit status: 0 clean, 1 findings, 2 could not run.
    """
    words = as_lang(lang)
    look = style(
        site=published_at(path, site_url), folder=folder_of(path), whole=whole, strict=strict
    )
    try:
        files = read_repository(path)
        result = _fixed(path, files, form, words, look) if fix else run_check(files)
    except CannotRunError as error:
        stop(error.words.of(words))
        return
    say(report(form)(result, words, look))
    if form == "text" and not fix:
        say(fixes_possible(fix_once(files, result)[1], words))
    if form == "github":
        _summarise(result, words, look)
    failed = result.count("error") or (strict and result.count("warning"))
    raise click.exceptions.Exit(1 if failed else 0)


def _fixed(
    path: Path, files: Mapping[str, bytes], form: str, lang: Lang, look: Style
) -> CheckResult:
    """What remains after fixing; what was done is told apart from a report that a program reads."""
    mended = mend(files)
    write_mended(path, files, mended.files)
    say(fixes_made(mended.fixes, lang, look) + "\n" * (form == "text"), err=form != "text")
    return mended.result


def _summarise(result: CheckResult, lang: Lang, look: Style) -> None:
    """Add to the job's page, where GitHub has named a file for it; its lack fails no check."""
    target = os.environ.get(_JOB_SUMMARY)
    if not target:
        return
    from site_builder.reports._job_summary import job_summary

    try:
        with Path(target).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(job_summary(result, lang, look))
    except OSError as error:
        say(_NO_SUMMARY.fill(why=error.strerror).of(lang) + "\n", err=True)
