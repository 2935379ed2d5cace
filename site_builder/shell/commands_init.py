"""`plansite init`: a new plan repository that checks and builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.shell.files import CannotRunError
from site_builder.shell.settings import as_lang, lang_option, say, stop
from site_builder.shell.starter import starter_files
from site_builder.terms.text import Text, same

_KEPT = {".git"}
"""What a folder may hold already: that of `git init`, or of the clone of an empty repository."""
_NOT_EMPTY = Text(
    "Thư mục “{path}” không trống nên không ghi gì vào đó; hãy chọn thư mục mới.",
    "The folder “{path}” is not empty, so nothing was written into it; choose a new one.",
)
_NOT_A_FOLDER = Text("“{path}” không phải thư mục.", "“{path}” is not a folder.")
_CANNOT_WRITE = Text("Không ghi được “{path}”: {why}.", "Cannot write “{path}”: {why}.")
_MADE = Text(
    """Đã tạo kho kế hoạch trong “{path}”, với một kế hoạch VÍ DỤ (không có thật).

  plansite check "{path}"    kiểm tra
  plansite serve "{path}"    xem trang trên máy này

Đọc tiếp: {path}/README.md chỉ từng bước từ chỉ tiêu đầu tiên tới đề nghị đầu tiên.
""",
    """Made a plan repository in “{path}” with one plan, an EXAMPLE (fictional).

  plansite check "{path}"    checks it
  plansite serve "{path}"    shows the site on this machine

Read on: {path}/README.en.md leads from the first indicator to the first pull request.
""",
)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@lang_option
def init(folder: Path, lang: str) -> None:
    """Tạo kho kế hoạch mới, có ví dụ và CI. / Make a new plan repository with an example and CI.

    Chỉ ghi vào thư mục mới hoặc trống. / Writes into a new or an empty folder only.
    """
    words = as_lang(lang)
    try:
        _refuse(folder)
        _write(folder, starter_files())
    except CannotRunError as error:
        stop(error.words.of(words))
        return
    say(_MADE.fill(path=folder).of(words))


def _refuse(folder: Path) -> None:
    """Raise CannotRunError unless the folder is new, or as good as empty."""
    try:
        if folder.is_dir() and {path.name for path in folder.iterdir()} <= _KEPT:
            return
        if folder.is_dir():
            raise CannotRunError(_NOT_EMPTY.fill(path=folder))
        if folder.exists() or folder.is_symlink():
            raise CannotRunError(_NOT_A_FOLDER.fill(path=folder))
    except OSError as error:
        raise _cannot_write(error) from error


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write new files, never over one that has come there meanwhile."""
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(content)
    except OSError as error:
        raise _cannot_write(error) from error


def _cannot_write(error: OSError) -> CannotRunError:
    return CannotRunError(_CANNOT_WRITE.fill(path=error.filename, why=same(str(error.strerror))))
