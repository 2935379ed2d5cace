"""The declarations of the rules about number cells; `value_numbers` holds their logic."""

from __future__ import annotations

from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

TWO_READINGS = Rule(
    code="V01",
    severity="error",
    title=Text("Số có hai cách đọc", "A number with two readings"),
    reason=Text(
        "22.000 là hai mươi hai nghìn với người Việt, là hai mươi hai với máy; đoán sai là sai "
        "một nghìn lần.",
        "22.000 is twenty-two thousand to a Vietnamese reader and twenty-two to a machine: a wrong "
        "guess is wrong a thousandfold.",
    ),
    fix=Text(
        "Viết số liền, không có dấu phân cách hàng nghìn.",
        "Write the number without separators of thousands.",
    ),
    wrong="22.000",
    right="22000",
)
DECIMAL_COMMA = Rule(
    code="V02",
    severity="error",
    title=Text("Số lẻ viết bằng dấu phẩy", "A decimal comma"),
    reason=Text(
        "Dấu phẩy trong tệp CSV là dấu ngăn cách ô; số lẻ phải viết bằng dấu chấm.",
        "In a CSV file the comma separates cells; decimals take a point.",
    ),
    fix=Text("Thay dấu phẩy bằng dấu chấm.", "Replace the comma by a point."),
    wrong="45,5",
    right="45.5",
)
SPACED_THOUSANDS = Rule(
    code="V03",
    severity="error",
    title=Text("Số có dấu cách hàng nghìn", "Spaces between thousands"),
    reason=Text(
        "Máy không đọc được số có dấu cách ở giữa; có loại dấu cách mắt không phân biệt được.",
        "A machine does not read a number with spaces inside, some of which the eye cannot tell.",
    ),
    fix=Text("Xóa dấu cách trong số.", "Delete the spaces inside the number."),
    wrong="1 234",
    right="1234",
)
PERCENT_SIGN = Rule(
    code="V04",
    severity="error",
    title=Text("Có dấu % trong ô số", "A percent sign in a number cell"),
    reason=Text(
        "Đơn vị tính đã ghi ở chỉ tiêu; ô số liệu chỉ ghi số.",
        "The unit stands with the indicator; the cell holds the number alone.",
    ),
    fix=Text(
        "Xóa dấu %; với tỷ lệ, ghi tử số và mẫu số rồi để trống ô giá trị.",
        "Delete the sign; for a share enter numerator and denominator and leave the value blank.",
    ),
    wrong="65.5%",
    right="65.5",
)
UNIT_IN_NUMBER = Rule(
    code="V05",
    severity="error",
    title=Text("Có đơn vị tính trong ô số", "A unit in a number cell"),
    reason=Text(
        "Đơn vị tính đã ghi ở chỉ tiêu; ô số liệu chỉ ghi số.",
        "The unit stands with the indicator; the cell holds the number alone.",
    ),
    fix=Text("Xóa phần chữ, chỉ để lại số.", "Delete the words and leave the number."),
    wrong="12 người",
    right="12",
)
TEXT_IN_NUMBER = Rule(
    code="V06",
    severity="error",
    title=Text("Chữ trong ô số", "Text in a number cell"),
    reason=Text(
        "Ô số liệu chỉ nhận số. Chưa có số thì để trống: thiếu không phải là bằng không.",
        "The cell takes a number only. Where there is none it stays blank: missing is not zero.",
    ),
    fix=Text(
        "Ghi số; nếu chưa có số thì để trống ô và nêu lý do ở cột note.",
        "Enter the number, or leave the cell blank and give the reason under note.",
    ),
    wrong="chưa có",
    right="(để trống, lý do ở cột note)",
)
LOOK_ALIKE_DIGIT = Rule(
    code="V09",
    severity="error",
    title=Text("Chữ cái thay cho chữ số", "A letter for a digit"),
    reason=Text(
        "Chữ O và số 0, chữ l và số 1 nhìn giống nhau nhưng máy đọc khác.",
        "The letter O and 0, the letter l and 1 look alike, but not to a machine.",
    ),
    fix=Text("Gõ lại bằng chữ số.", "Type it again in digits."),
    wrong="22O00",
    right="22000",
)
NOT_PLAIN = Rule(
    code="V10",
    severity="error",
    title=Text("Số viết không đúng cách", "A number not written plainly"),
    reason=Text(
        "Số phải viết theo một cách duy nhất, không có số 0 ở đầu, không viết dạng 1E+05.",
        "A number is written in one way only: no leading zeros, no 1E+05.",
    ),
    fix=Text("Viết lại bằng chữ số thường.", "Write it out in plain digits."),
    wrong="1E+05",
    right="100000",
)
RULES = (
    TWO_READINGS,
    DECIMAL_COMMA,
    SPACED_THOUSANDS,
    PERCENT_SIGN,
    UNIT_IN_NUMBER,
    TEXT_IN_NUMBER,
    LOOK_ALIKE_DIGIT,
    NOT_PLAIN,
)
