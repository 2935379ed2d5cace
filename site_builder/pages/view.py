"""References that many pages make: to bodies, clauses, plans and documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from site_builder.model.base import Unknown, Words
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.page import Crumb
from site_builder.terms.text import Text, borrowed, same

HOME_CRUMB = Crumb(Text("Trang chủ", "Home"), paths.HOME)
AGENCIES_CRUMB = Crumb(Text("Cơ quan", "Bodies"), paths.AGENCIES)


UNNUMBERED = {
    "MD": Text("phần mở đầu", "introduction"),
    "KT": Text("phần kết thúc", "closing paragraph"),
    "PL": Text("phụ lục", "annex"),
    "NN": Text("nơi nhận", "recipients"),
}
"""The parts of a document that carry no number, by the codes that plan files give them."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A name that leads somewhere."""

    name: Words
    path: str


@dataclass(frozen=True, slots=True)
class ClauseRef:
    """A clause by its number, its permanent address and its name in full."""

    number: str
    path: str
    label: Text
    """As short as it can be read: the number, or the name of an unnumbered part."""
    full: Text


def text(words: Words) -> Text:
    """A document's wording as a text of the site, for titles and sentences made of several."""
    return borrowed(words.vi, words.en)


def agency_ref(repository: Repository, agency_id: str) -> Ref:
    """A body by its full name; one that no file declares keeps its id as its name."""
    agency = repository.agencies.get(agency_id)
    name = agency.name if agency else Words(vi=agency_id, en=None)
    return Ref(name, paths.agency(agency_id))


def agency_short(repository: Repository, agency_id: str) -> Words:
    """The short name for tables and charts, where there is one."""
    agency = repository.agencies.get(agency_id)
    if agency is None:
        return Words(vi=agency_id, en=None)
    return agency.short or agency.name


def short_ref(repository: Repository, agency_id: str) -> Ref:
    """A body by its short name, for tables."""
    return Ref(agency_short(repository, agency_id), paths.agency(agency_id))


def leading(words: Words) -> Text:
    """A wording where it begins a line: `quận Ba Đình` → `Quận Ba Đình`."""
    vi, en = words.vi, words.en
    return borrowed(vi[:1].upper() + vi[1:], en and en[:1].upper() + en[1:])


@lru_cache(maxsize=65536)
def clause_ref(plan_id: str, number: str) -> ClauseRef:
    """A clause of a plan; kept, because every duty, target and remark refers to one."""
    label = UNNUMBERED.get(number, same(number))
    return ClauseRef(number, paths.clause(plan_id, number), label, clause_words(number))


def clause_words(number: str) -> Text:
    """`mục II.2.1`; `mục III.2, gạch đầu dòng thứ 3`; `phụ lục`."""
    stem, _, dash = number.partition("-")
    words = UNNUMBERED.get(stem) or Text("mục {n}", "clause {n}").fill(n=stem)
    if dash:
        ending = Text("{of}, gạch đầu dòng thứ {n}", "{of}, dash {n}")
        words = ending.fill(of=words, n=dash)
    return words


def plan_label(plan: Plan) -> Text:
    """`Kế hoạch số 55-KH/QU`; without a known number, the kind and the territory."""
    kind = text(plan.kind)
    if isinstance(plan.number, Unknown):
        label = Text("{kind} (chưa rõ số), {where}", "{kind} (number unknown), {where}")
        return label.fill(kind=kind, where=text(plan.territory))
    return Text("{kind} số {number}", "{kind} No. {number}").fill(kind=kind, number=plan.number)


def plan_number(plan: Plan) -> Text:
    """The number alone, for breadcrumbs and narrow columns."""
    if isinstance(plan.number, Unknown):
        return plan_label(plan)
    return same(plan.number)


def plan_crumb(plan_id: str, plan: Plan) -> Crumb:
    """The step of a breadcrumb that leads to a plan."""
    return Crumb(plan_number(plan), paths.plan(plan_id))
