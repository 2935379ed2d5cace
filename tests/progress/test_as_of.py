"""Whatever was decided or told after a day changes nothing of what is said of that day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from site_builder.model.canonical import whole
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.progress.build import take_snapshot
from site_builder.progress.standing import as_known
from tests.progress import make

FIRST = dt.date(2021, 9, 7)
LAST = dt.date(2029, 12, 31)
DAYS = st.dates(FIRST, LAST)
LATER = "p/sau"


@dataclass(frozen=True)
class Decision:
    """What one document of a day changes, and from when."""

    kind: str
    value: int
    decided: dt.date
    in_force: dt.date


@dataclass(frozen=True)
class History:
    """Everything that happens, each with the day on which it is decided or told."""

    decisions: tuple[Decision, ...]
    ends: tuple[tuple[str, dt.date, dt.date], ...]
    """Parts that a document supersedes: which, decided when, from when."""
    bodies: tuple[tuple[str, dt.date, dt.date | None], ...]
    """Ends of bodies: whose, its last day, the day of the document if there is one."""
    rows: tuple[tuple[str, int, dt.date, int], ...]
    """Of what, how much, told when, in which line."""
    breaks: tuple[tuple[dt.date, dt.date], ...]
    later_plan: dt.date

    def until(self, day: dt.date) -> History:
        """What had been decided or told by a day."""
        return History(
            decisions=tuple(one for one in self.decisions if one.decided <= day),
            ends=tuple(one for one in self.ends if one[1] <= day),
            bodies=tuple(
                (body, last, decided)
                for body, last, decided in self.bodies
                if (decided <= day if decided is not None else last < day)
            ),
            rows=tuple(one for one in self.rows if one[2] <= day),
            breaks=tuple(one for one in self.breaks if one[1] <= day),
            later_plan=self.later_plan,
        )


KINDS = (
    "target", "lead", "due", "support", "end-duty", "end-target", "end-indicator", "add-duty",
    "add-target", "title", "prolong",
)  # fmt: skip
PARTS = ("", "duties/viec", "indicators/chi-so", "targets/chi-so/2025", "objectives/muc-tieu")


@st.composite
def histories(draw: st.DrawFn) -> History:
    decided = sorted(draw(st.lists(DAYS, max_size=5, unique=True)))
    in_force = sorted(draw(st.lists(DAYS, min_size=len(decided), max_size=len(decided))))
    kinds = draw(st.permutations(KINDS))
    twice = draw(st.sampled_from(("target", "lead", "due", "title")))
    chosen = [*kinds[: max(0, len(decided) - 1)], twice][: len(decided)]
    decisions = tuple(
        Decision(kind, i + 1, day, force)
        for i, (kind, day, force) in enumerate(zip(chosen, decided, in_force, strict=True))
    )
    parts = draw(st.lists(st.sampled_from(PARTS), max_size=2, unique=True))
    bodies = draw(st.lists(st.sampled_from(("a", "b")), max_size=2, unique=True))
    rows = draw(st.lists(st.tuples(st.sampled_from(_ROWS), st.integers(0, 40), DAYS), max_size=6))
    return History(
        decisions=decisions,
        ends=tuple((part, draw(DAYS), draw(DAYS)) for part in parts),
        bodies=tuple((b, draw(DAYS), draw(st.one_of(st.none(), DAYS))) for b in bodies),
        rows=tuple((*row, line) for line, row in enumerate(rows)),
        breaks=tuple((draw(DAYS), draw(DAYS)) for _ in range(draw(st.integers(0, 1)))),
        later_plan=draw(DAYS),
    )


_ROWS = ("2021", "2022", "2023", "2024-H1", "duty", "report")
OTHER = {
    "id": "khac", "name": "Khác", "clause": "I", "measures": "stock", "unit": "người",
    "targets": {"2026": {"at_least": 5, "clause": "I"}},
}  # fmt: skip


def _files(history: History) -> dict[str, Any]:
    """The plan as a file has it once all of that is entered: what it says now, and how it came."""
    plan: dict[str, Any] = {
        "period": {"from": "2021", "to": "2026"},
        "title": "Thử",
        "targets": {"2025": 100, "2028": 200},
        "duties": {
            "viec": {
                "id": "viec", "clause": "I", "task": "Việc", "lead": ["a"], "with": ["b"],
                "when": {"due": "2024"},
            },
            "cu": {
                "id": "cu", "clause": "II", "task": "Cũ", "lead": ["b"], "report": "true",
                "when": {"every": ["half_year"]},
            },
        },
        "other": True,
        "amendments": [],
    }  # fmt: skip
    for i, one in enumerate(history.decisions):
        changes = _decide(plan, one)
        document = f"sua-{i}"
        plan["amendments"].append(
            {"document": document, "in_force": str(one.in_force), "changes": changes}
        )
    return plan


def _decide(  # noqa: C901  # a case for each kind of decision
    plan: dict[str, Any], one: Decision
) -> list[dict[str, str]]:
    """Make the change, and say it as an amendment does."""
    duties, targets = plan["duties"], plan["targets"]
    viec = duties["viec"]
    match one.kind:
        case "target":
            was, targets["2025"] = targets["2025"], 100 + one.value
            return [
                _changed("targets/chi-so/2025", f"at_least {was}", f"at_least {100 + one.value}")
            ]
        case "add-target":
            targets["2027"] = 150
            return [{"what": "targets/chi-so/2027", "to": "at_least 150"}]
        case "end-target":
            del targets["2028"]
            return [{"what": "targets/chi-so/2028", "from": "at_least 200"}]
        case "lead":
            was, viec["lead"] = viec["lead"], ["a", "b", "c"][one.value % 3 :]
            if was == viec["lead"]:
                viec["lead"] = ["d"]
            return [_changed("duties/viec/lead", ", ".join(was), ", ".join(viec["lead"]))]
        case "due":
            was, viec["when"] = viec["when"]["due"], {"due": f"{2024 + one.value}"}
            return [_changed("duties/viec/due", was, f"{2024 + one.value}")]
        case "support":
            viec["with"] = []
            viec["guide"] = ["b"]
            return [_changed("duties/viec/bodies/b", "with", "guide")]
        case "end-duty":
            made = make.plan(duties=[duties.pop("cu")]).duties[0]
            return [{"what": "duties/cu", "from": whole(made)}]
        case "add-duty":
            duties["moi"] = {"id": "moi", "clause": "III", "task": "Mới", "lead": ["c"]}
            return [{"what": "duties/moi"}]
        case "end-indicator":
            plan["other"] = False
            return [
                {
                    "what": "indicators/khac",
                    "from": whole(make.plan(OTHER).objectives[0].indicators[0]),
                }
            ]
        case "prolong":
            plan["period"] = {"from": "2021", "to": "2030"}
            return [_changed("plan/period/to", "2026", "2030")]
        case _:
            was, plan["title"] = plan["title"], f"Thử {one.value}"
            return [_changed("plan/title", was, plan["title"])]


def _changed(what: str, before: str, after: str) -> dict[str, str]:
    return {"what": what, "from": before, "to": after}


def _plan(history: History) -> Plan:
    said = _files(history)
    indicator = {
        "id": "chi-so", "name": "Số đoàn viên", "measures": "stock", "unit": "đoàn viên",
        "every": "year", "baseline": {"period": "2020", "value": 0},
        "targets": {y: {"at_least": v, "clause": "I"} for y, v in said["targets"].items()},
        "breaks": [
            {"from": str(start), "why": "Đổi phạm vi", "document": f"ngat-{i}"}
            for i, (start, _) in enumerate(history.breaks)
        ],
    }  # fmt: skip
    indicators = [indicator, OTHER] if said["other"] else [indicator]
    objective = {"id": "muc-tieu", "clause": "I", "title": "Mục tiêu", "indicators": indicators}
    return make.plan(
        title=said["title"],
        period=said["period"],
        objectives=[objective],
        duties=list(said["duties"].values()),
        amendments=said["amendments"],
        superseded=[
            {"document": _ending(part), "from": str(start), "parts": [part] if part else []}
            for part, _, start in history.ends
        ],
    )


def _ending(part: str) -> str:
    return f"thay-{PARTS.index(part)}"


def _documents(history: History) -> dict[str, Any]:
    days = {f"sua-{i}": one.decided for i, one in enumerate(history.decisions)}
    days |= {_ending(part): decided for part, decided, _ in history.ends}
    days |= {f"ngat-{i}": one[1] for i, one in enumerate(history.breaks)}
    days |= {f"het-{body}": decided for body, _, decided in history.bodies if decided is not None}
    return {name: {"kind": "Văn bản", "issued": str(day)} for name, day in days.items()}


def _agencies(history: History) -> dict[str, Any]:
    bodies: dict[str, Any] = {name: {"name": name.upper()} for name in "abcd"}
    for body, last, decided in history.bodies:
        bodies[body] |= {"until": str(last), "successors": [{"agency": "c", "share": "part"}]}
        if decided is not None:
            bodies[body]["ended_by"] = {"document": f"het-{body}"}
    return bodies


def _rows(history: History) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {"progress": [], "duty_rows": [], "reports": []}
    for kind, value, day, line in history.rows:
        told = {"reported_on": str(day), "record": line}
        if kind == "duty":
            found["duty_rows"].append(make.duty_row("done", "a", done_on=str(day), **told))
        elif kind == "report":
            period = f"{2021 + value % 4}-H1"
            found["reports"].append(make.report(period, str(day), "b", duty="cu", **told))
        else:
            found["progress"].append(make.row(kind, value, **told))
    return found


def _repository(history: History, day: dt.date | None = None) -> Repository:
    """Everything in the files; with a day, what was not entered by then is not there."""
    said = history if day is None else history.until(day)
    known = make.repository(
        _plan(said), agencies=_agencies(said), documents=_documents(said), **_rows(said)
    )
    if day is not None and history.later_plan > day:
        return known
    later = make.plan(STOCK, number="9/KH", issued=str(history.later_plan), document="ke-hoach-sau")
    return replace(known, plans={**known.plans, LATER: later})


STOCK = {"targets": {"2030": {"at_least": 1}}}


@settings(max_examples=200, deadline=None)
@given(histories(), DAYS)
def test_what_was_decided_or_told_later_changes_nothing(history: History, day: dt.date) -> None:
    told = history.until(day) == history
    event("nothing later" if told else "something later")
    full, then = _repository(history), _repository(history, day)
    assert as_known(full, day) == as_known(then, day)
    assert take_snapshot(full, day) == take_snapshot(then, day)


@settings(max_examples=60, deadline=None)
@given(histories(), DAYS)
def test_what_was_known_is_known_of_what_was_known(history: History, day: dt.date) -> None:
    known = as_known(_repository(history), day)
    assert as_known(known, day) == known


@settings(max_examples=100, deadline=None)
@given(histories(), DAYS, DAYS)
def test_versions_known_earlier_stay_known(history: History, one: dt.date, other: dt.date) -> None:
    """No version of which somebody knew is lost later, but for those that reach back before it."""
    first, second = sorted((one, other))
    full = _repository(history)
    before = take_snapshot(full, first).plans[make.PLAN]
    after = take_snapshot(full, second).plans[make.PLAN]
    assert {stand.day for stand in before.stands} <= {stand.day for stand in after.stands}
    if before.stands:
        assert before.stands[0].plan.amendments == after.stands[0].plan.amendments == ()
    ended = {duty.duty.id for duty in before.duties if duty.ended is not None}
    still = {duty.duty.id for duty in after.duties}
    assert ended <= still


@settings(max_examples=100, deadline=None)
@given(histories(), DAYS)
def test_the_original_is_what_it_was_before_any_amendment(history: History, day: dt.date) -> None:
    original = _plan(replace(history, decisions=(), ends=(), breaks=()))
    state = take_snapshot(_repository(history), day).plans[make.PLAN]
    if state.stands:
        first = state.stands[0].plan
        assert first.model_copy(update={"superseded": (), "objectives": ()}) == (
            original.model_copy(update={"objectives": ()})
        )
        assert [one.model_copy(update={"breaks": ()}) for one in first.indicators()] == list(
            original.indicators()
        )
