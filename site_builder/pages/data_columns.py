"""The columns of open data that no file of the repository has: where a row came from, what it says."""

from __future__ import annotations

from site_builder.terms.text import Text

EXPORTED: dict[str, Text] = {
    "plan": Text("mã kế hoạch", "the plan's id"),
    "breakdown": Text(
        "phân tổ, ví dụ gioi-tinh=nu; để trống là tổng số", "the breakdown; blank means the total"
    ),
    "file": Text("tệp mà dòng ấy nằm trong đó", "the file in which the row stands"),
    "due": Text(
        "hạn; với báo cáo thì cột due_by nói ai đặt ra",
        "the due date; of a report, the column due_by says who set it",
    ),
    "status": Text(
        "tình trạng vào ngày đánh giá: mã ở trang cách đánh giá, như met, behind, no-data",
        "the status on the day of judgement, such as met, behind or no-data",
    ),
    "illustrative": Text(
        "true: có số minh họa trong căn cứ đánh giá; false: không có",
        "true where any figure behind the status is illustrative, else false",
    ),
    "clause": Text("mục, điểm của văn bản", "the document's clause"),
    "comparison": Text(
        "phép so sánh: about, at_least, more_than, at_most, less_than, exactly, between, bare, "
        "in_words, done",
        "the comparison: about, at_least, more_than, at_most, less_than, exactly, between, bare, "
        "in_words or done",
    ),
    "asked": Text(
        "con số phải đạt; khoảng viết 10..20; chỉ tiêu bằng lời thì để trống",
        "the number asked for; a range is 10..20; blank for a target in words",
    ),
    "expected": Text(
        "mức kỳ vọng vào kỳ của giá trị được đánh giá", "what was expected by that period"
    ),
    "share_of_target": Text(
        "giá trị chia cho con số phải đạt (1 là bằng chỉ tiêu)",
        "the value divided by the number asked for (1 is the target)",
    ),
    "as_of": Text("ngày đánh giá", "the day of judgement"),
    "period_from": Text(
        "ngày đầu của kỳ báo cáo: ngay sau ngày chốt của kỳ trước",
        "the first day that the report covers: the one after the last cut-off",
    ),
    "period_to": Text("ngày chốt số liệu của kỳ báo cáo", "the last day it covers: the cut-off"),
    "due_by": Text(
        "ai đặt ra hạn: plan – in trong kế hoạch; document – văn bản ở cột document; compilers – quy "
        "ước của người biên soạn; site – quy ước của trang này",
        "who set the due day: plan – printed there; document – the one in that column; compilers – "
        "the compilers' convention; site – this site's",
    ),
    "document": Text("mã văn bản quy định hạn", "the id of the document that set it"),
    "days_late": Text(
        "số ngày quá hạn: khi nhận, hoặc tính đến ngày đánh giá nếu còn nợ",
        "days after the due day: when it came in or, while it is owed, by the day of judgement",
    ),
    "lapsed": Text(
        "true: quá hạn chưa nhận mà cơ quan, nhiệm vụ hoặc kế hoạch đã kết thúc nên không còn ai nợ",
        "true where it was overdue when the body, the duty or the plan ended: owed no more",
    ),
    "name": Text("tên đầy đủ", "the full name"),
    "name_en": Text("tên tiếng Anh, nếu có", "the name in English, where there is one"),
    "short": Text("tên viết tắt", "the short name"),
    "type": Text(
        "loại: body – một cơ quan; group – nhóm đóng; open_group – nhóm để mở; class – mọi đơn vị một "
        "loại; office_holder – người giữ chức vụ",
        "body, group (closed), open_group, class (every body of a kind) or office_holder",
    ),
    "system": Text("khối: party, state, union, front…", "party, state, union, front and so on"),
    "level": Text("cấp: central, province, district, ward, grassroots", "the level"),
    "territory": Text("địa bàn", "the territory"),
    "parent": Text("mã cơ quan cấp trên", "the id of the body above it"),
    "members": Text("mã các thành viên được nêu tên", "the ids of the members that are named"),
    "from": Text("ngày bắt đầu hoạt động, nếu biết", "when it began, where that is known"),
    "started_by": Text(
        "mã văn bản thành lập, kèm mục", "the id of the document that founded it, and the clause"
    ),
    "life": Text(
        "ended – đã kết thúc; ending – sẽ kết thúc; doubtful – chưa xác định còn hoạt động hay không; "
        "để trống – không có căn cứ nào cho thấy đã kết thúc",
        "ended; ending (announced); doubtful (not established); blank where nothing says that it ended",
    ),
    "until": Text("ngày cuối cùng hoạt động", "the last day on which it worked"),
    "until_not_before": Text(
        "ngày cuối cùng chưa biết: không sớm hơn", "an unknown last day: not before"
    ),
    "until_not_after": Text(
        "ngày cuối cùng chưa biết: không muộn hơn", "an unknown last day: not after"
    ),
    "ended_by": Text(
        "mã văn bản chấm dứt hoạt động, kèm mục",
        "the id of the document that ended it, and the clause",
    ),
    "successors": Text(
        "cơ quan kế thừa; trong ngoặc là phần kế thừa (whole, part, unknown) và văn bản",
        "its successors, each with how much it took over (whole, part, unknown) and the document",
    ),
    "predecessors": Text(
        "mã các cơ quan mà nó kế thừa", "the ids of the bodies from which it took over"
    ),
    "former_names": Text(
        "các tên cũ, kèm ngày cuối cùng mang tên", "former names, each with its last day"
    ),
}
"""What the downloads add to the columns of the files."""
