"""Ends by other documents: who says so, from when, of what, and each thing once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from site_builder.checks.plan_amendments import NOT_BEFORE, first_day
from site_builder.checks.view import PlanView, View
from site_builder.model import keys
from site_builder.model.document import Document
from site_builder.model.facts import plan_facts
from site_builder.model.plan import Plan, Supersession
from site_builder.sources.near import did_you_mean, near
from site_builder.terms.finding import Finding
from site_builder.terms.period import Period
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

UNCITABLE = Rule(
    code="P201",
    severity="error",
    title=Text(
        "Văn bản thay thế, chấm dứt không có số hoặc ngày",
        "Replacing or ending document without number or date",
    ),
    reason=Text(
        "Số và ngày của văn bản là căn cứ; thiếu một trong hai thì không ai tra lại được.",
        "Number and date are the authority; without either nobody can look the document up.",
    ),
    fix=Text(
        "Ghi số và ngày của văn bản trong plans/documents.yml.",
        "Give the document's number and date in plans/documents.yml.",
    ),
    wrong="15-kh-ldld: {kind: Kế hoạch}",
    right="15-kh-ldld: {kind: Kế hoạch, number: 15/KH-LĐLĐ, issued: 2024-02-20}",
)
BEFORE_PLAN = Rule(
    code="P202",
    severity="error",
    title=Text("Hết hiệu lực trước khi có kế hoạch", "Ended before it was issued"),
    reason=Text(
        "Không văn bản nào thay thế được một kế hoạch chưa ban hành: một trong hai ngày bị sai.",
        "No document replaces a plan that does not exist yet: one of the dates is wrong.",
    ),
    fix=Text("Đối chiếu hai ngày với bản gốc.", "Compare both dates with the originals."),
    wrong="issued: 2022-01-10 … superseded: [{document: 15-kh-ldld, from: 2021-03-01}]",
    right="issued: 2022-01-10 … superseded: [{document: 15-kh-ldld, from: 2024-03-01}]",
)
NO_SUCH_PART = Rule(
    code="P203",
    severity="error",
    title=Text("Chấm dứt một phần không có", "Ends a part that does not exist"),
    reason=Text(
        "Khóa ở “parts” nói phần nào hết hiệu lực; khóa sai thì phần ấy vẫn bị coi là đang giao.",
        "A key in “parts” says what no longer holds; a wrong one leaves it standing as assigned.",
    ),
    fix=Text(
        "Ghi khóa của nhiệm vụ, chỉ tiêu, mốc hoặc mục tiêu; bỏ “parts” khi là toàn bộ kế hoạch.",
        "Give the key of a duty, indicator, target or objective; leave “parts” out for the whole plan.",
    ),
    wrong="parts: [duties/bao-cao-nma]",
    right="parts: [duties/bao-cao-nam]",
)
TWICE = Rule(
    code="P204",
    severity="error",
    title=Text("Một phần chấm dứt hai lần", "A part ended twice"),
    reason=Text(
        "Điều đã hết hiệu lực, hoặc nằm trong phần đã hết, thì không hết hiệu lực lần nữa.",
        "What has ended, itself or with what it is part of, does not end again.",
    ),
    fix=Text("Giữ một lần, với ngày sớm hơn.", "Keep one of them, with the earlier day."),
    wrong="[{document: a, from: 2024-03-01}, {document: b, from: 2025-01-01, parts: [duties/tong-ket]}]",
    right="[{document: a, from: 2024-03-01}]",
)
RULES = (UNCITABLE, BEFORE_PLAN, NO_SUCH_PART, TWICE)

_NUMBER_AND_DATE = Text("văn bản có số và ngày", "a document with number and date")
_ANOTHER = Text(
    "một văn bản khác: kế hoạch không tự thay thế nó",
    "another document: a plan does not replace itself",
)
_A_PART = Text(
    "duties/…, indicators/…, targets/…/2025 hoặc objectives/… có trong kế hoạch",
    "duties/…, indicators/…, targets/…/2025 or objectives/… of this plan",
)
_ENDED = Text("không ghi nữa: đã hết từ {day}", "nothing: it ended on {day}")
_FOLDERS = ("duties", "indicators", "objectives")


def citable(view: View) -> Iterator[Finding]:
    """Ends by a document without number or date, by the plan itself, or from before the plan."""
    for plan in view.plans:
        for i, one in enumerate(plan.plan.superseded):
            known = view.documents.get(one.document)
            where = plan.at("superseded", i, "document")
            if known is None:
                # Of an id that is not listed another rule speaks.
                continue
            if one.document == plan.plan.document or known.plan == plan.id:
                yield UNCITABLE.finding(where, read=one.document, expected=_ANOTHER)
            elif not isinstance(known.number, str) or not isinstance(known.issued, Period):
                yield UNCITABLE.finding(where, read=one.document, expected=_NUMBER_AND_DATE)
            else:
                yield from _not_before(plan, i, one, known)


def _not_before(plan: PlanView, i: int, one: Supersession, known: Document) -> Iterator[Finding]:
    first = first_day(plan.plan)
    days = {"document": known.issued, "from": one.start}
    for key, day in days.items():
        if first is not None and isinstance(day, Period) and day.end < first:
            where = plan.at("superseded", i, key)
            yield BEFORE_PLAN.finding(where, read=str(day), expected=NOT_BEFORE.fill(day=first))
            return


def parts(view: View) -> Iterator[Finding]:
    """Parts that the plan does not have, and parts that had ended already."""
    for plan in view.plans:
        if not plan.plan.superseded:
            continue
        known = {f.key for f in plan_facts(plan.plan) if is_part(f.key)} if plan.whole else None
        names = {old: one.id for one in plan.plan.indicators() for old in one.formerly}
        ended: dict[str, dt.date] = {}
        for i, one in sorted(enumerate(plan.plan.superseded), key=lambda pair: pair[1].start.start):
            for path, key in _keys(i, one, names):
                if known is not None and key and key not in known:
                    yield _no_such_part(plan, path, key, known)
                    continue
                around = [k for k in ("", *_around(key, plan.plan), key) if k in ended]
                if around:
                    expected = _ENDED.fill(day=ended[around[0]])
                    yield TWICE.finding(plan.at(*path), read=key or one.document, expected=expected)
                ended.setdefault(key, one.start.start)


def is_part(key: str) -> bool:
    """Whether a key names what a document can end by itself."""
    folder, steps = key.partition("/")[0], key.count("/")
    return steps == (2 if folder == "targets" else 1) and folder in ("targets", *_FOLDERS)


Path = tuple[str | int, ...]


def _keys(i: int, one: Supersession, names: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Every part with its place; the empty key stands for the whole plan."""
    if not one.parts:
        yield ("superseded", i, "document"), ""
    for j, part in enumerate(one.parts):
        yield ("superseded", i, "parts", j), keys.renamed(part, names)


def _around(key: str, plan: Plan) -> Iterator[str]:
    """What a part is part of, the objective of an indicator first."""
    indicator = key.split("/")[1] if key.startswith(("indicators/", "targets/")) else ""
    for objective in plan.objectives:
        if any(one.id == indicator for one in objective.indicators):
            yield f"objectives/{objective.id}"
    yield from keys.wholes_around(key)


def _no_such_part(plan: PlanView, path: Path, key: str, known: set[str]) -> Finding:
    folder = key.partition("/")[0]
    alike = sorted(k for k in known if k.startswith(f"{folder}/"))
    guess = near(key, alike or sorted(known))
    return NO_SUCH_PART.finding(
        plan.at(*path),
        read=key,
        expected=_A_PART,
        fix=did_you_mean(guess) if guess else None,
        suggestion=guess,
    )


CHECKS = (citable, parts)
