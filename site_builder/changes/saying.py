"""Values as the documents word them, with their units, names and dates, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from site_builder.changes import saying_lives as lives
from site_builder.changes import shapes
from site_builder.changes.naming import bodies, document, listed, plain_words, words
from site_builder.changes.sides import Side
from site_builder.changes.words import COMPARISONS, EMPTY, NO, WORDS_OF, YES
from site_builder.model.act_facts import ENGLISH
from site_builder.model.agency import Act
from site_builder.model.amendment import Amended, Amendment
from site_builder.model.base import Unknown, Words
from site_builder.model.duty import ROLE_WORDS
from site_builder.model.facts import Fact
from site_builder.model.indicator import Baseline, Break, Indicator, Target
from site_builder.model.plan import Supersession
from site_builder.model.reporting import Cutoffs
from site_builder.progress import wording
from site_builder.terms.period import Period, format_date
from site_builder.terms.text import Text, same

_FROM_TO = Text("từ {before} thành {after}", "from {before} to {after}")
_NONE = Text("(không có)", "(none)")
_BY_CLAUSE = Text("{said}, theo mục {clause}", "{said}, by clause {clause}")
_REPLACED = Text("được thay thế từ ngày {day}", "replaced from {day}")
_ENDED = Text("không còn hiệu lực từ ngày {day}", "no longer in force from {day}")
_SINCE = Text("{said}, hiệu lực từ {day}", "{said}, in force from {day}")
_BASELINE = Text("{value} ({period})", "{value} ({period})")
_FROM_DATA = Text("theo số liệu {period}", "the figure for {period}")
_UNKNOWN = Text("chưa biết ({why})", "unknown ({why})")


def amount(indicator: Indicator, target: Target) -> Text:
    """`ít nhất 5.000 đoàn viên trở lên`: the comparison as printed amid it, number and unit."""
    return shapes.in_full(target, _number(indicator, target))


def _number(indicator: Indicator, target: Target) -> Text:
    if target.in_words is not None:
        return words(target.in_words)
    if target.comparison == "done":
        return COMPARISONS["done"] if target.done else NO
    unit = shapes.unit_of(indicator, target)
    if target.between is not None:
        low, high = target.between
        return COMPARISONS["between"].fill(x=wording.number(low), y=quantity(high, unit))
    value = target.value
    assert value is not None, "every other comparison has a number"
    said = COMPARISONS[target.comparison].fill(x=quantity(value, unit))
    if target.wording:
        said = Text(shapes.amid(target.wording, quantity(value, unit).vi), said.en)
    if target.about is not None and target.tolerance is not None:
        return Text("{said} (± {by})", "{said} (± {by})").fill(
            said=said, by=wording.number(target.tolerance)
        )
    return said


def quantity(value: Decimal, unit: Words) -> Text:
    """A number and its unit: `22.000 đoàn viên`, `39,7 %`, in English `39.7%`."""
    number = wording.number(value)
    if unit.vi == "%":
        return Text(f"{number.vi} %", f"{number.en}%")
    return Text("{number} {unit}", "{number} {unit}").fill(number=number, unit=words(unit))


def _baseline(baseline: Baseline, indicator: Indicator) -> Text:
    if baseline.value is None:
        return _FROM_DATA.fill(period=wording.period(baseline.period))
    value = quantity(baseline.value, indicator.unit)
    return _BASELINE.fill(value=value, period=wording.period(baseline.period))


def _unknown(value: Unknown) -> Text:
    said = _UNKNOWN.fill(why=words(value.unknown))
    bounds = [b for b in (value.not_before, value.not_after) if b is not None]
    if not bounds:
        return said
    days = [Text(format_date(b.start, "vi"), format_date(b.start, "en")) for b in bounds]
    return Text(
        f"{said.vi}, {' – '.join(d.vi for d in days)}",
        f"{said.en}, {' – '.join(d.en for d in days)}",
    )


def say(fact: Fact, side: Side, indicator: Indicator | None) -> Text:
    """A fact's value as a reader knows it; `indicator` is the one that it belongs to."""
    if fact.field.endswith(ENGLISH):
        return same(fact.content)
    special = _SPECIAL.get(fact.field)
    if special is not None:
        return special(fact.content, side)
    said = None if indicator is None else _of_indicator(fact, indicator)
    return said or _plain(fact)


def _of_indicator(fact: Fact, indicator: Indicator) -> Text | None:
    content = fact.content
    match fact.field:
        case "target":
            return amount(indicator, content)
        case "baseline":
            return _baseline(content, indicator)
        case "allocation.share":
            return EMPTY if content is None else quantity(content, indicator.unit)
        case "allocation.printed_total":
            return quantity(content, indicator.unit)
    return None


def _plain(fact: Fact) -> Text:
    content, known = fact.content, WORDS_OF.get(fact.field, {})
    match content:
        case Words():
            return words(content)
        case Unknown():
            return _unknown(content)
        case Period():
            return wording.period(content)
        case bool():
            return YES if content else NO
        case Decimal():
            return wording.number(content)
        case str():
            return known.get(content) or plain_words(content)
        case tuple():
            return listed([known.get(item) or same(item) for item in sorted(content)])
    return same(str(content))


def _members(content: tuple[str, ...], side: Side) -> Text:
    return bodies(content, side.agencies)


def _one_body(content: str, side: Side) -> Text:
    return bodies((content,), side.agencies)


def _documents(content: tuple[str, ...], side: Side) -> Text:
    return listed(document(name, side.documents) for name in content)


def _roles(content: tuple[str, ...], _: Side) -> Text:
    return listed(text for role, text in ROLE_WORDS.items() if role in content)


def _indicators(content: tuple[str, ...], side: Side) -> Text:
    return listed(_name(name, side) for name in content)


def _name(indicator: str, side: Side) -> Text:
    known = side.indicator(indicator)
    return words(known.name) if known else same(indicator)


def _amended(said: tuple[Amendment, Amended], _: Side) -> Text:
    """From what to what, by which clause and from when."""
    amendment, amended = said
    found = _FROM_TO.fill(before=amended.before or _NONE, after=amended.after or _NONE)
    if amendment.clause:
        found = _BY_CLAUSE.fill(said=found, clause=amendment.clause)
    if amendment.in_force is not None:
        found = _SINCE.fill(said=found, day=wording.period(amendment.in_force))
    return found


def _superseded(one: Supersession, _: Side) -> Text:
    """Replaced or only ended, from when, by which clause."""
    said = (_REPLACED if one.replaced else _ENDED).fill(day=wording.period(one.start))
    return _BY_CLAUSE.fill(said=said, clause=one.clause) if one.clause else said


def _break(one: Break, side: Side) -> Text:
    act = None if one.document is None else Act(document=one.document, clause=one.clause)
    return shapes.broken(one, None if act is None else lives.by_act(act, side))


_SPECIAL: Mapping[str, Callable[[Any, Side], Text]] = {
    "duty.lead": _members,
    "duty.assigned": _members,
    "duty.body": _roles,
    "duty.indicators": _indicators,
    "remark.indicators": _indicators,
    "remark.documents": _documents,
    "agency.members": _members,
    "agency.parent": _one_body,
    "agency.started_by": lives.act,
    "agency.ended_by": lives.act,
    "agency.renamed": lives.former_name,
    "agency.successors": lives.successor,
    "document.issuer_agency": _one_body,
    "plan.issuer": _one_body,
    "plan.whole": _one_body,
    "plan.on_behalf_of": _one_body,
    "plan.implements": _documents,
    "plan.document": lambda name, side: document(name, side.documents),
    "indicator.whole": _one_body,
    "indicator.break": _break,
    "target.relative": lambda relative, _: shapes.relation(relative),
    "target.of": lambda of, _: shapes.parts(of),
    "target.authority": lambda name, side: document(name, side.documents),
    "indicator.within": _name,
    "indicator.objective": lambda name, side: words(side.objectives[name].title),
    "document.implements": _documents,
    **{
        f"reporting.{interval}.document": lambda name, side: document(name, side.documents)
        for interval in Cutoffs.model_fields
    },
    "indicator": lambda indicator, _: words(indicator.name),
    "duty": lambda duty, _: words(duty.task),
    "objective": lambda objective, _: words(objective.title),
    "remark": lambda remark, _: words(remark.text),
    "agency": lambda agency, _: words(agency.name),
    "citation": lambda citation, side: document(citation.document, side.documents),
    "document": lambda entry, _: document("", {"": entry}),
    "allocation": lambda allocation, _: wording.period(allocation.period),
    "amendment": _amended,
    "superseded": _superseded,
}
"""What is an id in the file and a name to its reader; and what a whole is called."""
