from __future__ import annotations

from typing import Any

from site_builder.model.agency import Agency
from site_builder.model.duty import Duty
from site_builder.progress.members import Bound, Membership


def _membership(**agencies: Any) -> Membership:
    return Membership({k: Agency.model_validate({"name": k, **v}) for k, v in agencies.items()})


NAMED = {"type": "group", "members": ["a", "b"]}


def test_a_body_stands_for_itself_and_so_does_an_unknown_id() -> None:
    membership = _membership(a={})
    assert membership.expand("a") == (("a", ()),)
    assert membership.expand("khong-co") == (("khong-co", ()),)


def test_a_closed_group_stands_for_its_members() -> None:
    assert _membership(g=NAMED).expand("g") == (("a", ("g",)), ("b", ("g",)))


def test_a_group_with_unnamed_members_also_stands_for_itself() -> None:
    rest = ("g", ())
    assert _membership(g={**NAMED, "type": "open_group"}).expand("g")[0] == rest
    assert _membership(g={**NAMED, "count": 14}).expand("g")[0] == rest
    assert _membership(g={**NAMED, "count": 2}).expand("g")[0] != rest
    assert _membership(g={"type": "class"}).expand("g") == (rest,)
    assert _membership(g={"type": "group", "count": 14}).expand("g") == (rest,)


def test_groups_in_groups_and_in_themselves() -> None:
    membership = _membership(outer={"type": "group", "members": ["g", "c"]}, g=NAMED)
    assert membership.expand("outer") == (
        ("a", ("outer", "g")),
        ("b", ("outer", "g")),
        ("c", ("outer",)),
    )
    assert membership.groups_of()["a"] == ("g", "outer")
    circle = _membership(g={"type": "group", "members": ["g", "a"]})
    assert circle.expand("g") == (("a", ("g",)),)


def test_who_a_duty_binds_in_which_roles_and_through_whom() -> None:
    duty = Duty.model_validate(
        {"id": "d", "clause": "I", "task": "t", "lead": ["a"], "with": ["g"], "monitor": ["b"]}
    )
    assert _membership(g=NAMED).bound_by(duty) == (
        Bound("a", ("lead",), ()),  # nobody supports itself through its own group
        Bound("b", ("with", "monitor"), ()),
    )


def test_through_the_group_only() -> None:
    duty = Duty.model_validate({"id": "d", "clause": "I", "task": "t", "assigned": ["g"]})
    [first, second] = _membership(g=NAMED).bound_by(duty)
    assert (first.agency, first.through, first.answers) == ("a", ("g",), True)
    assert second.agency == "b"
