"""The sentences of the arithmetic that stands beside the status of a level."""

from __future__ import annotations

from site_builder.terms.text import Text

NO_DATA = Text(
    "Chưa có số liệu nào cho chỉ tiêu này.", "No figure has been reported for this indicator."
)
NO_FIGURE_AT_DATE = Text(
    "Không có số liệu của kỳ: chưa có con số nào cho 12 tháng tính đến hạn {due}.",
    "No figure for the period: none covers the twelve months up to the due date, {due}.",
)
NO_FIGURE_OF_PERIOD = Text(
    "Chưa có số liệu của kỳ: không có con số nào của {period}.",
    "No figure for the period: none lies within {period}.",
)
READ = Text(
    "Thực hiện đến {period}: {actual} {unit}{firm}.",
    "Actual as of {period}: {actual} {unit}{firm}.",
)
LATEST_BEFORE = Text(
    "Kết luận theo số liệu gần nhất trong 12 tháng trước hạn {due}: số liệu đến {end}.",
    "Judged on the latest figure of the twelve months before the due date, {due}: as of {end}.",
)
UNTIL_DUE = Text(
    "Chưa đến hạn {due}: chưa kết luận đạt hay không đạt.",
    "Not due until {due}: neither met nor missed yet.",
)
NO_DUE = Text(
    "Văn bản không ghi thời hạn: không có ngày để kết luận.",
    "The document prints no date: there is no day on which to conclude.",
)
SHARE = Text(
    "Bằng {share} % mức chỉ tiêu: {actual} ÷ {goal}.",
    "That is {share} % of the target: {actual} ÷ {goal}.",
)
GAP = Text("Còn cách chỉ tiêu {gap} {unit}.", "Gap to the target: {gap} {unit}.")
NO_SIGN = Text("", "")
PERCENT = Text("\N{NO-BREAK SPACE}%", "%")
POINTS = Text("điểm phần trăm", "percentage points")
NO_START = Text(
    "Không có giá trị gốc nên không tính nhịp độ.",
    "There is no baseline, so no pace is claimed.",
)
NO_EXTRAPOLATION = Text(
    "Xếp hạng, chỉ số và tốc độ không nội suy: chỉ nêu lần công bố gần nhất và khoảng cách.",
    "Ranks, indices and rates are not extrapolated: the latest edition and the gap are shown.",
)
AGAINST = Text(
    "Chỉ tiêu là mức giới hạn, ngược chiều với hướng tốt lên của chỉ số nên không tính nhịp độ.",
    "The target limits what counts as better, so no pace is claimed.",
)
PAST_EXACT = Text(
    "Đã vượt quá con số phải đúng bằng nên không tính nhịp độ.",
    "The number that had to be hit exactly has been passed, so no pace is claimed.",
)
NOT_AFTER_START = Text(
    "Số liệu không muộn hơn mốc gốc {start} nên chưa tính được nhịp độ.",
    "The figure is no later than the baseline, {start}, so no pace can be told yet.",
)
FLAT = Text(
    "Mức kỳ vọng không tốt hơn giá trị gốc {start}{sign} nên không tính được nhịp độ.",
    "What is expected is no better than the baseline, {start}{sign}, so there is no pace.",
)
WORSE = Text(
    "Kém hơn giá trị gốc: {actual}{sign} so với {start}{sign}.",
    "Worse than the baseline: {actual}{sign} against {start}{sign}.",
)
EXPECTED = Text(
    "Mức kỳ vọng tại ngày của số liệu, {day}: {expected}{sign} "
    "(nội suy theo ngày {left}{sign} → {right}{sign}, {from_day} – {to_day}).",
    "Expected on the figure's own date, {day}: {expected}{sign} "
    "(linear by days {left}{sign} → {right}{sign}, {from_day} – {to_day}).",
)
PACE = Text(
    "Nhịp độ: ({actual} − {start}) ÷ ({expected} − {start}) = {pace}; {band}.",
    "Pace: ({actual} − {start}) ÷ ({expected} − {start}) = {pace}; {band}.",
)
BAND_ON_TRACK = Text("≥ 0,95", "≥ 0.95")
BAND_BEHIND = Text("từ 0,60 đến dưới 0,95", "0.60 to below 0.95")
BAND_FAR = Text("< 0,60", "< 0.60")
START_ZERO = Text(
    "Lũy kế từ 0 tại {day}.",
    "Cumulative from 0 on {day}.",
)
START_ROW = Text(
    "Giá trị gốc: {start}{sign} ({period}){firm}.", "Baseline: {start}{sign} ({period}){firm}."
)
START_PRINTED = Text(
    "Giá trị gốc: {start}{sign} (đến {day}, in trong văn bản).",
    "Baseline: {start}{sign} (as of {day}, printed in the document).",
)
OTHER_SUBJECT = Text(
    "Chỉ tiêu này tính trên “{target}”, số liệu đếm trên “{own}”: không so sánh hai phạm vi "
    "khác nhau.",
    "This target counts “{target}” while the figures count “{own}”: the two are not compared.",
)
UNSTATED = Text("phạm vi không ghi rõ", "an unstated population")
NOT_COMPUTED = Text(
    "Chỉ tiêu bằng lời: chỉ có đánh giá của người có thẩm quyền, không tính bằng công thức.",
    "A target in words: judged by a named person, never computed.",
)
