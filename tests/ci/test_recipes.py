"""The recipes as texts: linters pass, nothing is loosely pinned, ours and the starter's agree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from site_builder.shell.starter import starter_files
from tests.ci import github, gitlab
from tests.conftest import ROOT

WORKFLOWS = ("check.yml", "publish.yml")
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
BESIDE = str(Path(sys.executable).parent)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new repository; zizmor takes only what a Git repository or a plain folder holds."""
    root = tmp_path_factory.mktemp("starter")
    for name, content in starter_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


@pytest.fixture(params=["ours", "starter"])
def root(request: pytest.FixtureRequest, starter: Path) -> Path:
    return ROOT if request.param == "ours" else starter


def lint(program: str, *arguments: str | Path) -> None:
    found = shutil.which(program, path=os.pathsep.join([BESIDE, os.environ["PATH"]]))
    assert found, f"{program} is not installed: make setup"
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# ---------------------------------------------------------------------------------- linters


def test_zizmor_finds_nothing_even_as_an_auditor(root: Path) -> None:
    lint("zizmor", "--offline", "--quiet", "--persona", "auditor", root / ".github")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_fit_the_schema_of_github(root: Path, name: str) -> None:
    schema = ("--builtin-schema", "vendor.github-workflows")
    lint("check-jsonschema", *schema, root / ".github/workflows" / name)


def test_the_pipeline_fits_the_schema_of_gitlab(root: Path) -> None:
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    lint("check-jsonschema", *schema, root / ".gitlab-ci.yml")


def test_every_line_is_understood_by_the_shell(root: Path) -> None:
    scripts = [step["run"] for step in _steps(root) if "run" in step]
    scripts += _gitlab_scripts(root)
    assert len(scripts) > 8
    for script in scripts:
        done = subprocess.run(
            ["bash", "-n"], input=script, text=True, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), script


# ------------------------------------------------------------------------------------ safety


def _steps(root: Path) -> list[dict[str, Any]]:
    jobs = [
        job
        for name in WORKFLOWS
        for job in github.load(root / ".github/workflows" / name)["jobs"].values()
    ]
    return [step for job in jobs for step in job["steps"]]


def _gitlab_scripts(root: Path) -> list[str]:
    jobs = [job for job in gitlab.load(root / ".gitlab-ci.yml").values() if isinstance(job, dict)]
    return [
        line for job in jobs for key in ("before_script", "script") for line in job.get(key, [])
    ]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_by_commit_with_their_version(root: Path, name: str) -> None:
    text = (root / ".github/workflows" / name).read_text("utf-8")
    used = re.findall(r"uses: .*", text)
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_pins_of_one_action_agree_everywhere(starter: Path) -> None:
    texts = [
        (root / ".github/workflows" / name).read_text("utf-8")
        for root in (ROOT, starter)
        for name in WORKFLOWS
    ]
    pins = dict[str, set[str]]()
    for action, pin in re.findall(r"uses: (\S+?)@(.*)", "\n".join(texts)):
        pins.setdefault(action, set()).add(pin)
    assert [action for action, found in pins.items() if len(found) > 1] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_permitted_that_is_not_needed(root: Path, name: str) -> None:
    workflow = github.load(root / ".github/workflows" / name)
    granted = {
        (job, right, level)
        for job, content in workflow["jobs"].items()
        for right, level in content["permissions"].items()
    }
    needed = {
        "check.yml": {("check", "contents", "read"), ("comment", "pull-requests", "write")},
        "publish.yml": {
            ("build", "contents", "read"),
            ("build", "pages", "read"),
            ("deploy", "pages", "write"),
            ("deploy", "id-token", "write"),
        },
    }[name]
    assert workflow["permissions"] == {}
    assert granted - {("tests", "contents", "read")} == needed


@pytest.mark.parametrize("name", WORKFLOWS)
def test_forks_get_no_secret_and_no_right(root: Path, name: str) -> None:
    text = (root / ".github/workflows" / name).read_text("utf-8")
    workflow = github.load(root / ".github/workflows" / name)
    assert "secrets." not in text
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
    for step in _steps(root):
        # What a pull request's author chooses (titles, branches) never becomes part of a script.
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_no_job_runs_for_ever(root: Path) -> None:
    for name in WORKFLOWS:
        workflow = github.load(root / ".github/workflows" / name)
        assert workflow["concurrency"]["group"]
        assert all(int(job["timeout-minutes"]) <= 60 for job in workflow["jobs"].values())
    assert gitlab.load(root / ".gitlab-ci.yml")[".plansite"]["timeout"]


# --------------------------------------------------------------------- ours and the starter's


@pytest.mark.parametrize("name", WORKFLOWS)
def test_ours_and_the_starters_do_the_same(starter: Path, name: str) -> None:
    ours, theirs = (github.load(root / ".github/workflows" / name) for root in (ROOT, starter))
    ours["jobs"].pop("tests", None)
    for workflow in (ours, theirs):
        for job in workflow["jobs"].values():
            job["steps"] = [step for step in job["steps"] if step["name"] != "Cài plansite"]
    assert ours == theirs


def test_our_pipeline_and_the_starters_do_the_same(starter: Path) -> None:
    ours, theirs = (gitlab.load(root / ".gitlab-ci.yml") for root in (ROOT, starter))
    assert ours[".plansite"].pop("before_script") != theirs[".plansite"].pop("before_script")
    assert ours == theirs
