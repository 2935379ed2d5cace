"""`plansite check --fix`: mend what can be mended without changing what the files say."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.checks.result import CheckResult
from site_builder.pipeline import check
from site_builder.shell.files import CannotRunError
from site_builder.sources.fix import Fault, fix_file
from site_builder.sources.fixes import Fix
from site_builder.terms.text import Text, same

_CHANGED = Text(
    "Tệp “{path}” vừa bị chương trình khác sửa nên không ghi đè; hãy chạy lại.",
    "The file “{path}” has just been changed by another program and was left alone; run this again.",
)
_CANNOT_WRITE = Text("Không ghi được “{path}”: {why}.", "Cannot write “{path}”: {why}.")


@dataclass(frozen=True, slots=True)
class Mended:
    """Files with everything mended that can be, what was done, and what remains to be said."""

    files: Mapping[str, bytes]
    fixes: tuple[Fix, ...]
    result: CheckResult


def mend(files: Mapping[str, bytes]) -> Mended:
    """Fix and check again until nothing more can be fixed: to mend what is mended changes nothing."""
    now, fixes = dict(files), list[Fix]()
    while True:
        result = check(now)
        mended, done = fix_once(now, result)
        if not done:
            return Mended(now, tuple(fixes), result)
        now.update(mended)
        fixes += done


def fix_once(
    files: Mapping[str, bytes], result: CheckResult
) -> tuple[Mapping[str, bytes], tuple[Fix, ...]]:
    """The files that one round of fixes changes, and the fixes."""
    faults: dict[str, list[Fault]] = defaultdict(list)
    for located in result.findings:
        faults[located.spot.file].append((located.finding, located.spot))
    mended: dict[str, bytes] = {}
    fixes: list[Fix] = []
    for file, found in faults.items():
        data, done = fix_file(file, files.get(file, b""), found)
        if done:
            mended[file] = data
            fixes += done
    return mended, tuple(fixes)


def write_mended(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Put each changed file in its place in one step; raises CannotRunError where that fails, and
    where a file is no longer what was read."""
    for file, data in after.items():
        if data != before[file]:
            path = (root / file).resolve()
            try:
                if path.read_bytes() != before[file]:
                    raise CannotRunError(_CHANGED.fill(path=file))
                _replace(path, data)
            except OSError as error:
                why = same(str(error.strerror))
                raise CannotRunError(_CANNOT_WRITE.fill(path=file, why=why)) from error


def _replace(path: Path, data: bytes) -> None:
    """Written beside and renamed, so that nobody ever finds half a file; with the same rights."""
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(path.stat().st_mode)
        Path(beside).replace(path)
    finally:
        # Also when a person stops the command right here; after the renaming there is none.
        Path(beside).unlink(missing_ok=True)
