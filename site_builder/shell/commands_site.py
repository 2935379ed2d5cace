"""The commands that make a site: build, serve, export. Only they load MkDocs and matplotlib."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from site_builder import publish
from site_builder.shell.day import as_of_day
from site_builder.shell.files import CannotRunError, read_repository
from site_builder.shell.findings import show_findings
from site_builder.shell.mkdocs_plugin import (
    CannotBuildError,
    ChecksFailedError,
    PlansitePlugin,
)
from site_builder.shell.settings import as_lang, lang_option, say, stop
from site_builder.shell.site_folder import ForeignFolderError, replacing
from site_builder.terms.text import Lang, Text

CONFIG = "mkdocs.yml"
_FOREIGN = Text(
    "Thư mục “{path}” có nội dung không do plansite dựng nên không bị ghi đè; hãy chọn thư mục khác.",
    "The folder “{path}” holds what plansite did not build, so it is not replaced; choose another.",
)
_NO_CONFIG = Text("Không thấy {file} trong “{path}”.", "There is no {file} in “{path}”.")
_NO_PLUGIN = Text(
    "Trong {file}, mục plugins chưa có plansite.", "In {file} the list of plugins lacks plansite."
)
_NOT_BUILT = Text(
    "MkDocs không dựng được trang theo {file}; trang đang có được giữ nguyên: {why}",
    "MkDocs could not build the site by {file}; the standing site is as it was: {why}",
)
_CANNOT_WRITE = Text("Không ghi được “{path}”: {why}.", "Cannot write “{path}”: {why}.")
_STOPPED = Text(
    "Có lỗi nên không dựng trang; trang đang có được giữ nguyên.",
    "There are errors, so nothing was built; the standing site is as it was.",
)
_BUILT = Text("Đã dựng trang vào “{path}”.", "The site is in “{path}”.")
_NOT_EXPORTED = Text("Có lỗi nên không ghi gì.", "There are errors, so nothing was written.")
_WROTE = Text("Đã ghi “{path}”.", "Wrote “{path}”.")

path_argument = click.argument(
    "path", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
as_of_option = click.option(
    "--as-of", metavar="DATE", help="Ngày đánh giá: 2026-11-20. / The day of judgement."
)


@click.command()
@path_argument
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Thư mục đích; mặc định: site_dir trong mkdocs.yml. / Where to; by default mkdocs.yml's.",
)
@as_of_option
@lang_option
def build(path: Path, site_dir: Path | None, as_of: str | None, lang: str) -> None:
    """Kiểm tra rồi dựng trang. / Check, then build the site.

    Có lỗi thì trang đang có được giữ nguyên. / With errors the standing site stays as it is.
    """
    words = as_lang(lang)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with _plainly(words):
        config = _config(path)
        _plugin(config).day = None if as_of is None else as_of_day(as_of)
        _plugin(config).lang = words
        target = (site_dir or Path(config.site_dir)).resolve()
        with replacing(target) as folder:
            config.site_dir = str(folder)
            _run_mkdocs(config)
    say(_BUILT.fill(path=target.name).of(words) + "\n")


@contextmanager
def _plainly(words: Lang) -> Iterator[None]:
    """Whatever a repository, its settings or its disk can do wrong ends in a sentence."""
    try:
        yield
    except ForeignFolderError as error:
        stop(_FOREIGN.fill(path=error).of(words))
    except ChecksFailedError:
        say(_STOPPED.of(words) + "\n", err=True)
        raise click.exceptions.Exit(1) from None
    except (CannotRunError, CannotBuildError) as error:
        stop(error.words.of(words))
    except (Abort, ConfigurationError, UnicodeDecodeError) as error:
        # A page in plans/pages/ that is not UTF-8 leaves MkDocs as Python's own error.
        stop(_NOT_BUILT.fill(file=CONFIG, why=error).of(words))
    except OSError as error:
        stop(_CANNOT_WRITE.fill(path=error.filename, why=error.strerror).of(words))


def _config_file(path: Path) -> str:
    config = path / CONFIG
    if not config.is_file():
        raise CannotRunError(_NO_CONFIG.fill(file=CONFIG, path=path))
    return str(config)


def _config(path: Path) -> MkDocsConfig:
    try:
        return load_config(_config_file(path))
    except ValueError as error:
        # Such as `as_of: 2026-02-30`, which the YAML reader takes for a day and then chokes on.
        raise ConfigurationError(str(error)) from None


def _plugin(config: MkDocsConfig) -> PlansitePlugin:
    plugin = config.plugins.get("plansite")
    if not isinstance(plugin, PlansitePlugin):
        raise CannotRunError(_NO_PLUGIN.fill(file=CONFIG))
    return plugin


def _run_mkdocs(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


@click.command()
@path_argument
@click.option("--addr", default="127.0.0.1:8000", help="Địa chỉ và cổng. / Address and port.")
@as_of_option
@lang_option
def serve(path: Path, addr: str, as_of: str | None, lang: str) -> None:
    """Xem trang trên máy này. / See the site on this machine.

    Trang được dựng lại mỗi khi plans/ hay data/ thay đổi. / Rebuilt whenever plans/ or data/ change.
    """
    words = as_lang(lang)
    with _plainly(words):
        # MkDocs makes its plugins anew whenever it builds again, so their class has to know.
        PlansitePlugin.lang = words
        PlansitePlugin.day = None if as_of is None else as_of_day(as_of)
        mkdocs_serve(_config_file(path), dev_addr=addr)


@click.command()
@path_argument
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="Thư mục đích. / Where to.",
)
@as_of_option
@click.option(
    "--no-illustrative", is_flag=True, help="Bỏ số liệu minh họa. / Leave illustrative rows out."
)
@lang_option
def export(path: Path, out: Path, as_of: str | None, no_illustrative: bool, lang: str) -> None:
    """Chỉ ghi dữ liệu mở. / Write the open data alone."""
    words = as_lang(lang)
    with _plainly(words):
        files = read_repository(path)
        exported = publish.export(files, as_of_day(as_of), illustrative=not no_illustrative)
        show_findings(exported.findings, files, errors_only=exported.files is not None, lang=words)
        if exported.files is None:
            say(_NOT_EXPORTED.of(words) + "\n", err=True)
            raise click.exceptions.Exit(1)
        out.mkdir(parents=True, exist_ok=True)
        for name, content in exported.files.items():
            target = out / Path(name).name
            target.write_bytes(content)
            say(_WROTE.fill(path=target).of(words) + "\n")
