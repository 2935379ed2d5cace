from __future__ import annotations

from dataclasses import replace

from site_builder.model.duty import Duty
from site_builder.pages.view_duty import DutyView, body_ref, duty_view
from site_builder.progress.snapshot import Judgement
from site_builder.terms.status import Status
from site_builder.terms.text import Text
from tests.pages import small


def view(judgement: Judgement | None = None, **fields: object) -> DutyView:
    state = small.context().snapshot.plans[small.PLAN].duties[0]
    given = {"id": "viec", "clause": "III.1", "task": "Làm việc", **fields}
    state = replace(state, duty=Duty.model_validate(given))
    if judgement is not None:
        state = replace(state, judgement=judgement)
    return duty_view(small.repository(), state)


def test_roles_that_the_same_bodies_hold_are_named_together() -> None:
    duty = view(advise=["tinh"], urge=["tinh"], lead=["huyen-an"])
    assert [(one.role.vi, [body.name.vi for body in one.bodies]) for one in duty.roles] == [
        ("chủ trì", ["H. An"]),
        ("tham mưu, đôn đốc", ["Liên đoàn Lao động tỉnh X"]),
    ]
    assert duty.roles[1].role.en == "advises, urges"


def test_bodies_whose_list_stays_open_are_not_those_of_a_closed_one() -> None:
    duty = view(advise=["tinh"], urge=["tinh", "..."])
    assert [one.open for one in duty.roles] == [False, True]


def test_nothing_is_said_of_a_time_that_is_not_printed() -> None:
    assert view().timing is None
    assert view(when={"on_request": "true"}).timing is not None


def test_a_time_that_the_status_already_says_is_not_said_twice() -> None:
    ongoing = Judgement(Status.ONGOING)
    assert view(ongoing, when={"ongoing": "true"}).timing is None
    assert view(Judgement(Status.NOT_ASSESSED), when={"ongoing": "true"}).timing is not None


def test_a_note_that_the_arithmetic_already_says_is_not_said_twice() -> None:
    nobody = Judgement(Status.NOT_ASSESSED, (Text("Không nêu ai.", "Nobody is named."),))
    assert view(nobody, note="Không nêu ai.").note is None
    assert view(nobody, note="Câu bị động.").note is not None


def test_a_body_goes_by_its_short_name_in_english_only_if_that_is_translated() -> None:
    assert body_ref(small.repository(), "huyen-an").name.vi == "H. An"
    assert body_ref(small.repository(), "bo-chinh-tri").name.of("en") == "Politburo"
    assert body_ref(small.repository(), "la-ai").name.vi == "la-ai"
