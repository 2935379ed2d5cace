"""The declarations of the rules about duties, reports and assessments."""

from __future__ import annotations

from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

NOT_ASSIGNED = Rule(
    code="V35",
    severity="error",
    title=Text("Cơ quan không được giao nhiệm vụ này", "A body without this duty"),
    reason=Text(
        "Kế hoạch không giao nhiệm vụ cho cơ quan này; có thể đã ghi nhầm mã.",
        "The plan does not give the duty to this body; perhaps an id is wrong.",
    ),
    fix=Text(
        "Sửa mã cơ quan hoặc mã nhiệm vụ theo kế hoạch.",
        "Correct the body or the duty as in the plan.",
    ),
    wrong="huong-dan,cd-c",
    right="huong-dan,ldld-vung",
)
DONE_WITHOUT_DAY = Rule(
    code="V36",
    severity="error",
    title=Text("Đã hoàn thành mà thiếu ngày", "Done, but no day"),
    reason=Text(
        "Không có ngày hoàn thành thì không biết đúng hạn hay quá hạn.",
        "Without the day nobody can tell whether it was done in time.",
    ),
    fix=Text("Ghi ngày hoàn thành ở cột done_on.", "Enter the day under done_on."),
    wrong="done,,",
    right="done,2022-03-25",
)
DAY_BUT_NOT_DONE = Rule(
    code="V37",
    severity="error",
    title=Text("Có ngày hoàn thành mà chưa hoàn thành", "A day of completion, but not done"),
    reason=Text(
        "Hai ô mâu thuẫn nhau nên không biết nhiệm vụ xong hay chưa.",
        "The two cells contradict each other.",
    ),
    fix=Text(
        "Ghi done ở cột progress, hoặc xóa ngày hoàn thành.",
        "Write done under progress, or delete the day.",
    ),
    wrong="in_progress,2022-03-25",
    right="done,2022-03-25",
)
DONE_AFTER_REPORT = Rule(
    code="V38",
    severity="error",
    title=Text("Ngày hoàn thành sau ngày báo cáo", "Done after it was reported"),
    reason=Text(
        "Báo cáo không thể ghi nhận việc chưa xảy ra.",
        "A report cannot state what has not happened yet.",
    ),
    fix=Text("Đối chiếu hai ngày với báo cáo gốc.", "Compare the two days with the report."),
    wrong="done_on 2022-05-01, reported_on 2022-04-05",
    right="done_on 2022-03-25, reported_on 2022-04-05",
)
NOT_A_REPORT = Rule(
    code="V39",
    severity="error",
    title=Text("Nhiệm vụ này không phải gửi báo cáo", "This duty is not to report"),
    reason=Text(
        "Bảng báo cáo đã nhận chỉ theo dõi các nhiệm vụ gửi báo cáo.",
        "The table of received reports follows duties to report only.",
    ),
    fix=Text(
        "Sửa mã nhiệm vụ, hoặc nhập dòng này vào thư mục duties.",
        "Correct the duty, or enter the row in the folder duties.",
    ),
    wrong="huong-dan,cd-a,2022-Q1",
    right="bao-cao,cd-a,2022-Q1",
)
NOT_IN_WORDS = Rule(
    code="V40",
    severity="error",
    title=Text("Đánh giá bằng lời cho mốc có số", "An assessment of a target with a number"),
    reason=Text(
        "Mốc có số thì do số liệu quyết định; chỉ mốc bằng lời (hầu hết, phần lớn) cần người đánh giá.",
        "A target with a number is judged by figures; only one in words needs a person.",
    ),
    fix=Text(
        "Sửa mã chỉ tiêu hoặc mốc; số liệu thì nhập vào thư mục progress.",
        "Correct the indicator or the target; figures belong in the folder progress.",
    ),
    wrong="tong-doan-vien,…,2025,met",
    right="phan-lon-tham-gia,…,2025,met",
)
TWICE = Rule(
    code="S11",
    severity="error",
    title=Text("Dòng nhập hai lần", "A row entered twice"),
    reason=Text(
        "Hai dòng cùng nói về một việc, một cơ quan, một kỳ (và một ngày) thì không biết lấy dòng nào.",
        "With two rows on one matter, body and period (and day) nothing tells which one counts.",
    ),
    fix=Text("Xóa dòng thừa.", "Delete one of the two."),
    wrong="bao-cao,cd-a,2022-Q1 / bao-cao,cd-a,2022-Q1",
    right="bao-cao,cd-a,2022-Q1",
)
RULES = (
    NOT_ASSIGNED,
    DONE_WITHOUT_DAY,
    DAY_BUT_NOT_DONE,
    DONE_AFTER_REPORT,
    NOT_A_REPORT,
    NOT_IN_WORDS,
    TWICE,
)
