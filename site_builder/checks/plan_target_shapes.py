"""Targets in other shapes: parts of a total, changes over a base, sums over a window, ranks, labels."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.view import PlanView, View
from site_builder.model.indicator import Indicator, Target, target_period
from site_builder.progress.filling import filling
from site_builder.sources.near import did_you_mean, near
from site_builder.terms.finding import Finding
from site_builder.terms.place import Step
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

WINDOW = Rule(
    code="P191",
    severity="error",
    title=Text("“since” không cộng dồn được", "“since” that cannot be summed"),
    reason=Text(
        "“since” cộng số của từng kỳ từ đầu kỳ ấy đến thời hạn; cần số liệu từng kỳ (flow), một thời "
        "hạn ở sau và trọn tháng.",
        "“since” sums the figures of periods from its first day to the target's date: that takes a "
        "flow, a later date and whole months.",
    ),
    fix=Text(
        "Sửa “measures” thành flow, sửa kỳ cho trọn tháng, hoặc bỏ “since”.",
        "Make “measures” a flow, give whole months, or take off “since”.",
    ),
    wrong="measures: stock … 2025: {about: 500, since: 2021}",
    right="measures: flow … 2025: {about: 500, since: 2021}",
)
PART = Rule(
    code="P192",
    severity="error",
    title=Text("Phân tổ của chỉ tiêu chưa khai báo", "Breakdown of a target not declared"),
    reason=Text(
        "Chỉ tiêu của một phân tổ xét bằng những dòng có phân tổ ấy trong tệp CSV, nên cột phải có ở "
        "“breakdowns”.",
        "A target of a part is judged by the rows of that part in the CSV files, so its column must "
        "stand under “breakdowns”.",
    ),
    fix=Text(
        "Thêm chiều phân tổ vào “breakdowns” của chỉ tiêu, hoặc sửa tên.",
        "Add the dimension to the indicator's “breakdowns”, or correct its name.",
    ),
    wrong="breakdowns: [gioi-tinh] … of: {gioi: nu}",
    right="breakdowns: [gioi-tinh] … of: {gioi-tinh: nu}",
)
CHANGE = Rule(
    code="P193",
    severity="error",
    title=Text("“relative” không tính ra mức được", "“relative” that comes to no level"),
    reason=Text(
        "Mức tăng, giảm hay số lần cần một con số, một kỳ gốc trước thời hạn, và một mức để so; chỉ "
        "tiêu bằng lời, mốc công việc, chỉ tiêu từng kỳ hay cộng dồn thì không có.",
        "A change or a multiple needs a number, a base before its date and a level to compare; what "
        "is in words, done or not, of every period or summed has none.",
    ),
    fix=Text(
        "Bỏ “relative”, hoặc sửa kỳ gốc; tốc độ tăng mỗi năm thì dùng “measures: rate”.",
        "Take off “relative”, or correct the base; yearly growth takes “measures: rate”.",
    ),
    wrong="2025: {at_least: 5, relative: {as: increase_percent, to: 2030}}",
    right="2025: {at_least: 5, relative: {as: increase_percent, to: 2020}}",
)
SCOPE = Rule(
    code="P194",
    severity="error",
    title=Text("Hạng trong hai phạm vi mà chung số liệu", "Ranks of two scopes by one figure"),
    reason=Text(
        "Hạng trong cả nước và hạng trong vùng là hai con số; mỗi chỉ tiêu phải xét bằng số của phạm "
        "vi mình. “scope” chỉ có nghĩa với xếp hạng.",
        "A rank in the country and one in the region are two figures; each target must be judged by "
        "its own. “scope” means something for ranks only.",
    ),
    fix=Text(
        "Khai báo một phân tổ cho phạm vi và chọn bằng “of”: breakdowns: [pham-vi], of: {pham-vi: vung}.",
        "Declare a breakdown for the scope and choose it with “of”: breakdowns: [pham-vi], of: "
        "{pham-vi: vung}.",
    ),
    wrong="2025@nuoc: {at_most: 50, scope: cả nước}, 2025@vung: {at_most: 3, scope: vùng}",
    right="2025@nuoc: {at_most: 50, scope: cả nước}, 2025@vung: {at_most: 3, scope: vùng, of: "
    "{pham-vi: vung}}",
)
SAME = Rule(
    code="P195",
    severity="warning",
    title=Text("Hai chỉ tiêu cùng thời hạn không phân biệt được", "Two targets that nothing parts"),
    reason=Text(
        "Cùng thời hạn, cùng phạm vi, cùng văn bản mà hai con số thì không biết con số nào đúng; nhãn "
        "sau @ chỉ là địa chỉ.",
        "Of two numbers for one date, one population and one document nobody knows which counts; the "
        "label after @ is an address only.",
    ),
    fix=Text(
        "Ghi điều phân biệt (of, population, unit, authority, since); một khoảng thì dùng “between”.",
        "Say what parts them (of, population, unit, authority, since); a range takes “between”.",
    ),
    wrong="2025: {at_least: 80}, 2025@b: {at_least: 85}",
    right="2025: {at_least: 80}, 2025@b: {at_least: 85, authority: nghi-quyet-tinh}",
)
OWN = Rule(
    code="P196",
    severity="warning",
    title=Text("“authority” là chính kế hoạch", "“authority” is the plan itself"),
    reason=Text(
        "“authority” nói rằng con số do văn bản khác đặt; số của chính kế hoạch thì bỏ trống, và chỉ "
        "số ấy lên đầu trang.",
        "“authority” says that another document set the number; the plan's own has none, and it alone "
        "is the headline.",
    ),
    fix=Text("Bỏ “authority”.", "Take off “authority”."),
    wrong="document: ke-hoach-vung … 2025: {at_least: 80, authority: ke-hoach-vung}",
    right="document: ke-hoach-vung … 2025: {at_least: 80}",
)
RULES = (WINDOW, PART, CHANGE, SCOPE, SAME, OWN)
_RANKED = ("rank", "index")
Targets = Iterator[tuple[PlanView, tuple[Step, ...], Indicator, str, Target]]


def _targets(view: View) -> Targets:
    for plan in view.plans:
        for path, indicator in plan.indicators():
            for key, target in indicator.targets.items():
                yield plan, (*path, "targets", key), indicator, key, target


def windows(view: View) -> Iterator[Finding]:
    """Windows of what is no flow, without a date, or that no whole months fill."""
    for plan, path, indicator, key, target in _targets(view):
        if target.since is None:
            continue
        due = target_period(key)
        read, expected = target.since.text, None
        if indicator.measures != "flow" or target.each is not None:
            read = f"since ({indicator.measures})"
            expected = Text("measures: flow, không có “each”", "measures: flow, without “each”")
        elif due is None or not filling(target.since.start, due.end):
            expected = Text("một kỳ trọn tháng, trước thời hạn", "whole months, before the date")
        if expected is not None:
            yield WINDOW.finding(plan.at(*path, "since"), read=read, expected=expected)


def parts(view: View) -> Iterator[Finding]:
    """Targets of a breakdown that the indicator does not declare."""
    for plan, path, indicator, _, target in _targets(view):
        for name in target.of:
            if name not in indicator.breakdowns:
                guess = near(name, indicator.breakdowns)
                known = ", ".join(indicator.breakdowns)
                yield PART.finding(
                    plan.key(*path, "of", name),
                    read=name,
                    expected=Text(
                        f"một trong: {known}" if known else "có ở “breakdowns”",
                        f"one of: {known}" if known else "declared under “breakdowns”",
                    ),
                    fix=did_you_mean(guess) if guess else None,
                    suggestion=guess,
                )


def changes(view: View) -> Iterator[Finding]:
    """Changes over a base that come to no level."""
    for plan, path, indicator, key, target in _targets(view):
        relative = target.relative
        if relative is None:
            continue
        due = target_period(key)
        if target.value is None or indicator.measures in ("milestone", "assessment"):
            expected = Text("một con số", "a number")
        elif target.each is not None or target.since is not None:
            expected = Text("không có “each”, “since”", "no “each”, no “since”")
        elif due is not None and relative.base.end >= due.end:
            expected = Text("kỳ gốc trước {due}", "a base before {due}").fill(due=due)
        else:
            continue
        read = f"{relative.relation} {relative.base}"
        yield CHANGE.finding(plan.key(*path, "relative"), read=read, expected=expected)


def scopes(view: View) -> Iterator[Finding]:
    """Scopes of what is not ranked, and two of them by the same figures."""
    for plan in view.plans:
        for path, indicator in plan.indicators():
            seen: dict[object, str] = {}
            for key, target in indicator.targets.items():
                if target.scope is not None:
                    scope = target.scope.vi
                    first = seen.setdefault(tuple(sorted(target.of.items())), scope)
                    where = plan.at(*path, "targets", key, "scope")
                    if indicator.measures not in _RANKED:
                        yield SCOPE.finding(where, read=scope, expected=_RANK, fix=_NO_SCOPE)
                    elif first != scope:
                        yield SCOPE.finding(where, read=scope, expected=_OTHER.fill(first=first))


_RANK = Text("không có, vì không phải xếp hạng", "none, for this is no rank")
_NO_SCOPE = Text(
    "Bỏ “scope”; phạm vi được đếm thì ghi ở “population”.",
    "Take off “scope”; of whom something is counted stands under “population”.",
)
_OTHER = Text("“of” khác với của “{first}”", "another “of” than that of “{first}”")


def same(view: View) -> Iterator[Finding]:
    """Targets of one date of the same figures and by the same document."""
    for plan in view.plans:
        for path, indicator in plan.indicators():
            first: dict[object, str] = {}
            for key, target in indicator.targets.items():
                due = target_period(key)
                marks = (due, tuple(sorted(target.of.items())), *_marks(target))
                other = first.setdefault(marks, key)
                if other != key:
                    yield SAME.finding(
                        plan.key(*path, "targets", key),
                        read=key,
                        expected=Text("khác với {key}", "something other than {key}").fill(
                            key=other
                        ),
                    )


def _marks(target: Target) -> tuple[object, ...]:
    """What parts a target from another of the same date and figures."""
    relative = target.relative and (target.relative.relation, target.relative.base)
    kind = target.comparison if target.value is None else "number"
    return (
        target.population, target.unit, target.scope, target.authority, target.since, relative,
        target.each, kind,
    )  # fmt: skip


def own(view: View) -> Iterator[Finding]:
    """Targets that name their own plan as another authority."""
    for plan, path, _, _, target in _targets(view):
        if target.authority is not None and target.authority == plan.plan.document:
            yield OWN.finding(
                plan.at(*path, "authority"),
                read=target.authority,
                expected=Text("một văn bản khác", "another document"),
            )


CHECKS = (windows, parts, changes, scopes, same, own)
