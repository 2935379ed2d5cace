"""The declarations of the rules about the lives of bodies."""

from __future__ import annotations

from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

REVERSED = Rule(
    code="P211",
    severity="error",
    title=Text("Cơ quan kết thúc trước khi bắt đầu", "Body ended before it began"),
    reason=Text(
        "“until” là ngày cuối cùng hoạt động, không thể trước “from”; một trong hai ngày bị sai.",
        "“until” is the last day of work and cannot be before “from”: one of the two is wrong.",
    ),
    fix=Text("Đối chiếu hai ngày với văn bản.", "Compare both days with the documents."),
    wrong="from: 2025-07-01 … until: 2025-06-30",
    right="from: 1998 … until: 2025-06-30",
)
UNSAID = Rule(
    code="P212",
    severity="error",
    title=Text("Kết thúc mà không nêu căn cứ", "An end that nobody vouches for"),
    reason=Text(
        "Nói một cơ quan đã kết thúc là nói nó không còn nợ việc gì; phải nêu văn bản, hoặc nguồn và "
        "điều chưa xác định.",
        "Whoever says that a body has ended says that it owes nothing any more; that needs a "
        "document, or the source and what is not established.",
    ),
    fix=Text(
        "Thêm “ended_by” (văn bản) hoặc “ended_note” (nguồn).",
        "Add “ended_by” (the document) or “ended_note” (the source).",
    ),
    wrong="until: 2025-06-30",
    right="until: 2025-06-30 … ended_by: {document: 203-2025-qh15}",
)
NOT_ENDED = Rule(
    code="P213",
    severity="error",
    title=Text("Có cơ quan kế thừa mà chưa kết thúc", "Succeeded without having ended"),
    reason=Text(
        "Chỉ cơ quan đã kết thúc mới có văn bản chấm dứt và cơ quan kế thừa; thiếu “until” thì trang "
        "của nó vẫn nói nó đang hoạt động.",
        "Only a body that ended has a document that ended it, and successors; without “until” its "
        "page goes on saying that it works.",
    ),
    fix=Text(
        "Thêm “until” (ngày cuối cùng, hoặc {unknown: …} khi chưa biết ngày), hoặc bỏ khóa này.",
        "Add “until” (the last day, or {unknown: …} where it is not known), or drop this key.",
    ),
    wrong="successors: [{agency: cd-moi}]",
    right="until: 2025-06-30 … successors: [{agency: cd-moi}]",
)
CANNOT_SUCCEED = Rule(
    code="P214",
    severity="error",
    title=Text("Cơ quan không thể kế thừa", "A body that cannot succeed"),
    reason=Text(
        "Không cơ quan nào kế thừa chính mình, trực tiếp hay vòng qua cơ quan khác, hoặc kế thừa khi "
        "đã kết thúc trước đó.",
        "No body succeeds itself, directly or by way of others, or takes over after its own end.",
    ),
    fix=Text(
        "Sửa “successors”, hoặc ngày kết thúc của một trong hai cơ quan; đổi tên thì dùng “renamed”.",
        "Correct “successors”, or the end of one of the two; a change of name goes into “renamed”.",
    ),
    wrong="cd-a: {until: 2024-06-30, successors: [{agency: cd-a}]}",
    right="cd-a: {until: 2024-06-30, successors: [{agency: cd-moi}]}",
)
UNDATED = Rule(
    code="P215",
    severity="error",
    title=Text("Văn bản làm căn cứ không có ngày", "An act without a date"),
    reason=Text(
        "Trang xem theo ngày chỉ nói điều đã biết ngày ấy, nên văn bản thành lập, chấm dứt, đổi tên "
        "hoặc kế thừa phải có ngày, ít nhất là ngày muộn nhất có thể.",
        "What is shown as of a day is what was known on it, so a document that founds, ends, renames "
        "or succeeds a body needs a date, or at least the latest possible one.",
    ),
    fix=Text(
        "Ghi “issued” của văn bản trong documents.yml; chưa biết thì {unknown: …, not_after: …}.",
        "Give the document's “issued” in documents.yml; unknown: {unknown: …, not_after: …}.",
    ),
    wrong="nghi-quyet-88: {kind: Nghị quyết, number: 88/NQ-HĐND}",
    right="nghi-quyet-88: {kind: Nghị quyết, number: 88/NQ-HĐND, issued: 2023-11-10}",
)
NAMES = Rule(
    code="P216",
    severity="error",
    title=Text("Tên cũ không theo thứ tự thời gian", "Former names out of order"),
    reason=Text(
        "Mỗi thời điểm một cơ quan có một tên: tên cũ xếp từ cũ đến mới và hết trước khi cơ quan kết "
        "thúc.",
        "At any time a body has one name: former ones run from the oldest on and end before it does.",
    ),
    fix=Text(
        "Xếp lại “renamed”, hoặc sửa ngày cuối cùng mang tên.",
        "Put “renamed” in order, or correct the last day of the name.",
    ),
    wrong="renamed: [{name: Ban B, until: 2022}, {name: Ban A, until: 2015}]",
    right="renamed: [{name: Ban A, until: 2015}, {name: Ban B, until: 2022}]",
)
WHOLE_TWICE = Rule(
    code="P217",
    severity="warning",
    title=Text("Kế thừa toàn bộ mà không chỉ một cơ quan", "Taken over whole, by more than one"),
    reason=Text(
        "Một cơ quan kế thừa toàn bộ thì không còn gì cho cơ quan khác.",
        "Where one body took over the whole, nothing is left for another.",
    ),
    fix=Text(
        "Ghi share: part, hoặc share: unknown khi chưa xác định.",
        "Write share: part, or share: unknown where it is not established.",
    ),
    wrong="[{agency: cd-x, share: whole}, {agency: cd-y, share: part}]",
    right="[{agency: cd-x, share: part}, {agency: cd-y, share: part}]",
)
ASSIGNED_LATER = Rule(
    code="P218",
    severity="warning",
    title=Text("Giao việc cho cơ quan đã kết thúc", "Given to a body that had ended"),
    reason=Text(
        "Cơ quan đã kết thúc trước khi kế hoạch được ban hành nên không thể nhận việc; mã cơ quan hoặc "
        "một trong hai ngày có thể bị sai.",
        "The body had ended before the plan was issued and could take nothing on; its id or one of the "
        "two days may be wrong.",
    ),
    fix=Text(
        "Đối chiếu với bản gốc; nếu văn bản ghi đúng như vậy thì nêu trong “remarks”.",
        "Compare with the original; if the document does say so, tell it under “remarks”.",
    ),
    wrong="issued: 2026-01-10 … lead: [ldld-huyen] (until: 2025-06-30)",
    right="issued: 2022-01-10 … lead: [ldld-huyen] (until: 2025-06-30)",
)
UNBOUNDED = Rule(
    code="P219",
    severity="warning",
    title=Text("Nghi đã kết thúc mà không nói từ bao giờ", "Doubted without saying since when"),
    reason=Text(
        "Không có mốc thì mọi ngày đều có thể là sau khi kết thúc: không nói được cơ quan còn nợ gì, "
        "kể cả việc đến hạn từ rất lâu.",
        "Without a bound every day can be one after the end: nothing can be said to be owed, not even "
        "what was due long ago.",
    ),
    fix=Text(
        "Thêm “not_before”: ngày cuối cùng mà nguồn cho thấy cơ quan còn hoạt động.",
        "Add “not_before”: the last day on which a source shows the body at work.",
    ),
    wrong="until: {unknown: chưa thấy văn bản}",
    right="until: {unknown: chưa thấy văn bản, not_before: 2025-02-07}",
)
LATE_HEIR = Rule(
    code="P220",
    severity="warning",
    title=Text("Kế thừa toàn bộ mà lâu sau mới bắt đầu", "Taken over whole, long after the end"),
    reason=Text(
        "Cơ quan kế thừa toàn bộ bắt đầu khi cơ quan cũ kết thúc; cách nhau hơn một năm thì một trong "
        "hai ngày, hoặc “share”, có thể bị sai.",
        "Who takes over the whole begins when the other ends; more than a year apart, one of the days "
        "or “share” may be wrong.",
    ),
    fix=Text(
        "Đối chiếu hai ngày với văn bản; chưa xác định thì ghi share: unknown.",
        "Compare both days with the documents; where it is not established, write share: unknown.",
    ),
    wrong="until: 2024-06-30, successors: [{agency: cd-moi, share: whole}] … cd-moi: {from: 2027}",
    right="until: 2024-06-30, successors: [{agency: cd-moi, share: whole}] … cd-moi: {from: 2024-07-01}",
)
FIGURE_LATER = Rule(
    code="V51",
    severity="error",
    title=Text("Số liệu của cơ quan đã kết thúc", "A figure of a body that had ended"),
    reason=Text(
        "Kỳ bắt đầu sau ngày cuối cùng hoạt động của cơ quan: số ấy là của một cơ quan khác, một phạm "
        "vi khác, không đặt tiếp vào chuỗi cũ được.",
        "The period begins after the body's last day: the figure is another body's, of another area, "
        "and does not continue the old series.",
    ),
    fix=Text(
        "Ghi số liệu cho đúng cơ quan và kỳ; chỉ tiêu chuyển sang cơ quan khác phải có văn bản điều "
        "chỉnh kế hoạch.",
        "Enter the figure for its own body and period; that a target passes on takes an amendment.",
    ),
    wrong="ldld-huyen (until: 2025-06-30), 2025-Q4",
    right="ldld-huyen (until: 2025-06-30), 2025-Q2",
)
REPORT_LATER = Rule(
    code="V52",
    severity="warning",
    title=Text("Báo cáo của cơ quan đã kết thúc", "A report of a body that had ended"),
    reason=Text(
        "Kỳ báo cáo bắt đầu sau ngày cuối cùng hoạt động của cơ quan; có thể cơ quan khác đã báo cáo "
        "thay, hoặc mã bị sai.",
        "The period begins after the body's last day; perhaps another body reported in its place, or "
        "the id is wrong.",
    ),
    fix=Text(
        "Kiểm tra mã cơ quan và kỳ; ai báo cáo thay thì ghi ở cột note.",
        "Check body and period; who reported in its place belongs under note.",
    ),
    wrong="bao-cao,cd-a (until: 2024-06-30),2024-Q4",
    right="bao-cao,cd-a (until: 2024-06-30),2024-Q2",
)
RULES = (
    REVERSED,
    UNSAID,
    NOT_ENDED,
    CANNOT_SUCCEED,
    UNDATED,
    NAMES,
    WHOLE_TWICE,
    ASSIGNED_LATER,
    UNBOUNDED,
    LATE_HEIR,
    FIGURE_LATER,
    REPORT_LATER,
)
