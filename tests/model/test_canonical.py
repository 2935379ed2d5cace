"""Every value of a plan in one line, and back."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import canonical
from site_builder.model.amendment import Amendment
from site_builder.model.base import Unknown, Words
from site_builder.model.duty import Duty
from site_builder.model.facts import agency_facts, document_facts, plan_facts
from site_builder.model.indicator import Allocation, Baseline, Break, Indicator, Relative, Target
from site_builder.model.keys import form_at, is_whole, renamed, wholes_around
from site_builder.model.plan import Citation, Objective, Remark
from site_builder.shell.files import read_repository
from site_builder.sources.plans import read_plans
from tests.changes.repositories import rich_files
from tests.conftest import ROOT

NUMBERS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False, allow_infinity=False)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: canonical.line(text) != ""
)
COMPARED = st.sampled_from(
    ["about", "at_least", "more_than", "at_most", "less_than", "exactly", "bare"]
)
WHOLES: dict[str, Any] = {
    "indicators": Indicator,
    "duties": Duty,
    "allocations": Allocation,
    "remarks": Remark,
    "citations": Citation,
    "objectives": Objective,
}


@given(NUMBERS)
def test_a_number_comes_back(value: Decimal) -> None:
    written = canonical.number(value)

    assert canonical.NUMBER.read(written) == value
    assert canonical.number(canonical.NUMBER.read(written)) == written


@given(COMPARED, NUMBERS, st.none() | NUMBERS)
def test_a_numeric_target_comes_back(name: str, value: Decimal, tolerance: Decimal | None) -> None:
    wanted = {name: value, **({"tolerance": tolerance} if tolerance is not None else {})}
    written = canonical.TARGET.write(Target.model_validate({**wanted, "clause": "I"}))

    if name != "about":
        wanted.pop("tolerance", None)
    assert canonical.TARGET.read(written) == wanted


@given(NUMBERS, NUMBERS)
def test_a_range_comes_back(low: Decimal, high: Decimal) -> None:
    written = canonical.TARGET.write(Target(between=(low, high), clause="I"))

    assert canonical.TARGET.read(written) == {"between": (low, high)}


@given(WORDS)
def test_words_come_back_in_one_line(text: str) -> None:
    target = Target(in_words=Words(vi=text), clause="I")
    written = canonical.TARGET.write(target)

    assert len(written.splitlines()) == 1
    assert canonical.TARGET.read(written) == {"in_words": Words(vi=canonical.line(text))}


@given(st.lists(st.from_regex(r"[a-z0-9]{1,4}(-[a-z]{1,3})?", fullmatch=True), min_size=1))
def test_ids_come_back_sorted(values: list[str]) -> None:
    written = canonical.IDS.write((*values, "…"))

    assert canonical.IDS.read(written) == (*sorted(set(values)), "…")
    assert canonical.IDS.write(tuple(reversed((*values, "…")))) == written


@pytest.mark.parametrize(
    ("baseline", "written"),
    [
        (Baseline.model_validate({"period": "2021", "value": "4000"}), "2021 4000"),
        (Baseline.model_validate({"period": "2021-H1"}), "2021-H1"),
    ],
)
def test_a_baseline_comes_back(baseline: Baseline, written: str) -> None:
    assert canonical.BASELINE.write(baseline) == written
    assert canonical.BASELINE.read(written) == (baseline.period, baseline.value)


RELATIONS = st.sampled_from(
    ["decrease_by", "increase_by", "decrease_percent", "increase_percent", "times"]
)


@given(RELATIONS, st.sampled_from(["2020", "2020-Q3"]), st.none() | NUMBERS)
def test_a_relation_comes_back(relation: str, base: str, value: Decimal | None) -> None:
    given = {"as": relation, "to": base, **({} if value is None else {"value": value})}
    relative = Relative.model_validate(given)
    written = canonical.RELATIVE.write(relative)

    assert Relative.model_validate(canonical.RELATIVE.read(written)) == relative


@given(st.dictionaries(st.from_regex(r"[a-z0-9]{1,4}(-[a-z]{1,3})?", fullmatch=True),
                       st.from_regex(r"[a-z0-9]{1,4}", fullmatch=True), min_size=1))  # fmt: skip
def test_a_breakdown_comes_back(of: dict[str, str]) -> None:
    written = canonical.OF.write(of)

    assert canonical.OF.read(written) == of
    assert canonical.OF.write(dict(reversed(of.items()))) == written


def test_a_break_comes_back_without_what_has_a_key_of_its_own() -> None:
    one = Break.model_validate(
        {"from": "2025-07-01", "why": "A", "targets_hold": "true", "baseline": {"period": "2025"}}
    )
    written = canonical.BREAK.write(one)

    assert Break.model_validate({**canonical.BREAK.read(written), "targets_hold": "true"}) == one


def test_what_is_unknown_comes_back() -> None:
    unknown = Unknown.model_validate({"unknown": "mất trang đầu", "not_before": "2021-06-13"})
    written = canonical.PERIOD_OR_UNKNOWN.write(unknown)

    assert canonical.PERIOD_OR_UNKNOWN.read(written) == unknown
    assert canonical.PERIOD_OR_UNKNOWN.read("2021-06-13").text == "2021-06-13"


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (canonical.TARGET, "khoảng 24000"),
        (canonical.TARGET, "about 24.000"),
        (canonical.TARGET, "about 24000.0"),
        (canonical.TARGET, "about"),
        (canonical.TARGET, "between 1"),
        (canonical.TARGET, "done yes"),
        (canonical.TARGET, "in_words  hai dấu cách"),
        (canonical.NUMBER, "1e3"),
        (canonical.IDS, "b, a"),
        (canonical.IDS, "a,b"),
        (canonical.INTERVALS, "fortnight"),
        (canonical.ID, "Đ"),
        (canonical.FLAG, "yes"),
        (canonical.SHARE, ""),
        (canonical.RELATIVE, "fewer 2020"),
        (canonical.RELATIVE, "decrease_by"),
        (canonical.OF, "sex"),
        (canonical.OF, "b=x, a=y"),
        (canonical.PERIOD, "9/2021"),
        (canonical.WHOLE, "{"),
        (canonical.WHOLE, "[]"),
        (canonical.LINE, " a"),
    ],
)
def test_anything_else_is_refused(form: canonical.Form, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        form.read(text)


@pytest.mark.parametrize(
    "char", ["\0", "\x01", "\x1b", "\u200b", "\u202e", "\ud800", "\ufdd0", "\uffff", "\U0001fffe"]
)
def test_no_escape_brings_in_what_no_file_may_hold(char: str) -> None:
    text = json.dumps({"id": "a", "task": f"Việc{char}cũ"})
    with pytest.raises(ValueError, match="plain words"):
        canonical.read_whole(text)
    assert canonical.read_whole(text.replace(json.dumps(char)[1:-1], "")) == {
        "id": "a",
        "task": "Việccũ",
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"a": ' + "[" * 200_000, "without end"),
        ('{"a": ' + "[" * 30 + "]" * 30 + "}", "levels"),
        ('{"a": 1, "a": 2}', "twice"),
        ('{"a": {"b": 1, "b": 1}}', "twice"),
        ('{"a": NaN}', "number"),
        ('{"a": "' + "x" * 1_000_001 + '"}', "longer"),
        ('{"a": "hai  dấu cách"}', "plain words"),
        ('{"a": "Kê\u0301 hoạch"}', "plain words"),
    ],
)
def test_a_whole_is_read_as_it_was_written_or_not_at_all(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        canonical.read_whole(text)


def test_every_fact_comes_back_and_its_key_tells_how_it_is_written() -> None:
    seen: set[str] = set()
    for files in (read_repository(ROOT), rich_files()):
        read = read_plans(files)
        for plan in read.plans.values():
            for fact in plan_facts(plan):
                seen.add(fact.field)
                if fact.key.startswith(("amendments/", "superseded/")):
                    continue
                assert form_at(fact.key) is fact.form, fact.key
                assert wholes_around(fact.key) == fact.within, fact.key
                assert is_whole(fact.key) == fact.is_whole
                back = fact.form.read(fact.value)
                if fact.is_whole:
                    model = WHOLES[fact.key.split("/")[0]]
                    again = model.model_validate(back, by_name=False, by_alias=True)
                    assert canonical.whole(again) == fact.value
        for fact in (*agency_facts(read.agencies), *document_facts(read.documents)):
            assert fact.form.read(fact.value)
    assert len(seen) > 80


@pytest.mark.parametrize(
    "key",
    [
        "", "x", "targets", "targets/a", "targets/a/", "targets/a/2025/colour", "duties/",
        "duties/a/colour", "plan", "plan/colour", "indicators/a/id/en", "targets/a/2025/clause/en",
        "documents/a",
    ],
)  # fmt: skip
def test_there_is_no_such_key(key: str) -> None:
    assert form_at(key) is None


def test_a_key_takes_the_new_id_of_its_indicator() -> None:
    names = {"a": "b"}

    assert renamed("targets/a/2025/clause", names) == "targets/b/2025/clause"
    assert renamed("indicators/a", names) == "indicators/b"
    assert renamed("allocations/c/a", names) == "allocations/c/a"
    assert renamed("duties/a", names) == "duties/a"


def test_an_amendment_says_from_and_to_under_the_keys_of_the_yaml() -> None:
    amendment = Amendment.model_validate(
        {"document": "d", "changes": [{"what": "duties/a", "from": "x"}]},
        by_name=False,
        by_alias=True,
    )

    assert amendment.changes[0].before == "x"
    assert amendment.changes[0].after is None
