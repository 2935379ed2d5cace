"""What BASE and HEAD mean, with a real Git: revisions, work trees, folders, and what is refused."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from site_builder.model.repository import POLICY_FILE as POLICY
from site_builder.shell.files import CannotRunError, read_repository
from site_builder.shell.revisions import Revisions, Side
from tests.shell.gits import Clone, environment, git, new_clone

PLAN = "plans/vung/ke-hoach.yml"
FILES = {
    "plans/agencies.yml": b"agencies: {}\n",
    "plans/documents.yml": b"documents: {}\n",
    PLAN: "title: một\n".encode(),
    "plans/vung/Ghi chú “lạ”.md": b"only its name counts",
    "plans/.nhap/tam.yml": b"hidden: true\n",
    "data/vung/ke-hoach/progress/a.csv": b"indicator\r\nx\r\n",
    "data/vung/ke-hoach/progress/.~lock.a.csv#": b"lock",
    "mkdocs.yml": b"site_name: x\n",
    "README.md": b"# elsewhere\n",
}


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    made = new_clone(tmp_path / "kho")
    made.write(FILES)
    made.commit("một")
    return made


def sides(
    path: Path, base: str, head: str | None = None, *, exact: bool = False
) -> tuple[Side, Side]:
    return Revisions(path).sides(base, head, exact=exact)


def refused(path: Path, base: str, head: str | None = None) -> str:
    with pytest.raises(CannotRunError) as error:
        sides(path, base, head)
    assert error.value.words.vi != error.value.words.en
    return error.value.words.en


# ---------------------------------------------------------------------------- what is read


def test_a_revision_holds_what_its_checkout_holds(clone: Clone) -> None:
    before, after = sides(clone.root, "HEAD")
    assert before.files == after.files == read_repository(clone.root)
    assert list(before.files) == sorted(before.files)
    assert before.files["data/vung/ke-hoach/progress/a.csv"] == b"indicator\r\nx\r\n"
    assert not any("nhap" in path or "lock" in path for path in before.files)


def test_a_work_tree_is_taken_dirty_as_it_is(clone: Clone) -> None:
    clone.replace(PLAN, "một", "hai")
    (clone.root / "plans/vung/moi.yml").write_text("title: new\n")
    before, after = sides(clone.root, "HEAD")
    assert before.files[PLAN] == FILES[PLAN]
    assert after.files[PLAN] == b"title: hai\n"
    assert "plans/vung/moi.yml" in after.files and "plans/vung/moi.yml" not in before.files


def test_two_revisions_leave_the_work_tree_alone(clone: Clone) -> None:
    clone.replace(PLAN, "một", "hai")
    clone.commit("hai")
    clone.replace(PLAN, "hai", "ba")
    before, after = sides(clone.root, "HEAD~1", "HEAD")
    assert (before.files[PLAN], after.files[PLAN]) == (FILES[PLAN], b"title: hai\n")
    assert clone.git("status", "--porcelain") == f"M {PLAN}"


def test_files_are_as_committed_whatever_a_checkout_would_make_of_them(clone: Clone) -> None:
    clone.write({".gitattributes": b"*.csv text eol=crlf\n*.yml ident filter=evil\n"})
    clone.git("config", "filter.evil.smudge", "touch ran-a-filter")
    clone.git("config", "filter.evil.clean", "cat")
    clone.write({"plans/a.yml": b"id: $Id$\n", "data/a.csv": b"x\n1\n"})
    clone.commit("thuộc tính")
    before, _ = sides(clone.root, "HEAD", "HEAD")
    assert before.files["plans/a.yml"] == b"id: $Id$\n"
    assert before.files["data/a.csv"] == b"x\n1\n"
    assert not (clone.root / "ran-a-filter").exists()


def test_a_repository_in_a_folder_of_a_larger_one(tmp_path: Path) -> None:
    whole = new_clone(tmp_path / "lớn")
    whole.write({f"tỉnh/kế hoạch/{name}": content for name, content in FILES.items()})
    whole.write({"plans/other.yml": b"not: ours\n"})
    whole.commit("một")
    inside = whole.root / "tỉnh/kế hoạch"
    before, after = sides(inside, "HEAD")
    assert before.files == after.files
    assert PLAN in before.files and "plans/other.yml" not in before.files


def test_a_bare_repository_has_its_head_for_a_work_tree(clone: Clone, tmp_path: Path) -> None:
    clone.replace(PLAN, "một", "hai")
    clone.commit("hai")
    git(tmp_path, "clone", "--quiet", "--bare", clone.root, "kho.git")
    before, after = sides(tmp_path / "kho.git", "main~1")
    assert (before.files[PLAN], after.files[PLAN]) == (FILES[PLAN], b"title: hai\n")
    assert "HEAD" in after.said.vi


def test_what_is_being_pushed_is_seen_by_a_hook(clone: Clone, tmp_path: Path) -> None:
    # A server asks before it takes the objects over: they lie in a place that Git names.
    git(tmp_path, "clone", "--quiet", "--bare", clone.root, "kho.git")
    bare = tmp_path / "kho.git"
    script = f"""#!/bin/sh
    read old new name
    {shlex.quote(sys.executable)} - "$old" "$new" <<'END' >"{tmp_path}/said" 2>&1
import sys
from pathlib import Path
from site_builder.shell.revisions import Revisions
before, after = Revisions(Path(".")).sides(sys.argv[1], sys.argv[2], exact=False)
print(after.files["{PLAN}"].decode(), before.files["{PLAN}"].decode())
END
    """
    (bare / "hooks/pre-receive").write_text(script)
    (bare / "hooks/pre-receive").chmod(0o755)
    clone.replace(PLAN, "một", "hai")
    clone.commit("hai")
    clone.git("push", "--quiet", bare, "main")
    assert (tmp_path / "said").read_text("utf-8") == "title: hai\n title: một\n\n"


def test_two_folders_need_no_git(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    other = Clone(tmp_path / "khác")
    other.write(FILES | {PLAN: b"title: x\n"})
    for base, head in (("kho", "khác"), ("./kho", "khác/"), (str(clone.root), str(other.root))):
        before, after = sides(tmp_path, base, head)
        assert (before.files[PLAN], after.files[PLAN]) == (FILES[PLAN], b"title: x\n")


def test_a_revision_goes_before_a_folder_of_its_name(
    clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone.root)
    Clone(clone.root / "main").write(FILES | {PLAN: b"title: x\n"})
    assert sides(clone.root, "main")[0].files[PLAN] == FILES[PLAN]
    assert sides(clone.root, "main/")[0].files[PLAN] == b"title: x\n"


def test_a_base_without_plans_is_empty(clone: Clone) -> None:
    clone.git("switch", "--quiet", "--orphan", "trống")
    clone.commit("trống")
    before, after = sides(clone.root, "HEAD", "main")
    assert (before.files, after.files) == ({}, read_repository_of(clone, "main"))


def read_repository_of(clone: Clone, revision: str) -> dict[str, bytes]:
    clone.git("switch", "--quiet", revision)
    return read_repository(clone.root)


# -------------------------------------------------------------------------- the merge base


@pytest.fixture
def forked(clone: Clone) -> Clone:
    """`de-nghi` changes the plan; meanwhile `main` has gone on with a file and a policy."""
    clone.git("switch", "--quiet", "--create", "de-nghi")
    clone.replace(PLAN, "một", "hai")
    clone.commit("đề nghị")
    clone.git("switch", "--quiet", "main")
    clone.write({"plans/vung/moi.yml": b"title: new\n"})
    clone.commit("việc khác")
    clone.git("switch", "--quiet", "de-nghi")
    return clone


@pytest.mark.parametrize("head", [None, "HEAD", "de-nghi"])
def test_base_is_taken_where_head_left_it(forked: Clone, head: str | None) -> None:
    before, after = sides(forked.root, "main", head)
    assert before.files == FILES_READ
    assert after.files == FILES_READ | {PLAN: b"title: hai\n"}
    assert (
        "left “main”" in before.said.en and forked.git("rev-parse", "main~1")[:10] in before.said.en
    )


def test_exact_takes_both_as_they_are(forked: Clone) -> None:
    before, _ = sides(forked.root, "main", "de-nghi", exact=True)
    assert "plans/vung/moi.yml" in before.files


def test_what_a_server_merged_is_compared_with_its_first_parent(forked: Clone) -> None:
    forked.git("switch", "--quiet", "--detach", "main")
    forked.git("merge", "--quiet", "--no-ff", "--message", "hợp nhất", "de-nghi")
    before, after = sides(forked.root, "main")
    assert before.files.keys() == after.files.keys() == {*FILES_READ, "plans/vung/moi.yml"}
    assert (before.files[PLAN], after.files[PLAN]) == (FILES[PLAN], b"title: hai\n")


def test_histories_that_share_nothing_are_compared_as_they_are(clone: Clone) -> None:
    clone.git("switch", "--quiet", "--orphan", "khác")
    clone.write({PLAN: b"title: x\n"})
    clone.commit("khác")
    before, after = sides(clone.root, "main", "khác")
    assert (before.files[PLAN], after.files[PLAN]) == (FILES[PLAN], b"title: x\n")


def test_an_old_branch_is_judged_by_the_policy_of_today(forked: Clone) -> None:
    forked.git("switch", "--quiet", "main")
    forked.write({POLICY: b"weights: {strict: authority}\n"})
    forked.commit("chặt hơn")
    before, after = sides(forked.root, "main", "de-nghi")
    assert before.files[POLICY] == after.files[POLICY] == b"weights: {strict: authority}\n"


def test_what_a_branch_does_to_the_policy_is_its_own_change(forked: Clone) -> None:
    forked.write({POLICY: b"weights: {loose: editorial}\n"})
    forked.commit("lỏng hơn")
    before, after = sides(forked.root, "main", "de-nghi")
    assert POLICY not in before.files
    assert after.files[POLICY] == b"weights: {loose: editorial}\n"


# --------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    "name",
    [
        "không-có",
        "--output=ra.txt",
        "--upload-pack=touch ra.txt",
        "-h",
        "^main",
        "main..main",
        "main:plans",
        "main^{tree}",
        "$(touch ra.txt)",
        "; touch ra.txt",
        "a\nb",
        "a\x1b[31m",
        "",
    ],
)
def test_a_name_is_a_name_and_nothing_else(clone: Clone, name: str) -> None:
    said = refused(clone.root, name)
    assert "no revision" in said or "no folder" in said
    assert "\x1b" not in said and "\n" not in said
    assert clone.git("status", "--porcelain") == ""


def test_a_branch_that_only_the_server_has(clone: Clone, tmp_path: Path) -> None:
    clone.git("branch", "khác")
    git(tmp_path, "clone", "--quiet", "--branch", "khác", clone.root, "bản sao")
    assert "there is “origin/main”: write that" in refused(tmp_path / "bản sao", "main")


def test_outside_any_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "is in no Git repository" in refused(tmp_path, "HEAD")
    assert refused(tmp_path / "nirgends", "HEAD") == f"There is no folder “{tmp_path}/nirgends”."
    assert refused(tmp_path, "./x", "./y") == "There is no folder “x”."


def test_without_git(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "no Git on this machine" in refused(clone.root, "HEAD")


def test_what_git_refuses_is_told_in_its_words(clone: Clone) -> None:
    (clone.root / ".git/config").write_text("[broken")
    assert "Git cannot read the repository" in refused(clone.root, "HEAD")


@pytest.mark.parametrize("path", ["plans/vung/lien-ket.yml", "data/lien-ket.csv"])
def test_a_link_in_place_of_a_file_is_refused(clone: Clone, path: str) -> None:
    (clone.root / path).symlink_to(clone.root / PLAN)
    clone.commit("liên kết")
    assert f"“{path}” is a link or a submodule" in refused(clone.root, "HEAD", "HEAD")


def test_a_linked_folder_is_refused(clone: Clone) -> None:
    clone.git("rm", "-r", "--quiet", "data")
    (clone.root / "data").symlink_to("/etc")
    clone.commit("liên kết")
    assert "“data” is a link or a submodule" in refused(clone.root, "HEAD", "HEAD")


def test_a_submodule_is_not_entered(clone: Clone, tmp_path: Path) -> None:
    other = new_clone(tmp_path / "khác")
    other.write({"a.csv": b"x\n"})
    other.commit("một")
    clone.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.root, "data/con"
    )
    clone.commit("kho con")
    assert "“data/con” is a link or a submodule" in refused(clone.root, "HEAD", "HEAD")


def test_what_is_too_large_is_not_read(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.shell.revisions.MAX_FILE", 12)
    assert "is too large" in refused(clone.root, "HEAD", "HEAD")


def test_a_replaced_object_fools_nobody(clone: Clone) -> None:
    true = clone.git("rev-parse", "HEAD")
    clone.replace(PLAN, "một", "hai")
    clone.git("replace", true, clone.commit("hai"))
    assert sides(clone.root, true, "HEAD")[0].files[PLAN] == FILES[PLAN]


# --------------------------------------------------------------------------- shallow clones


@pytest.fixture
def server(forked: Clone, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "--quiet", "--bare", forked.root, "kho.git")
    return tmp_path / "kho.git"


def shallow(server: Path, *options: str) -> Clone:
    root = server.parent / "nông"
    git(server.parent, "clone", "--quiet", *options, f"file://{server}", root)
    return Clone(root)


def command_in(said: str) -> list[str]:
    """The command that a refusal names, as a person would copy it."""
    return shlex.split(said.partition(": git ")[2].rstrip(".").partition(" (")[0])


@pytest.mark.parametrize("base", ["origin/main", "main", "HEAD~1"])
def test_a_shallow_clone_says_what_to_fetch_and_that_helps(server: Path, base: str) -> None:
    clone = shallow(server, "--depth=1", "--branch=de-nghi")
    said = refused(clone.root, base)
    assert "holds only the end of the history" in said and f"lacks “{base}”" in said
    clone.git(*command_in(said))
    before, after = sides(clone.root, base)
    assert (before.files, after.files[PLAN]) == (FILES_READ, b"title: hai\n")


def test_a_commit_by_its_number_on_a_shallow_clone(server: Path) -> None:
    wanted = git(server, "rev-parse", "main~1")
    clone = shallow(server, "--depth=1", "--branch=de-nghi")
    clone.git(*command_in(refused(clone.root, wanted)))
    assert sides(clone.root, wanted)[0].files == FILES_READ


def test_a_shallow_clone_that_has_both_but_not_where_they_parted(server: Path) -> None:
    clone = shallow(server, "--depth=1", "--no-single-branch", "--branch=de-nghi")
    said = refused(clone.root, "origin/main")
    assert "not known where the two parted" in said
    assert "plans/vung/moi.yml" in sides(clone.root, "origin/main", exact=True)[0].files
    clone.git(*command_in(said))
    assert sides(clone.root, "origin/main")[0].files == FILES_READ


def test_enough_of_a_shallow_history_is_enough(server: Path) -> None:
    clone = shallow(server, "--depth=2", "--branch=de-nghi")
    assert sides(clone.root, "HEAD^1")[0].files == FILES_READ


def test_a_clone_without_its_files_gets_them(server: Path) -> None:
    git(server, "config", "uploadpack.allowFilter", "true")
    clone = shallow(server, "--filter=blob:none", "--no-checkout", "--branch=de-nghi")
    assert sides(clone.root, "HEAD~1", "HEAD")[0].files == FILES_READ


FILES_READ = {
    path: content if path.endswith((".yml", ".csv")) else b""
    for path, content in sorted(FILES.items())
    if path.startswith(("plans/", "data/")) and "/." not in path
}
