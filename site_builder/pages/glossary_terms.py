"""The site's own words: what it means by a status, a role, a kind of measure and the like."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.duty import ROLE_WORDS, Role
from site_builder.model.indicator import Measure
from site_builder.model.rows import STATE_WORDS, State
from site_builder.pages.glossary_time import TIME
from site_builder.pages.method import MEANINGS
from site_builder.terms.text import Text

Term = tuple[Text, Text]
"""A word and what is meant by it."""

MEASURES: dict[Measure, Term] = {
    "stock": (
        Text("mức tại một thời điểm", "level"),
        Text("có bao nhiêu vào một ngày", "how many there are on a day"),
    ),
    "cumulative": (
        Text("lũy kế", "cumulative count"),
        Text(
            "cộng dồn từ đầu kế hoạch đến hết kỳ đang nói",
            "added up from the plan's start to the end of the period named",
        ),
    ),
    "flow": (
        Text("số của từng kỳ", "count of each period"),
        Text(
            "đếm riêng trong mỗi kỳ, không cộng sang kỳ khác",
            "counted within each period on its own and never carried over",
        ),
    ),
    "ratio": (
        Text("tỷ lệ", "share"),
        Text(
            "tử số chia mẫu số; trang này tính từ hai số ấy chứ không nhận sẵn phần trăm",
            "numerator over denominator; computed here from the two and never taken as a percentage",
        ),
    ),
    "milestone": (
        Text("việc phải xong", "milestone"),
        Text("xong hoặc chưa xong, không đếm", "done or not done; nothing is counted"),
    ),
    "rank": (
        Text("thứ hạng", "rank"),
        Text("vị trí trong một bảng xếp hạng đã công bố", "the place in a published ranking"),
    ),
    "index": (
        Text("chỉ số", "index"),
        Text("điểm do một phương pháp đã công bố tính ra", "a score made by a published method"),
    ),
    "rate": (
        Text("tốc độ tăng, giảm", "growth rate"),
        Text(
            "phần trăm thay đổi so với kỳ trước", "the change since the period before, in percent"
        ),
    ),
    "assessment": (
        Text("đánh giá bằng lời", "assessment in words"),
        Text(
            "kết luận của người có tên, có ngày, có căn cứ; không bao giờ tính ra từ con số",
            "a named person's conclusion with its date and evidence; never computed",
        ),
    ),
}

ROLES: dict[Role, Text] = {
    "lead": Text(
        "chịu trách nhiệm chính về nhiệm vụ, tổ chức cho các nơi khác cùng làm",
        "answers for the duty and organises what the others do",
    ),
    "assigned": Text(
        "được giao làm nhiệm vụ mà văn bản không ghi vai trò nào khác",
        "is charged with the duty, the document naming no other role",
    ),
    "standing": Text(
        "đầu mối giúp việc thường xuyên cho nhiệm vụ",
        "the office through which the duty is run day by day",
    ),
    "advise": Text(
        "nghiên cứu, đề xuất để cấp có thẩm quyền quyết định",
        "studies and proposes, for a higher body to decide",
    ),
    "with": Text(
        "cùng làm với nơi chủ trì, trong phần việc của mình", "does its part beside the lead"
    ),
    "guide": Text("chỉ dẫn cách làm cho nơi thực hiện", "shows those who carry it out how to"),
    "monitor": Text(
        "nắm tình hình thực hiện để báo cáo", "keeps watch on how it goes, and reports"
    ),
    "urge": Text(
        "nhắc, thúc nơi thực hiện làm đủ việc và đúng hạn",
        "presses those who carry it out to do it all and in time",
    ),
    "inspect": Text(
        "xem xét việc làm của đơn vị thuộc quyền, tại chỗ hoặc qua hồ sơ",
        "looks into the work of bodies under it, on the spot or by the files",
    ),
    "supervise": Text(
        "theo dõi, xem xét việc làm của nơi khác theo thẩm quyền giám sát",
        "watches over the work of others, by its right of supervision",
    ),
    "consolidate": Text(
        "gom báo cáo, số liệu của nhiều nơi thành một", "makes the reports of many into one"
    ),
    "receives": Text("nơi báo cáo được gửi tới", "is where reports are sent"),
}

STATES: dict[State, Text] = {
    "official": Text("do nơi có trách nhiệm báo cáo", "reported by the body that answers for it"),
    "provisional": Text(
        "đã tính nhưng còn có thể thay bằng số chính thức",
        "computed, and open to being replaced by an official figure",
    ),
    "estimate": Text(
        "ước chừng khi chưa tính được", "an estimate, while it cannot be computed yet"
    ),
    "illustrative": Text(
        "số đặt ra để minh họa, không phải số thật; ở đâu cũng được đánh dấu",
        "made up as an illustration and not real; marked wherever it stands",
    ),
}

OTHERS: tuple[Term, ...] = (
    (
        Text("kế hoạch", "plan"),
        Text(
            "văn bản đặt mục tiêu, chỉ tiêu và giao nhiệm vụ trong một thời gian",
            "a document that sets objectives and targets and gives out duties for a time",
        ),
    ),
    (
        Text("mục tiêu", "objective"),
        Text(
            "điều kế hoạch hướng tới, thường nói bằng lời", "what a plan aims at, mostly in words"
        ),
    ),
    (
        Text("chỉ tiêu", "indicator"),
        Text(
            "điều đếm được hoặc đánh giá được mà kế hoạch đặt mức phải đạt",
            "something counted or assessed for which a plan sets what is to be reached",
        ),
    ),
    (
        Text("mốc chỉ tiêu", "target"),
        Text(
            "mức phải đạt của một chỉ tiêu ở một thời hạn", "what an indicator is to be by a date"
        ),
    ),
    (
        Text("nhiệm vụ", "duty"),
        Text("việc mà một mục của kế hoạch giao", "what a clause of a plan charges somebody with"),
    ),
    (
        Text("mục", "clause"),
        Text(
            "phần có số của văn bản; mỗi con số ở đây dẫn về mục ghi nó",
            "a numbered part of a document; every number here leads back to its clause",
        ),
    ),
    (
        Text("đề nghị", "requested"),
        Text(
            "văn bản mong một nơi ngoài quyền của mình làm, chứ không giao",
            "the document asks a body outside its power, and does not charge it",
        ),
    ),
    (
        Text("danh sách mở", "open list"),
        Text(
            "văn bản nêu vài nơi rồi để dấu “…”; chỉ xét những nơi được nêu tên",
            "the document names some bodies and ends in “…”; only those named are judged",
        ),
    ),
    (
        Text("giá trị gốc", "baseline"),
        Text("mức ở lúc bắt đầu, từ đó tính tiến độ", "the level from which progress is counted"),
    ),
    (
        Text("số liệu nền", "fact"),
        Text(
            "con số in trong văn bản mà không đặt mức phải đạt",
            "a number printed in a document for which no target is set",
        ),
    ),
    (
        Text("phạm vi đếm", "population"),
        Text("đếm trên những ai, những đơn vị nào", "whom or what is counted"),
    ),
    (
        Text("trong đó", "of which"),
        Text(
            "một phần của số đã nêu trước: mẫu số là tử số của chỉ tiêu ấy",
            "part of a number named before: its denominator is that indicator's numerator",
        ),
    ),
    (
        Text("giao chỉ tiêu", "allocation"),
        Text(
            "chia một chỉ tiêu cho từng đơn vị, in thành bảng trong văn bản",
            "a target shared out among bodies, printed as a table in the document",
        ),
    ),
    (
        Text("số toàn bộ", "figure for the whole"),
        Text(
            "số của cả kế hoạch, do một nơi đứng tên; không phải tổng trang này tự cộng",
            "the figure for the plan, in one body's name; not a sum made by this site",
        ),
    ),
    (
        Text("nhịp độ", "pace"),
        Text(
            "đã đi được bao nhiêu so với quãng đường kỳ vọng đến ngày ấy",
            "how far things have come of the way expected by that day",
        ),
    ),
    (
        Text("điểm phần trăm", "percentage point"),
        Text("hiệu của hai tỷ lệ phần trăm", "the difference between two percentages"),
    ),
    (
        Text("khoảng", "about"),
        Text(
            "mức kèm một sai số; sai số luôn được nêu cạnh kết luận",
            "a level with a tolerance, which is always shown beside the judgement",
        ),
    ),
    (
        Text("đính chính", "correction"),
        Text(
            "dòng số liệu mới nói rõ thay dòng nào; số cũ vẫn được giữ",
            "a new row that says which one it replaces; the old figure is kept",
        ),
    ),
    (
        Text("kỳ báo cáo", "reporting period"),
        Text(
            "tháng, quý, nửa năm hoặc năm mà báo cáo nói về", "what a report is on: month to year"
        ),
    ),
    (
        Text("hạn quy ước", "conventional due day"),
        Text(
            "ngày cuối của tháng liền sau kỳ báo cáo, dùng khi văn bản không in hạn",
            "the last day of the month after the period, used where no date is printed",
        ),
    ),
    (
        Text("ngày đánh giá", "day of judgement"),
        Text(
            "ngày mà mọi trạng thái trên trang tính đến; ghi ở cuối mỗi trang",
            "the day as of which everything is judged; it stands at the foot of each page",
        ),
    ),
    (
        Text("nơi nhận", "recipients"),
        Text(
            "những nơi văn bản được gửi tới, ghi ở cuối", "to whom a document is sent, at its end"
        ),
    ),
)


def site_terms() -> Iterator[Term]:
    """Every word with its meaning, in no order."""
    yield from OTHERS
    yield from TIME
    yield from MEASURES.values()
    for role, words in ROLE_WORDS.items():
        yield words, ROLES[role]
    for state, words in STATE_WORDS.items():
        yield Text(f"số liệu {words.vi}", f"{words.en} figure"), STATES[state]
    for status, meaning in MEANINGS.items():
        yield status.words, meaning
