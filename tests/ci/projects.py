"""A plan repository on a server, made by `plansite init`, and pull requests against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from site_builder.shell.starter import starter_files
from tests.shell.gits import Clone, git, new_clone

PLAN = "plans/vi-du/01-kh-ubnd.yml"
DOCUMENTS = "plans/documents.yml"
TABLE = "data/vi-du/01-kh-ubnd/progress/2026-vi-du.csv"
SOURCE = "plansite @ git+https://git.example/plansite@" + "0" * 40

Edit = Callable[[Clone], None]


@dataclass(frozen=True)
class Project:
    """The server's bare repository, and somebody's clone of it."""

    server: Path
    clone: Clone

    def propose(self, edit: Edit, branch: str = "de-nghi") -> None:
        """Push a branch with the change, from where `main` is; a server then tries the merge."""
        self.clone.git("switch", "--quiet", "--force-create", branch, "main")
        edit(self.clone)
        self.clone.commit(f"{branch} thay đổi")
        self.clone.git("push", "--quiet", "--force", "origin", branch)
        self.clone.git("switch", "--quiet", "--detach", "main")
        self.clone.git("merge", "--quiet", "--no-ff", "--message", "hợp nhất thử", branch)
        self.clone.git("push", "--quiet", "--force", "origin", "HEAD:refs/pull/7/merge")
        self.clone.git(
            "push", "--quiet", "--force", "origin", f"{branch}:refs/merge-requests/7/head"
        )

    def commit(self, edit: Edit) -> None:
        """Change `main` itself."""
        self.clone.git("switch", "--quiet", "main")
        edit(self.clone)
        self.clone.commit("thẳng vào main")
        self.clone.git("push", "--quiet", "origin", "main")


def project(home: Path) -> Project:
    """A new repository whose requirements say where the program is from."""
    clone = new_clone(home / "máy của tôi")
    clone.write(starter_files())
    text = (clone.root / "requirements.txt").read_text("utf-8")
    last = text.rstrip("\n").rpartition("\n")[2]
    clone.replace("requirements.txt", f"\n{last}\n", f"\n{SOURCE}\n")
    clone.commit("khởi tạo")
    git(home, "init", "--quiet", "--bare", "--initial-branch", "main", home / "máy chủ.git")
    clone.git("remote", "add", "origin", home / "máy chủ.git")
    clone.git("push", "--quiet", "--set-upstream", "origin", "main")
    return Project(home / "máy chủ.git", clone)


def lower(clone: Clone) -> None:
    """At least 1,000 trees by 2028 become at least 900."""
    clone.replace(PLAN, "at_least: 1000, clause: II.1", "at_least: 900, clause: II.1")


def revise(clone: Clone) -> None:
    """A figure of the first quarter, long closed, and the total that holds it."""
    clone.replace(TABLE, "thon-mot,2026-Q1,45,", "thon-mot,2026-Q1,54,")
    clone.replace(TABLE, "ubnd-xa-vi-du,2026-Q1,97,", "ubnd-xa-vi-du,2026-Q1,106,")


def spoil(clone: Clone) -> None:
    """A number that can be read in two ways."""
    clone.replace(TABLE, "thon-hai,2026-Q2,51,", "thon-hai,2026-Q2,5.100,")


def mend_the_readme(clone: Clone) -> None:
    """Nothing of a plan."""
    clone.replace("README.md", "# Kế hoạch và tiến độ\n", "# Kế hoạch và tiến độ của xã\n")
