"""The disk, read once into `{path: bytes}`: the only way in for the core."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from site_builder.terms.text import Text, same

FOLDERS = ("plans", "data")
MAX_FILE = 256 * 1024 * 1024
MAX_TOTAL = 1024 * 1024 * 1024
"""In bytes; far beyond any honest repository, below what would exhaust a small machine."""
KEPT_WHOLE = (".yml", ".csv")
"""Of files with another ending only the name counts: no reader opens them."""

NO_PLANS = Text(
    "Không thấy thư mục plans trong “{path}”; hãy chạy ở thư mục gốc của kho, hoặc ghi đường dẫn tới "
    "đó.",
    "There is no folder plans in “{path}”; run this at the root of the repository, or give the path "
    "to it.",
)
TOO_LARGE = Text(
    "Tệp “{path}” quá lớn (giới hạn {limit} MB mỗi tệp, {total} MB cả kho).",
    "The file “{path}” is too large (the limits are {limit} MB for a file and {total} MB in all).",
).fill(limit=MAX_FILE >> 20, total=MAX_TOTAL >> 20, path="{path}")
_OUTSIDE = Text(
    "“{path}” là liên kết ra ngoài kho; hãy thay bằng một thư mục thật.",
    "“{path}” is a link out of the repository; replace it by a folder.",
)
_NOT_A_FILE = Text(
    "“{path}” không phải tệp thường trong kho (là liên kết ra ngoài, thư mục hay thiết bị); hãy thay "
    "bằng tệp thật hoặc bỏ đi.",
    "“{path}” is not an ordinary file of the repository (but a link to the outside, a folder or a "
    "device); put a real file in its place or remove it.",
)


class CannotRunError(Exception):
    """The command could not do its work at all: one clear sentence in both languages."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.en)
        self.words = words


def read_repository(root: Path) -> dict[str, bytes]:
    """Every file below `plans/` and `data/`, by path with forward slashes, sorted.

    Hidden files and links that leave the repository are passed over. Of files that no reader
    opens only the name is kept. Raises CannotRunError where there is nothing that can be read.
    """
    if not (root / "plans").is_dir():
        raise CannotRunError(NO_PLANS.fill(path=root))
    try:
        return _contents(root)
    except OSError as error:
        raise CannotRunError(
            Text("Không đọc được “{path}”: {why}.", "Cannot read “{path}”: {why}.").fill(
                path=error.filename, why=_why(error)
            )
        ) from error


def _why(error: OSError) -> Text:
    if isinstance(error, PermissionError):
        return Text("không có quyền đọc", "no permission to read it")
    return same(str(error.strerror))


def _contents(root: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    for path in _paths(root):
        size = path.stat().st_size if path.suffix in KEPT_WHOLE else 0
        total += size
        if size > MAX_FILE or total > MAX_TOTAL:
            raise CannotRunError(TOO_LARGE.fill(path=path))
        name = path.relative_to(root).as_posix()
        files[name] = path.read_bytes() if path.suffix in KEPT_WHOLE else b""
    return dict(sorted(files.items()))


def _paths(root: Path) -> Iterator[Path]:
    inside = root.resolve()
    for folder in FOLDERS:
        if not (root / folder).resolve().is_relative_to(inside):
            raise CannotRunError(_OUTSIDE.fill(path=root / folder))
        for where, folders, names in os.walk(root / folder, onerror=_stop):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(where, name)
                if name.startswith("."):
                    continue
                if _belongs(path, inside):
                    yield path
                elif path.suffix in KEPT_WHOLE:
                    # Passing over it would leave its figures out without a word.
                    raise CannotRunError(_NOT_A_FILE.fill(path=path))


def _stop(error: OSError) -> None:
    """A folder that cannot be listed must not look like an empty one; a missing one may."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _belongs(path: Path, inside: Path) -> bool:
    """Whether it is an ordinary file of the repository: no device, no link to the outside."""
    if not path.is_file():
        return False
    return not path.is_symlink() or path.resolve().is_relative_to(inside)
