"""Duties: whether anybody can tell who owes what to whom, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.view import PlanView, View
from site_builder.model.base import Unknown
from site_builder.model.duty import OPEN_LIST, ROLE_WORDS, Duty
from site_builder.terms.finding import Finding
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

TOO_EARLY = Rule(
    code="P171",
    severity="error",
    title=Text("Hạn trước ngày ban hành", "Due before the plan was issued"),
    reason=Text(
        "Nhiệm vụ hết hạn trước khi được giao sẽ hiện là quá hạn ngay từ đầu.",
        "A duty due before it was given would show as overdue from the start.",
    ),
    fix=Text("Đối chiếu hạn với văn bản.", "Compare the deadline with the document."),
    wrong="issued: 2022-01-10 … due: 2021-03",
    right="issued: 2022-01-10 … due: 2022-03",
)
REPORT = Rule(
    code="P172",
    severity="warning",
    title=Text("Báo cáo thiếu nơi nhận hoặc thời hạn", "Report without receiver or time"),
    reason=Text(
        "Trang tình hình báo cáo cần biết gửi ai, khi nào; thiếu thì không theo dõi được.",
        "The page of reports owed needs to know to whom and when; else nothing can be followed.",
    ),
    fix=Text(
        "Thêm “receives” và “when” nếu văn bản ghi; nếu không ghi thì nêu ở “note”.",
        "Add “receives” and “when” if the document has them; if not, say so in “note”.",
    ),
    wrong="report: true … assigned: [cac-cong-doan]",
    right="report: true … receives: [ldld-tinh] … when: {every: [quarter]}",
)
TWICE = Rule(
    code="P173",
    severity="warning",
    title=Text("Một cơ quan ghi hai lần trong một nhiệm vụ", "Body twice in one duty"),
    reason=Text(
        "Vừa chủ trì vừa phối hợp, hoặc ghi hai lần một vai trò, thì trang trách nhiệm đếm thừa.",
        "Leading and supporting the same duty, or twice in one role, counts it double.",
    ),
    fix=Text("Giữ một chỗ.", "Keep one of them."),
    wrong="lead: [ldld] … with: [ldld]",
    right="lead: [ldld] … with: [ban-dan-van]",
)
NOBODY = Rule(
    code="P174",
    severity="warning",
    title=Text("Nhiệm vụ không giao cho ai", "Duty given to nobody"),
    reason=Text(
        "Nhiệm vụ không có cơ quan nào thì không hiện ở trang trách nhiệm nào.",
        "A duty without any body stands on no responsibility page.",
    ),
    fix=Text(
        "Thêm cơ quan; nếu văn bản không nêu thì nói rõ ở “note”.",
        "Add the body; if the document names none, say so in “note”.",
    ),
    wrong="{id: tuyen-truyen, clause: III.1, task: Tuyên truyền}",
    right="{id: tuyen-truyen, clause: III.1, task: Tuyên truyền, assigned: [ldld-tinh]}",
)
OPEN_MARK = Rule(
    code="P175",
    severity="error",
    title=Text("Dấu “…” không ở cuối danh sách", "“…” not at the end of its list"),
    reason=Text(
        "“…” nói rằng văn bản để danh sách mở; nó đứng một mình ở cuối.",
        "“…” says that the document leaves the list open; it stands once, at the end.",
    ),
    fix=Text("Chuyển “…” xuống cuối danh sách.", "Move “…” to the end of the list."),
    wrong="with: [ldld, …, ban-dan-van]",
    right="with: [ldld, ban-dan-van, …]",
)
RULES = (TOO_EARLY, REPORT, TWICE, NOBODY, OPEN_MARK)


def _duties(view: View) -> Iterator[tuple[PlanView, int, Duty]]:
    for plan in view.plans:
        for i, duty in enumerate(plan.plan.duties):
            yield plan, i, duty


def too_early(view: View) -> Iterator[Finding]:
    """Deadlines that end before the plan was issued."""
    for plan, i, duty in _duties(view):
        issued = plan.plan.issued
        first = issued.not_before if isinstance(issued, Unknown) else issued
        due = duty.when.due if duty.when else None
        if first is not None and due is not None and due.end < first.start:
            expected = Text("từ {day} trở đi", "{day} or later").fill(day=first)
            yield TOO_EARLY.finding(
                plan.at("duties", i, "when", "due"), read=str(due), expected=expected
            )


def reports(view: View) -> Iterator[Finding]:
    """Reports owed to nobody or at no time, and without a word on it."""
    for plan, i, duty in _duties(view):
        if not duty.report or duty.note is not None:
            continue
        missing = [key for key in ("receives", "when") if not getattr(duty, key)]
        if missing:
            expected = Text("có {keys}", "{keys}").fill(keys=same(", ".join(missing)))
            yield REPORT.finding(plan.at("duties", i, "report"), read=duty.id, expected=expected)


def twice(view: View) -> Iterator[Finding]:
    """Bodies that lead and support the same duty, or stand in one role twice."""
    for plan, i, duty in _duties(view):
        seen: dict[tuple[str, str], int] = {}
        for role in ROLE_WORDS:
            # To support what one leads is the same role twice; other pairs are not.
            group = "lead" if role == "with" else role
            for j, member in enumerate(duty.members(role)):
                if member != OPEN_LIST and (group, member) in seen:
                    expected = Text("mỗi cơ quan một lần", "each body once")
                    where = plan.at("duties", i, role, j)
                    yield TWICE.finding(where, read=member, expected=expected)
                seen.setdefault((group, member), j)


def nobody(view: View) -> Iterator[Finding]:
    """Duties that name no body, and say nothing of it."""
    for plan, i, duty in _duties(view):
        open_list = any(duty.is_open(role) for role in ROLE_WORDS)
        if not any(duty.assignments()) and not open_list and duty.note is None:
            expected = Text("ít nhất một cơ quan", "at least one body")
            yield NOBODY.finding(plan.at("duties", i, "id"), read=duty.id, expected=expected)


def open_marks(view: View) -> Iterator[Finding]:
    """Marks of an open list anywhere but at its end."""
    for plan, i, duty in _duties(view):
        for role in ROLE_WORDS:
            for j, member in enumerate(duty.members(role)[:-1]):
                if member == OPEN_LIST:
                    expected = Text("“…” ở cuối", "“…” at the end")
                    where = plan.at("duties", i, role, j)
                    yield OPEN_MARK.finding(where, read=member, expected=expected)


CHECKS = (too_early, reports, twice, nobody, open_marks)
