"""The site's own words for what time does to plans, bodies and figures."""

from __future__ import annotations

from site_builder.terms.text import Text

TIME: tuple[tuple[Text, Text], ...] = (
    (
        Text("đã kết thúc hoạt động", "no longer in operation"),
        Text(
            "cơ quan không còn từ một ngày có văn bản nói rõ; trang của nó được giữ và nó không còn "
            "nợ gì",
            "a body that is no more, from a day that a document gives; its page is kept and it owes "
            "nothing",
        ),
    ),
    (
        Text("cơ quan kế thừa", "successor"),
        Text(
            "nơi tiếp nhận toàn bộ hay một phần của cơ quan đã kết thúc; nhiệm vụ và chỉ tiêu chỉ "
            "chuyển sang khi có văn bản nói vậy",
            "who took over the whole or a part of a body that ended; a duty or a target passes on "
            "only where a document says so",
        ),
    ),
    (
        Text("chưa xác định", "not established"),
        Text(
            "chưa thấy căn cứ để nói có hay không; trang này không đoán",
            "nothing was found to say either way; this site does not guess",
        ),
    ),
    (
        Text("sửa đổi", "amendment"),
        Text(
            "văn bản có số, ngày làm thay đổi kế hoạch từ một ngày; nội dung cũ vẫn được giữ",
            "a numbered and dated document that changes a plan from some day; what stood before is "
            "kept",
        ),
    ),
    (
        Text("đứt chuỗi", "series break"),
        Text(
            "chỗ mà số trước và số sau không đếm cùng một thứ: không cộng, không so, không nối qua",
            "where the figures before and after do not count the same: nothing is added, compared or "
            "drawn across it",
        ),
    ),
    (
        Text("ngày chốt số liệu", "cut-off"),
        Text(
            "ngày kết thúc của kỳ mà báo cáo tính đến, khi khác ngày cuối tháng",
            "the day with which a report's period closes, where it is not the end of the month",
        ),
    ),
)
"""Words and what is meant by them."""
