"""A Git repository, read without checking anything out: names to commits, commits to files."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.reports._escape import visible
from site_builder.shell.files import CannotRunError
from site_builder.terms.text import Text

_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
"""What Git tells its hooks, by relative paths: the folder we are given says it all. Where it keeps
objects that are just being pushed (GIT_OBJECT_DIRECTORY) is left alone."""
_QUIET = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
_OBJECT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_ABBREVIATED = re.compile(r"[0-9a-f]{7,64}")
_PLAIN_NAME = re.compile(r"[\w./-]+")

_NO_GIT = Text(
    "Máy này chưa cài Git, nên không đọc được các bản cũ; hãy cài Git, hoặc so sánh hai thư mục.",
    "There is no Git on this machine, so revisions cannot be read; install it, or compare two folders.",
)
_NO_REPOSITORY = Text(
    "“{path}” không nằm trong kho Git nào; hãy chỉ tới kho bằng --path, hoặc so sánh hai thư mục.",
    "“{path}” is in no Git repository; name one by --path, or compare two folders.",
)
_REFUSED = Text(
    "Git không đọc được kho ở “{path}”: {why}", "Git cannot read the repository at “{path}”: {why}"
)
_UNKNOWN = Text(
    "Kho Git này không có bản nào, và ở đây cũng không có thư mục nào, tên “{name}”{hint}.",
    "This Git repository has no revision, and there is no folder here, called “{name}”{hint}.",
)
_FETCH_HINT = Text("; nếu máy chủ có, lấy về bằng: {command}", "; if its server has it: {command}")
_MEANT_HINT = Text("; có “{name}”: hãy ghi như vậy", "; there is “{name}”: write that")
_NO_HINT = Text("", "")
_SHALLOW = Text(
    "Bản sao này chỉ có phần cuối của lịch sử (shallow), thiếu “{name}”. Lấy phần còn thiếu bằng: "
    "{command}",
    "This clone holds only the end of the history (shallow) and lacks “{name}”. Get the rest by: "
    "{command}",
)
_SHALLOW_BASE = Text(
    "Bản sao này chỉ có phần cuối của lịch sử (shallow), nên không biết hai bản tách nhau từ đâu. Lấy "
    "phần còn thiếu bằng: {command} (hoặc dùng --exact để so hai bản như chúng đang có).",
    "This clone holds only the end of the history (shallow), so it is not known where the two parted. "
    "Get the rest by: {command} (or use --exact to compare the two as they are).",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a commit: its path, what it is (`blob`, `commit`), its mode, object and size."""

    path: str
    mode: str
    object: str
    size: int
    """In bytes; 0 for what is no file."""


@dataclass(frozen=True, slots=True)
class GitRepository:
    """The repository in or around `folder`."""

    folder: Path
    bare: bool
    shallow: bool
    prefix: str
    """The way from its root to `folder`, without a final slash; empty at the root."""

    @staticmethod
    def around(folder: Path) -> GitRepository:
        """The repository that holds `folder`, which may be one below its root. Raises
        CannotRunError without Git, without a repository, and where Git refuses to read it."""
        facts = ("--is-bare-repository", "--is-shallow-repository", "--show-prefix")
        done = _git(folder, "rev-parse", *facts)
        if done.returncode:
            why = done.stderr.decode("utf-8", "replace").strip()
            if "not a git repository" in why:
                raise CannotRunError(_NO_REPOSITORY.fill(path=folder))
            raise _refused(folder, done)
        bare, shallow, prefix, *_ = os.fsdecode(done.stdout).split("\n")
        return GitRepository(folder, bare == "true", shallow == "true", prefix.rstrip("/"))

    def commit(self, name: str) -> str | None:
        """The commit that a name means, or None. A name is never taken for an option."""
        return self._object(name + "^{commit}") if name and "\0" not in name else None

    def merge_base(self, one: str, other: str) -> str | None:
        """The last commit that the histories of two commits share; None where there is none.
        Raises CannotRunError where a shallow clone cannot know."""
        done = _git(self.folder, "merge-base", one, other)
        if done.returncode == 0:
            return _lines(done.stdout)[0]
        if self.shallow:
            remotes = _lines(_git(self.folder, "remote").stdout)
            raise CannotRunError(_SHALLOW_BASE.fill(command=_fetch(remotes, "", shallow=True)))
        return None

    def entries(self, commit: str, folders: Sequence[str]) -> list[Entry]:
        """Everything below these folders in a commit, by path from `folder`."""
        tree = self._object(f"{commit}:{self.prefix}")
        if tree is None:
            # The commit was found, so what it lacks is the folder that we stand in.
            return []
        done = _git(self.folder, "ls-tree", "-r", "-l", "-z", "--full-tree", tree, *folders)
        if done.returncode:
            raise _refused(self.folder, done)
        return [_entry(line) for line in os.fsdecode(done.stdout).split("\0") if line]

    def contents(self, objects: Sequence[str]) -> dict[str, bytes]:
        """The bytes of these objects as they were committed, without any filter. Raises
        CannotRunError where one cannot be had."""
        asked = "".join(f"{name}\n" for name in objects).encode()
        done = _git(self.folder, "cat-file", "--batch", stdin=asked)
        found: dict[str, bytes] = {}
        at = 0
        for name in objects:
            end = done.stdout.find(b"\n", at)
            head = done.stdout[at:end].split()
            if len(head) != 3:
                raise _refused(self.folder, done)
            at = end + 1 + int(head[2])
            found[name] = done.stdout[end + 1 : at]
            at += 1
        return found

    def lacks(self, name: str) -> CannotRunError:
        """What is to be said of a name that means no commit here, with what would get it."""
        remotes = _lines(_git(self.folder, "remote").stdout)
        near = (f"{remote}/{name}" for remote in remotes)
        meant = next((other for other in near if self.commit(other)), "")
        command = _fetch(remotes, name, shallow=self.shallow)
        if meant:
            hint = _MEANT_HINT.fill(name=meant)
        elif self.shallow:
            return CannotRunError(_SHALLOW.fill(name=visible(name), command=command))
        else:
            hint = _FETCH_HINT.fill(command=command) if remotes and _is_plain(name) else _NO_HINT
        return CannotRunError(_UNKNOWN.fill(name=visible(name), hint=hint))

    def _object(self, name: str) -> str | None:
        ask = ("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        found = "".join(_lines(_git(self.folder, *ask).stdout))
        return found if _OBJECT.fullmatch(found) else None


def _fetch(remotes: Sequence[str], name: str, *, shallow: bool) -> str:
    """The command that gets a revision from the server it is said to be on."""
    first, _, rest = name.partition("/")
    remote = first if first in remotes else next(iter(remotes), "origin")
    command = ["git", "fetch", *(["--unshallow"] if shallow else []), remote]
    if _OBJECT.fullmatch(name):
        command.append(name)
    elif first in remotes and _is_plain(rest):
        command.append(f"+refs/heads/{rest}:refs/remotes/{name}")
    elif _is_plain(name):
        command.append(f"{name}:{name}")
    return shlex.join(command)


def _is_plain(name: str) -> bool:
    """Whether it can be the name of a branch on a server: no `HEAD~1`, no shortened number."""
    plain = _PLAIN_NAME.fullmatch(name) and not name.startswith(("-", "HEAD"))
    return bool(plain) and not _ABBREVIATED.fullmatch(name)


def _lines(output: bytes) -> list[str]:
    return os.fsdecode(output).splitlines()


def _entry(line: str) -> Entry:
    facts, _, path = line.partition("\t")
    mode, _, name, size = facts.split()
    return Entry(path, mode, name, int(size) if size.isdigit() else 0)


def _refused(folder: Path, done: subprocess.CompletedProcess[bytes]) -> CannotRunError:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"]
    return CannotRunError(_REFUSED.fill(path=folder, why=visible(lines[0])))


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run Git on a folder; no shell, no replaced objects, nobody asked for a password."""
    environment = {name: os.environ[name] for name in os.environ if name not in _OF_A_HOOK}
    try:
        return subprocess.run(
            ["git", "--no-replace-objects", "-C", str(folder), *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            env=environment | _QUIET,
        )
    except FileNotFoundError as error:
        raise CannotRunError(_NO_GIT) from error
