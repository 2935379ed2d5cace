"""The words that charts themselves put into the picture."""

from __future__ import annotations

from site_builder.model.rows import State
from site_builder.terms.text import Text

ILLUSTRATIVE = Text("Số liệu minh họa", "Illustrative data")
ILLUSTRATIVE_SHORT = Text("minh họa", "illustrative")
NO_DATA = Text("Chưa có số liệu", "No data yet")
NOTHING = Text("Không có nội dung nào để đếm", "Nothing to count")
BLANK = Text("để trống", "left blank")
AS_OF = Text("tính đến {day}", "as of {day}")
TARGET = Text("Chỉ tiêu", "Target")
TARGET_AT = Text("Chỉ tiêu đến {day}: {label}", "Target by {day}: {label}")
OTHER_TARGET = Text("Chỉ tiêu trên phạm vi khác", "Target of another population")
FORMER_TARGET = Text("Chỉ tiêu trước khi sửa", "Target before its change")
FORMER_AT = Text(
    "Chỉ tiêu đến {day}, trước ngày {until}: {label}", "Target by {day}, before {until}: {label}"
)
ENDED_TARGET = Text("Chỉ tiêu hết hiệu lực", "Target no longer in force")
ENDED_NOTE = Text("hết hiệu lực", "no longer in force")
BREAK = Text("Chuỗi số liệu bị ngắt", "Break of the series")
NEW_START = Text("Mốc gốc của chuỗi mới: {value}", "Where the new series starts: {value}")
FROM_DAY = Text("Từ {day}: ", "From {day}: ")
FROM_DAY_BY = Text("Từ {day}, theo {cause}: ", "From {day}, by {cause}: ")
CHANGED = Text("chỉ tiêu {due} từ {old} thành {new}", "target {due} from {old} to {new}")
ENDED = Text("chỉ tiêu {due} ({label}) hết hiệu lực", "target {due} ({label}) no longer in force")
ALSO = Text("; ", "; ")
BROKEN = Text(
    "Từ {day} chuỗi số liệu bị ngắt: {reason}", "From {day} the series is broken: {reason}"
)
BROKEN_BY = Text(
    "Từ {day} chuỗi số liệu bị ngắt: {reason} ({cause})",
    "From {day} the series is broken: {reason} ({cause})",
)
OTHER_NOTE = Text("phạm vi khác", "other population")
EXPECTED = Text("Mức cần đạt theo thời gian", "Expected path")
YEAR_END = Text("Mỗi vạch năm là ngày 31/12.", "Each year's tick is 31 December.")
AXIS_FROM = Text("Trục đứng bắt đầu từ {value}.", "The vertical axis starts at {value}.")
SHARE = Text("Chỉ tiêu được giao", "Allocated share")
ACTUAL = Text("Đã thực hiện", "Achieved")
ACTUAL_OF_SHARE = Text("thực hiện / được giao", "achieved / allocated")
COUNT_OF_ALL = Text("{words}: {count} trên {total}", "{words}: {count} of {total}")
WITH_STATE = Text("{label} ({state})", "{label} ({state})")
THOUSAND_MILLIONS = Text("tỷ", "billion")
MILLIONS = Text("triệu", "million")

STATE_FIGURES: dict[State, Text] = {
    "official": Text("Số chính thức", "Official"),
    "provisional": Text("Số tạm tính", "Provisional"),
    "estimate": Text("Số ước", "Estimate"),
    "illustrative": Text("Số minh họa", "Illustrative"),
}

CARD_COUNT = Text("{total} chỉ tiêu, tính đến ngày {day}", "Targets: {total}, as of {day}")
CARD_NOTHING = Text(
    "Chưa có chỉ tiêu nào để đếm, tính đến ngày {day}", "No targets to count, as of {day}"
)
