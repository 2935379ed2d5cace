"""The two sides of a comparison: revisions of a Git repository, its work tree, or folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from site_builder.model.repository import POLICY_FILE
from site_builder.shell.files import (
    FOLDERS,
    KEPT_WHOLE,
    MAX_FILE,
    MAX_TOTAL,
    TOO_LARGE,
    CannotRunError,
    read_repository,
)
from site_builder.shell.git import Entry, GitRepository
from site_builder.terms.text import Text

Files = Mapping[str, bytes]

_LINK = Text(
    "Trong bản {revision}, “{path}” là liên kết hoặc kho con (submodule), không phải tệp thật nên "
    "không so sánh được; hãy thay bằng tệp thật, hoặc so sánh hai thư mục.",
    "In revision {revision}, “{path}” is a link or a submodule and no file, so it cannot be compared; "
    "put a file in its place, or compare two folders.",
)
_NO_FOLDER = Text("Không thấy thư mục “{path}”.", "There is no folder “{path}”.")
_PARTED = Text(
    "bản {short}, nơi “{head}” tách khỏi “{name}”", "revision {short}, where “{head}” left “{name}”"
)
_REVISION = Text("bản {short} (“{name}”)", "revision {short} (“{name}”)")
_HERE = Text("các tệp đang có trong “{path}”", "the files as they are in “{path}”")


@dataclass(frozen=True, slots=True)
class Side:
    """The files of one side, by path, and what they are, as a person is told."""

    files: Files
    said: Text


@dataclass(frozen=True, slots=True)
class _Commit:
    id: str
    name: str


class Revisions:
    """Finds what BASE and HEAD mean for a repository at `path`; Git is asked only where needed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def sides(self, base: str, head: str | None, *, exact: bool) -> tuple[Side, Side]:
        """Both sides, read. Without `head` it is the work tree, or what is committed where there
        is none. Of two revisions of one history BASE is taken where HEAD left it, unless `exact`:
        what others did meanwhile is none of HEAD's changes.

        Raises CannotRunError with a plain sentence for whatever cannot be found or read.
        """
        old = self._find(base)
        new = self._find(head) if head is not None else self._here()
        if isinstance(old, Path) or exact:
            return self._read(old), self._read(new)
        tip = new.id if isinstance(new, _Commit) else self._checked_out(new)
        parted = self._git.merge_base(old.id, tip) if tip else None
        if parted is None or parted == old.id:
            return self._read(old), self._read(new)
        head_name = new.name if isinstance(new, _Commit) else "HEAD"
        words = _PARTED.fill(short=parted[:10], head=head_name, name=old.name)
        now = self._read(new)
        policy = self._files(old.id).get(POLICY_FILE)
        before, after = _under_policy(policy, self._files(parted), now.files)
        return Side(before, words), Side(after, now.said)

    @cached_property
    def _git(self) -> GitRepository:
        if not self._path.is_dir():
            raise CannotRunError(_NO_FOLDER.fill(path=self._path))
        return GitRepository.around(self._path)

    def _find(self, name: str) -> _Commit | Path:
        """A revision where there is one of that name, else a folder: a branch `main` is meant
        rather than a folder `main`; who means the folder writes `main/`."""
        folder = Path(name)
        if _written_as_path(name):
            return folder
        # An empty name, as a variable that nobody set, is not the folder we stand in.
        is_folder = name != "" and folder.is_dir()
        try:
            commit = self._git.commit(name)
        except CannotRunError:
            if is_folder:
                return folder
            raise
        if commit:
            return _Commit(commit, name)
        if is_folder:
            return folder
        raise self._git.lacks(name)

    def _here(self) -> _Commit | Path:
        """The work tree; of a bare repository, which has none, what its HEAD names."""
        if (self._path / FOLDERS[0]).is_dir() or not self._git.bare:
            return self._path
        commit = self._git.commit("HEAD")
        if commit is None:
            raise self._git.lacks("HEAD")
        return _Commit(commit, "HEAD")

    def _checked_out(self, folder: Path) -> str | None:
        """The commit that the work tree goes back to; None for a folder that is not this one."""
        return self._git.commit("HEAD") if folder == self._path else None

    def _read(self, side: _Commit | Path) -> Side:
        if isinstance(side, _Commit):
            words = _REVISION.fill(short=side.id[:10], name=side.name)
            return Side(self._files(side.id), words)
        if not side.is_dir():
            raise CannotRunError(_NO_FOLDER.fill(path=side))
        return Side(read_repository(side), _HERE.fill(path=side))

    def _files(self, commit: str) -> dict[str, bytes]:
        """The same files that `read_repository` would read of a checkout of the commit; none at
        all where it has no plans yet."""
        entries = [entry for entry in self._git.entries(commit, FOLDERS) if _is_shown(entry.path)]
        kept = [entry for entry in entries if _is_kept(entry, commit)]
        _refuse_too_much(kept)
        contents = self._git.contents(sorted({entry.object for entry in kept}))
        files = {entry.path: b"" for entry in entries if _is_file(entry)}
        files |= {entry.path: contents[entry.object] for entry in kept}
        return dict(sorted(files.items()))


def _under_policy(policy: bytes | None, before: Files, after: Files) -> tuple[Files, Files]:
    """Both sides under BASE's policy as it is now, not as it was where HEAD left: else an old
    branch would bring back an old, looser one. What HEAD itself changed in it stays its change."""
    untouched = before.get(POLICY_FILE) == after.get(POLICY_FILE)
    return _with_policy(before, policy), _with_policy(after, policy) if untouched else after


def _with_policy(files: Files, policy: bytes | None) -> Files:
    others = {path: content for path, content in files.items() if path != POLICY_FILE}
    return others if policy is None else dict(sorted((others | {POLICY_FILE: policy}).items()))


def _written_as_path(name: str) -> bool:
    """Whether it can only be a path: no revision begins or ends so."""
    return name == "." or name.startswith(("./", "../", "/")) or name.endswith(("/", "..", "\\"))


def _is_shown(path: str) -> bool:
    return not any(part.startswith(".") for part in path.split("/"))


def _is_file(entry: Entry) -> bool:
    return entry.mode.startswith("100")


def _is_kept(entry: Entry, commit: str) -> bool:
    """Whether the content counts. Raises CannotRunError for what leads elsewhere: to pass over it
    would leave its figures out without a word."""
    counts = PurePosixPath(entry.path).suffix in KEPT_WHOLE
    leads = entry.path in FOLDERS or entry.mode == "160000" or counts
    if leads and not _is_file(entry):
        raise CannotRunError(_LINK.fill(revision=commit[:10], path=entry.path))
    return counts


def _refuse_too_much(entries: list[Entry]) -> None:
    total = 0
    for entry in entries:
        total += entry.size
        if entry.size > MAX_FILE or total > MAX_TOTAL:
            raise CannotRunError(TOO_LARGE.fill(path=entry.path))
