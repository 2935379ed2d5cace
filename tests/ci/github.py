"""GitHub's runner, as far as our workflows need one: steps in order, conditions, outputs, artifacts.

Lines to run are run as they stand in the workflow. Actions of others are stood in for by what they
do: fetch with the depth that the workflow names, keep a file, bring it back.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.ci.expressions import filled, holds
from tests.ci.machine import Machine
from tests.shell.gits import git

REPOSITORY = "xa-vi-du/tien-do"
SHELLS = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}


@dataclass
class Step:
    """How a step ended."""

    outcome: str
    log: str = ""


@dataclass
class Job:
    """How a job ended: its steps by name, its outputs, and what it wrote into the summary."""

    steps: dict[str, Step] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    skipped: bool = False

    @property
    def failed(self) -> bool:
        return any(step.outcome == "failure" for step in self.steps.values())

    @property
    def log(self) -> str:
        return "".join(step.log for step in self.steps.values())


def load(path: Path) -> dict[str, Any]:
    """A workflow with every value as text, so that `on` stays a word."""
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return loaded


class Runner:
    """Runs the jobs of a workflow file for one event."""

    def __init__(self, workflow: Path, home: Path, server: Path, github: dict[str, Any]) -> None:
        self.workflow = load(workflow)
        self.home = home
        self.server = server
        self.github = {"repository": REPOSITORY, "token": "ghs-example", **github}
        self.artifacts = home / "artifacts"
        self.jobs: dict[str, Job] = {}

    def job(self, name: str, **state: object) -> Job:
        """Run one job on a machine of its own; jobs that it needs have been run before."""
        asked = self.workflow["jobs"][name]
        needs = {key: {"outputs": job.outputs} for key, job in self.jobs.items()}
        known: dict[str, Any] = {"github": self.github, "needs": needs, "steps": {}}
        done = self.jobs.setdefault(name, Job())
        before_failed = any(job.failed for key, job in self.jobs.items() if key != name)
        if not holds(asked.get("if"), known, failed=before_failed):
            done.skipped = True
            return done
        machine = Machine(self.home / name, **state)
        known["runner"] = {"temp": str(machine.temp)}
        for step in asked["steps"]:
            done.steps[step["name"]] = self._step(step, machine, known, done)
        done.summary = _read(machine.temp / "summary")
        done.outputs = {
            key: filled(value, known) for key, value in asked.get("outputs", {}).items()
        }
        self.machine = machine
        return done

    def _step(
        self, step: dict[str, Any], machine: Machine, known: dict[str, Any], job: Job
    ) -> Step:
        key = step.get("id", "")
        if not holds(step.get("if"), known, failed=job.failed):
            known["steps"][key] = {"outcome": "skipped", "outputs": {}}
            return Step("skipped")
        if "uses" in step:
            self._action(step, machine, known)
            return Step("success")
        output = machine.temp / "output"
        output.write_text("")
        variables = {**self.workflow.get("env", {}), **step.get("env", {})}
        ran = machine.run(
            step["run"],
            {name: filled(value, known) for name, value in variables.items()}
            | {
                "GITHUB_ACTIONS": "true",
                "GITHUB_REPOSITORY": REPOSITORY,
                "GITHUB_WORKSPACE": str(machine.workspace),
                "GITHUB_STEP_SUMMARY": str(machine.temp / "summary"),
                "GITHUB_OUTPUT": str(output),
                "RUNNER_TEMP": str(machine.temp),
            },
            shell=SHELLS[self.workflow["defaults"]["run"]["shell"]],
        )
        outcome = "failure" if ran.code else "success"
        pairs = (line.partition("=") for line in output.read_text("utf-8").splitlines())
        known["steps"][key] = {"outcome": outcome, "outputs": {k: v for k, _, v in pairs}}
        return Step(outcome, ran.log)

    def _action(self, step: dict[str, Any], machine: Machine, known: dict[str, Any]) -> None:
        name, given = step["uses"].partition("@")[0], step.get("with", {})
        match name:
            case "actions/checkout":
                assert given["persist-credentials"] == "false"
                self._checkout(machine.workspace, given.get("fetch-depth", "1"))
            case "actions/setup-python" | "actions/deploy-pages":
                pass
            case "actions/upload-artifact":
                path = Path(filled(given["path"], known))
                (self.artifacts / given["name"]).mkdir(parents=True, exist_ok=True)
                shutil.copy(path, self.artifacts / given["name"] / path.name)
            case "actions/download-artifact":
                shutil.copytree(
                    self.artifacts / given["name"], machine.workspace, dirs_exist_ok=True
                )
            case "actions/upload-pages-artifact":
                shutil.copytree(machine.workspace / given["path"], self.artifacts / "github-pages")
            case _:
                raise AssertionError(name)

    def _checkout(self, workspace: Path, depth: str) -> None:
        git(workspace, "init", "--quiet")
        git(workspace, "remote", "add", "origin", f"file://{self.server}")
        reference = f"+{self.github['ref']}:refs/remotes/pull"
        git(workspace, "fetch", "--quiet", "--no-tags", f"--depth={depth}", "origin", reference)
        git(workspace, "checkout", "--quiet", "--detach", "refs/remotes/pull")


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""
