"""The declarations of the rules about amounts; `value_amounts` holds their logic."""

from __future__ import annotations

from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

NO_VALUE = Rule(
    code="V21",
    severity="error",
    title=Text("Không có số và không có lý do", "No number and no reason"),
    reason=Text(
        "Ô trống có thể là chưa báo cáo, không áp dụng hoặc quên nhập; người đọc phải biết là gì.",
        "A blank may mean not reported, not applicable or forgotten; the reader must know which.",
    ),
    fix=Text(
        "Nhập số, hoặc ghi lý do để trống ở cột note; dòng không có gì để nói thì xóa.",
        "Enter the number or give the reason under note; delete a row that says nothing.",
    ),
    wrong="doan-vien,quan,2022,,,,official,Báo cáo,,",
    right="doan-vien,quan,2022,,,,official,Báo cáo,,Báo cáo không nêu số này",
)
INCOMPLETE_SHARE = Rule(
    code="V22",
    severity="error",
    title=Text("Tỷ lệ thiếu tử số hoặc mẫu số", "A share without numerator or denominator"),
    reason=Text(
        "Tỷ lệ do hệ thống tính từ tử số và mẫu số; 100 % của 2 đơn vị khác 100 % của 200 đơn vị.",
        "Shares are computed from both; 100% of 2 units is not 100% of 200.",
    ),
    fix=Text(
        "Nhập đủ tử số và mẫu số từ báo cáo, để trống ô giá trị.",
        "Enter numerator and denominator from the report and leave the value blank.",
    ),
    wrong="ty-le,quan,2022,52.5,,,…",
    right="ty-le,quan,2022,,21,40,…",
)
DISAGREES = Rule(
    code="V23",
    severity="error",
    title=Text(
        "Tỷ lệ ghi khác tử số chia mẫu số", "A share that is not its numerator ÷ denominator"
    ),
    reason=Text(
        "Một trong ba số đã ghi sai; hệ thống không tự chọn số nào đúng.",
        "One of the three numbers is wrong, and no machine can tell which.",
    ),
    fix=Text(
        "Đối chiếu ba số với báo cáo; tốt nhất để trống ô giá trị.",
        "Compare the three with the report; best leave the value blank.",
    ),
    wrong="ty-le,quan,2022,60,21,40,…",
    right="ty-le,quan,2022,,21,40,…",
)
NOT_A_SHARE = Rule(
    code="V24",
    severity="error",
    title=Text("Tử số, mẫu số ở chỉ tiêu không phải tỷ lệ", "Numerator or denominator of no share"),
    reason=Text(
        "Chỉ tiêu này đếm số lượng; số ghi ở cột tử số, mẫu số sẽ không được dùng đến.",
        "This indicator counts; numbers under numerator or denominator would not be used.",
    ),
    fix=Text(
        "Chuyển số sang cột value, hoặc sửa mã chỉ tiêu.",
        "Move the number to value, or correct the indicator's id.",
    ),
    wrong="doan-vien,quan,2022,,22000,,…",
    right="doan-vien,quan,2022,22000,,,…",
)
NOT_WHOLE = Rule(
    code="V25",
    severity="error",
    title=Text("Số đếm có phần lẻ", "A count with decimals"),
    reason=Text(
        "Không có nửa đoàn viên; số lẻ thường do gõ nhầm dấu chấm hoặc lấy nhầm số bình quân.",
        "There is no half member; decimals come from a slip of the point or from an average.",
    ),
    fix=Text("Ghi số nguyên như trong báo cáo.", "Enter the whole number of the report."),
    wrong="220.5",
    right="2205",
)
NEGATIVE = Rule(
    code="V26",
    severity="error",
    title=Text("Số âm", "A negative number"),
    reason=Text(
        "Số đếm và tỷ lệ không thể nhỏ hơn 0.", "Counts and shares cannot be less than zero."
    ),
    fix=Text("Bỏ dấu trừ nếu gõ nhầm; đối chiếu với báo cáo.", "Delete the sign if it is a slip."),
    wrong="-25",
    right="25",
)
ABOVE_100 = Rule(
    code="V27",
    severity="error",
    title=Text("Tỷ lệ trên 100 %", "A share above 100%"),
    reason=Text(
        "Phần không thể lớn hơn toàn bộ; có thể đã ghi số lượng vào ô tỷ lệ.",
        "A part cannot exceed the whole; perhaps a count stands where the share belongs.",
    ),
    fix=Text("Đối chiếu với báo cáo và ghi lại.", "Compare with the report and correct it."),
    wrong="655",
    right="65.5",
)
AS_FRACTION = Rule(
    code="V28",
    severity="error",
    title=Text("Phần trăm ghi dạng số thập phân", "A percentage typed as a fraction"),
    reason=Text(
        "0.45 ở chỉ tiêu tính bằng % nghĩa là 0,45 %, không phải 45 %.",
        "Under an indicator in percent 0.45 means 0.45%, not 45%.",
    ),
    fix=Text(
        "Ghi tử số và mẫu số rồi để trống ô giá trị.",
        "Enter numerator and denominator and leave the value blank.",
    ),
    wrong="ty-le,quan,2022,0.525,21,40,…",
    right="ty-le,quan,2022,,21,40,…",
)
NUMERATOR_ABOVE = Rule(
    code="V29",
    severity="error",
    title=Text("Tử số lớn hơn mẫu số", "A numerator above its denominator"),
    reason=Text(
        "Phần không thể lớn hơn toàn bộ; hai số có thể bị đảo chỗ.",
        "A part cannot exceed the whole; perhaps the two are swapped.",
    ),
    fix=Text(
        "Đối chiếu với báo cáo; đổi chỗ nếu bị đảo.", "Compare with the report; swap if swapped."
    ),
    wrong="numerator 40, denominator 21",
    right="numerator 21, denominator 40",
)
ZERO_DENOMINATOR = Rule(
    code="V30",
    severity="error",
    title=Text("Mẫu số bằng 0", "A denominator of zero"),
    reason=Text(
        "Không chia được cho 0; nếu không có đơn vị nào để tính thì tỷ lệ không xác định.",
        "Nothing can be divided by zero; with no unit to count the share is undefined.",
    ),
    fix=Text(
        "Ghi mẫu số đúng; nếu thật sự không có, để trống cả hai ô và nêu lý do ở cột note.",
        "Enter the denominator; if there is none, leave both blank and say why under note.",
    ),
    wrong="numerator 0, denominator 0",
    right="(để trống, lý do ở cột note)",
)
RULES = (
    NO_VALUE,
    INCOMPLETE_SHARE,
    DISAGREES,
    NOT_A_SHARE,
    NOT_WHOLE,
    NEGATIVE,
    ABOVE_100,
    AS_FRACTION,
    NUMERATOR_ABOVE,
    ZERO_DENOMINATOR,
)
