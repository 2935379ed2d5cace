from __future__ import annotations

from typing import Any

import pytest

from site_builder.progress.wording import cited
from site_builder.terms.status import Status
from tests.progress.make import assessment, lines, row, target_state

MOST: dict[str, Any] = {"targets": {"2025": {"in_words": "hầu hết"}}}


def test_a_target_in_words_is_never_computed() -> None:
    judged = target_state(MOST, "2026-01-01", row("2025", 100)).judgement
    assert judged.status is Status.NOT_ASSESSED
    assert judged.actual is None


@pytest.mark.parametrize(
    ("verdict", "assessed_on", "as_of", "status"),
    [
        ("met", "2026-01-15", "2026-02-01", Status.MET),
        ("not_met", "2026-01-15", "2026-02-01", Status.NOT_MET),
        ("not_assessed", "2026-01-15", "2026-02-01", Status.NOT_ASSESSED),
        ("met", "2026-01-15", "2026-01-14", Status.NOT_ASSESSED),
        ("met", "2024-06-01", "2024-07-01", Status.AT_LEVEL),
        ("not_met", "2024-06-01", "2024-07-01", Status.IN_PROGRESS),
        ("not_met", "2025-12-20", "2026-02-01", Status.NOT_MET),
        ("met", "2024-12-31", "2026-02-01", Status.INSUFFICIENT),
    ],
)
def test_an_assessment_by_its_day(
    verdict: str, assessed_on: str, as_of: str, status: Status
) -> None:
    given = assessment("2025", verdict, assessed_on)
    judged = target_state(MOST, as_of, assessments=[given]).judgement
    assert judged.status is status


def test_who_when_and_on_what_evidence_are_named() -> None:
    given = assessment("2025", "met", "2026-01-15", state="illustrative")
    judged = target_state(MOST, "2026-02-01", assessments=[given]).judgement
    assert "Nguyễn Văn A đánh giá ngày 15/01/2026: đạt; căn cứ: Biên bản họp" in lines(judged)
    assert judged.illustrative
    # What a body wrote is Vietnamese on the English page too, and marked as such.
    said = judged.arithmetic[-1].en
    assert said.startswith(f"Assessed by {cited('Nguyễn Văn A').en} on 15 January 2026: met;")
    assert f"evidence: {cited('Biên bản họp').en} (" in said


def test_the_latest_assessment_counts_and_only_of_that_target_and_body() -> None:
    rows = [
        assessment("2025", "not_met", "2026-03-01"),
        assessment("2025", "met", "2026-01-15", record=1),
        assessment("2030", "met", "2026-04-01", record=2),
        assessment("2025", "met", "2026-05-01", record=3, agency="phuong-khac"),
    ]
    judged = target_state(MOST, "2026-06-01", assessments=rows).judgement
    assert judged.status is Status.NOT_MET


def test_the_issuer_may_assess_too() -> None:
    given = assessment("2025", "met", "2026-01-15", agency="ban-hanh")
    judged = target_state(MOST, "2026-06-01", assessments=[given]).judgement
    assert judged.status is Status.MET


def test_an_assessment_registered_later_is_not_known() -> None:
    given = assessment("2025", "met", "2026-01-15", reported_on="2026-03-01")
    state = target_state(MOST, "2026-02-28", assessments=[given])
    assert state.judgement.status is Status.NOT_ASSESSED
