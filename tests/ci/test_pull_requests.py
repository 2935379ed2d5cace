"""The whole way of a pull request, with a real Git and the workflow's own lines: GitHub."""

from __future__ import annotations

import re

import pytest

from tests.ci.conftest import PullRequests
from tests.ci.github import Job, Runner
from tests.ci.projects import DOCUMENTS, PLAN, SOURCE, TABLE, lower, mend_the_readme, revise, spoil
from tests.shell.gits import Clone

CHECK, DIFF, COMMENT = (
    "Kiểm tra",
    "So sánh với bản đang có",
    "Bình luận, hoặc sửa lời bình luận đã có",
)
MARK = "<!-- plansite diff -->\n"
DOCUMENT = """  05-qd-ubnd-vi-du:
    kind: {vi: Quyết định, en: Decision}
    number: 05/QĐ-UBND
    issuer: {vi: Ủy ban nhân dân xã Ví Dụ (không có thật), en: People's Committee (fictional)}
    issued: 2026-08-10
"""


def lower_by_a_decision(
    clone: Clone, what: str = "at_least 1000", to: str = "at_least 900"
) -> None:
    """The lower target with the document that lowers it, as the command said to write it."""
    lower(clone)
    amendment = f"""amendments:
  - document: 05-qd-ubnd-vi-du
    changes:
      - what: targets/cay-trong-moi/2028
        from: {what}
        to: {to}
"""
    plan = (clone.root / PLAN).read_text("utf-8")
    (clone.root / PLAN).write_text(f"{plan}\n{amendment}", "utf-8")
    documents = (clone.root / DOCUMENTS).read_text("utf-8")
    (clone.root / DOCUMENTS).write_text(documents + DOCUMENT, "utf-8")


def said(runner: Runner) -> str:
    """The one comment on the pull request."""
    (comment,) = runner.machine.state["comments"]
    assert comment["body"].startswith(MARK)
    body: str = comment["body"]
    return body


def commands(job: Job) -> list[str]:
    """The lines of the log that GitHub would take for commands."""
    return [
        line for line in job.log.splitlines() if line.lstrip().startswith("::") or "##[" in line
    ]


# ------------------------------------------------------------------------- what is proposed


def test_a_target_lowered_without_authority_is_refused(pulls: PullRequests) -> None:
    runner = pulls.push(lower)
    check = runner.jobs["check"]
    assert check.steps[CHECK].outcome == "success"
    assert check.steps[DIFF].outcome == "failure"
    for told in (check.steps[DIFF].log, check.summary, said(runner)):
        assert "II.1" in told and "1.000" in told and "900" in told
        assert "what: targets/cay-trong-moi/2028" in told
        assert re.search(r"from: at_least 1000\n\s+to: at_least 900", told)
    assert check.summary.endswith(said(runner).removeprefix(MARK))


def test_the_same_with_its_amendment_goes_through(pulls: PullRequests) -> None:
    runner = pulls.push(lower_by_a_decision)
    check = runner.jobs["check"]
    assert not check.failed, check.log
    assert "1.000" in said(runner) and "900" in said(runner)
    assert "05/QĐ-UBND" in said(runner)


@pytest.mark.parametrize(
    ("what", "to"), [("at_least 1000", "at_least 950"), ("at_least 1200", "at_least 900")]
)
def test_an_amendment_that_says_something_else_does_not_help(
    pulls: PullRequests, what: str, to: str
) -> None:
    runner = pulls.push(lambda clone: lower_by_a_decision(clone, what, to))
    assert runner.jobs["check"].steps[DIFF].outcome == "failure"


def test_a_figure_of_a_closed_quarter_is_shown_and_left_to_the_reviewer(
    pulls: PullRequests,
) -> None:
    runner = pulls.push(revise)
    check = runner.jobs["check"]
    assert not check.failed, check.log
    for told in (check.steps[DIFF].log, check.summary, said(runner)):
        assert "45" in told and "54" in told and "quý I/2026" in told
        assert "Thôn Một" in told


def test_a_broken_cell_is_told_at_its_line(pulls: PullRequests) -> None:
    runner = pulls.push(spoil)
    check = runner.jobs["check"]
    assert check.steps[CHECK].outcome == check.steps[DIFF].outcome == "failure"
    (error,) = [line for line in commands(check) if line.startswith("::error")]
    assert f"file={TABLE},line=7," in error and "5.100" in error
    assert "plansite check" in check.steps[DIFF].log
    assert "5.100" in check.summary
    assert said(runner)


def test_what_is_no_plan_needs_no_comment(pulls: PullRequests) -> None:
    runner = pulls.push(mend_the_readme)
    assert not runner.jobs["check"].failed
    assert runner.machine.state["comments"] == []
    assert runner.jobs["check"].summary


def test_with_too_little_history_it_is_told_what_to_fetch(pulls: PullRequests) -> None:
    def edit(clone: Clone) -> None:
        clone.replace(".github/workflows/check.yml", "fetch-depth: 2", "fetch-depth: 1")

    runner = pulls.push(edit)
    check = runner.jobs["check"]
    assert check.steps[CHECK].outcome == "success"
    assert check.steps[DIFF].outcome == "failure"
    assert "thiếu “HEAD^1”" in check.log and "git fetch --unshallow origin" in check.log
    assert runner.jobs["comment"].skipped


# --------------------------------------------------------------------------- the one comment


def test_there_is_one_comment_and_it_is_kept_up_to_date(pulls: PullRequests) -> None:
    pulls.comments = [
        {"id": 1, "login": "nguoi-dan", "body": f"{MARK}tôi giả làm bình luận ấy"},
        {"id": 2, "login": "github-actions[bot]", "body": "chuyện khác"},
    ]
    pulls.push(lower)
    assert [one["login"] for one in pulls.comments] == ["nguoi-dan"] + ["github-actions[bot]"] * 2
    first = pulls.comments[2]["body"]
    pulls.push(lower_by_a_decision)
    assert len(pulls.comments) == 3
    assert pulls.comments[2]["body"] != first and "05/QĐ-UBND" in pulls.comments[2]["body"]
    pulls.push(mend_the_readme)
    assert len(pulls.comments) == 3
    assert "1.000" not in pulls.comments[2]["body"]


def test_from_a_fork_the_summary_has_to_do(pulls: PullRequests) -> None:
    runner = pulls.push(lower, fork=True)
    assert runner.jobs["comment"].skipped
    assert runner.jobs["check"].failed
    assert "targets/cay-trong-moi/2028" in runner.jobs["check"].summary


@pytest.mark.parametrize("right", ["may_read", "may_write"])
def test_without_the_right_to_comment_nothing_fails(pulls: PullRequests, right: str) -> None:
    runner = pulls.push(revise, **{right: False})
    comment = runner.jobs["comment"]
    assert not comment.failed
    assert [line for line in commands(comment) if line.startswith("::notice::")]
    assert runner.machine.state["comments"] == []
    assert "quý I/2026" in runner.jobs["check"].summary


# ----------------------------------------------------------------------------- hostile words


HOSTILE = (
    "::error::xong ##[add-mask]a </details><script>alert(1)</script> [x](javascript:y) @moi-nguoi"
)
OURS = ("::error file=", "::warning file=", "::notice file=", "::error title=", "::notice title=")


def test_words_of_a_pull_request_command_neither_log_nor_comment(pulls: PullRequests) -> None:
    def edit(clone: Clone) -> None:
        clone.replace(PLAN, "{vi: Số cây trồng mới, en: Trees planted}", f'"{HOSTILE}"')
        clone.replace(TABLE, "45,,,illustrative,Số liệu ví dụ,", f'54,,,illustrative,"{HOSTILE}",')

    check = pulls.push(edit).jobs["check"]
    (comment,) = (one["body"] for one in pulls.comments)
    assert "alert(1)" in check.log and "alert(1)" in comment
    assert [line for line in commands(check) if not line.startswith(OURS)] == []
    for told in (comment, check.summary):
        assert "<script" not in told
        assert not re.search(r"(?<!\\)\]\(javascript:", told)
        assert told.count("<details>") == told.count("</details>")
        assert not re.search(r"(?<![\w`\\])@moi-nguoi", told)


def test_what_a_terminal_would_obey_is_spelt_out(pulls: PullRequests) -> None:
    def edit(clone: Clone) -> None:
        # YAML makes of these escapes what they stand for.
        name = r'"Số cây \e[2J \u202e trồng mới"'
        clone.replace(PLAN, "{vi: Số cây trồng mới, en: Trees planted}", name)
        clone.replace(TABLE, "45,,,illustrative,Số liệu ví dụ,", "45,,,illustrative,\x1b[2J\u202e,")

    check = pulls.push(edit).jobs["check"]
    assert check.failed
    assert [line for line in commands(check) if not line.startswith(OURS)] == []
    for told in (check.log, check.summary, pulls.comments[0]["body"]):
        assert "\u202e" not in told and "\x1b" not in told


# ------------------------------------------------------------------- where the program is from


def test_the_program_is_installed_from_where_the_repository_says(pulls: PullRequests) -> None:
    runner = pulls.push(mend_the_readme)
    assert runner.jobs["check"].steps["Cài plansite"].outcome == "success"
    machine = runner.home / "check" / "state.json"
    assert '"install", "--quiet", "--requirement", "requirements.txt"' in machine.read_text("utf-8")


def test_a_bare_name_is_not_installed(pulls: PullRequests) -> None:
    runner = pulls.push(
        lambda clone: clone.replace("requirements.txt", f"\n{SOURCE}\n", "\nplansite\n")
    )
    check = runner.jobs["check"]
    assert check.steps["Cài plansite"].outcome == "failure"
    assert check.steps[DIFF].outcome == check.steps[CHECK].outcome == "skipped"
    assert commands(check)[0].startswith("::error file=requirements.txt::")
    assert runner.jobs["comment"].skipped
    assert '"pip": []' in (runner.home / "check" / "state.json").read_text("utf-8")
