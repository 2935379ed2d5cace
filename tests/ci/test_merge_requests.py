"""The whole way of a merge request, with a real Git and the pipeline's own lines: GitLab."""

from __future__ import annotations

import json

from tests.ci.conftest import MergeRequests
from tests.ci.machine import Ran
from tests.ci.projects import PLAN, SOURCE, TABLE, lower, revise, spoil
from tests.ci.test_pull_requests import MARK, lower_by_a_decision
from tests.shell.gits import Clone

TOKEN = {"PLANSITE_TOKEN": "glpat-example"}


def read(merges: MergeRequests, name: str) -> str:
    return (merges.runner.machine.workspace / name).read_text("utf-8")


def notes(merges: MergeRequests) -> list[str]:
    return [note["body"] for note in merges.runner.machine.state["notes"]]


def assert_refused(ran: Ran) -> None:
    assert ran.code == 1
    assert "II.1" in ran.log and "1.000" in ran.log and "900" in ran.log


# -------------------------------------------------------------------------------- the check


def test_reports_are_written_whether_or_not_there_are_errors(merges: MergeRequests) -> None:
    assert merges.runner.job("check", merges.push(revise)).code == 0
    assert json.loads(read(merges, "gl-code-quality-report.json")) == []
    ran = merges.runner.job("check", merges.push(spoil))
    assert ran.code == 1
    assert f"{TABLE}:7:" in ran.log
    (found,) = json.loads(read(merges, "gl-code-quality-report.json"))
    assert found["location"]["path"] == TABLE
    assert found["location"]["lines"]["begin"] == 7
    assert "5.100" in read(merges, "plansite-junit.xml")


def test_what_cannot_run_at_all_does_not_pass(merges: MergeRequests) -> None:
    def remove(clone: Clone) -> None:
        clone.git("rm", "-r", "--quiet", "plans")

    ran = merges.runner.job("check", merges.push(remove))
    assert ran.code != 0
    assert "Không thấy thư mục plans" in ran.log
    assert merges.runner.job("changes", merges.push(remove)).code == 2


# ------------------------------------------------------------------------------ the changes


def test_a_target_lowered_without_authority_is_refused(merges: MergeRequests) -> None:
    ran = merges.runner.job("changes", merges.push(lower, **TOKEN))
    assert_refused(ran)
    assert notes(merges) == [MARK + read(merges, "changes.md")]
    assert "what: targets/cay-trong-moi/2028" in notes(merges)[0]


def test_the_same_with_its_amendment_goes_through_in_the_same_note(merges: MergeRequests) -> None:
    merges.runner.machine.change(notes=[{"id": 1, "body": "chuyện khác"}])
    merges.runner.job("changes", merges.push(lower, **TOKEN))
    ran = merges.runner.job("changes", merges.push(lower_by_a_decision, **TOKEN))
    assert ran.code == 0, ran.log
    assert len(notes(merges)) == 2
    assert "05/QĐ-UBND" in notes(merges)[1]


def test_without_a_token_the_log_has_it(merges: MergeRequests) -> None:
    ran = merges.runner.job("changes", merges.push(lower))
    assert_refused(ran)
    assert notes(merges) == []


def test_without_the_right_to_comment_the_log_has_it(merges: MergeRequests) -> None:
    merges.runner.machine.change(may_write=False)
    ran = merges.runner.job("changes", merges.push(revise, **TOKEN))
    assert ran.code == 0
    assert "quý I/2026" in ran.log and "Không bình luận được" in ran.log


def test_a_note_that_somebody_else_began_so_is_left_to_him(merges: MergeRequests) -> None:
    # GitLab does not let us change it: a new one is made.
    merges.runner.machine.change(notes=[{"id": 99, "body": f"{MARK}giả", "foreign": True}])
    ran = merges.runner.job("changes", merges.push(revise, **TOKEN))
    assert ran.code == 0
    assert len(notes(merges)) == 2
    assert "quý I/2026" in notes(merges)[1]


def test_from_a_fork_it_is_compared_with_where_it_left(merges: MergeRequests) -> None:
    known = merges.push(lower, CI_MERGE_REQUEST_SOURCE_PROJECT_ID="43")
    assert_refused(merges.runner.job("changes", known))


def test_what_main_did_meanwhile_is_none_of_its_changes(merges: MergeRequests) -> None:
    def meanwhile(clone: Clone) -> None:
        clone.replace(PLAN, "at_least: 80, clause: II.2", "at_least: 70, clause: II.2")

    known = merges.push(revise)
    merges.project.commit(meanwhile)
    ran = merges.runner.job("changes", known)
    assert ran.code == 0, ran.log
    assert "quý I/2026" in ran.log and "II.2" not in ran.log


def test_the_policy_of_main_holds_for_an_old_branch(merges: MergeRequests) -> None:
    known = merges.push(revise)
    strict = b"weights:\n  closed-data-revised: authority\n"
    merges.project.commit(lambda clone: clone.write({"plans/policy.yml": strict}))
    ran = merges.runner.job("changes", known)
    assert ran.code == 1
    assert "data/progress/cay-trong-moi/thon-mot/2026-Q1" in ran.log
    assert "policy" not in ran.log


def test_a_bare_name_is_not_installed(merges: MergeRequests) -> None:
    def bare(clone: Clone) -> None:
        clone.replace("requirements.txt", f"\n{SOURCE}\n", "\nplansite\n")

    ran = merges.runner.job("changes", merges.push(bare))
    assert ran.code == 1
    assert "requirements.txt chưa ghi lấy plansite ở đâu" in ran.log
    assert merges.runner.machine.state["pip"] == []


# --------------------------------------------------------------------------------- the site


def test_the_site_is_built_with_its_address(merges: MergeRequests) -> None:
    known = merges.push(revise)
    ran = merges.runner.job("pages", known | {"CI_PAGES_URL": "https://xa-vi-du.gitlab.example/x"})
    assert ran.code == 0, ran.log
    assert 'href="https://xa-vi-du.gitlab.example/x/"' in read(merges, "public/index.html")
