"""The words for values that the files write as codes, and for the fields that hold them."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.model.agency import Share
from site_builder.model.indicator import Comparison
from site_builder.terms.text import Text

YES = Text("có", "yes")
NO = Text("không", "no")
EMPTY = Text("(ô để trống)", "(a blank cell)")

SHARES: Mapping[Share, Text] = {
    "whole": Text("toàn bộ", "the whole"),
    "part": Text("một phần", "a part"),
    "unknown": Text("chưa xác định phần nào", "which part is not established"),
}
COMPARISONS: Mapping[Comparison, Text] = {
    "about": Text("khoảng {x}", "about {x}"),
    "at_least": Text("ít nhất {x}", "at least {x}"),
    "more_than": Text("trên {x}", "more than {x}"),
    "at_most": Text("không quá {x}", "at most {x}"),
    "less_than": Text("dưới {x}", "less than {x}"),
    "exactly": Text("đúng {x}", "exactly {x}"),
    "between": Text("từ {x} đến {y}", "between {x} and {y}"),
    "bare": Text("{x}", "{x}"),
    "done": Text("hoàn thành", "done"),
}
_INTERVALS: Mapping[str, Text] = {
    "month": Text("hằng tháng", "every month"),
    "quarter": Text("hằng quý", "every quarter"),
    "half_year": Text("6 tháng một lần", "every half-year"),
    "year": Text("hằng năm", "every year"),
    "term": Text("mỗi nhiệm kỳ", "every term"),
    "unspecified": Text("định kỳ, không ghi khoảng cách", "periodically, no interval given"),
}
_SYSTEMS: Mapping[str, Text] = {
    "party": Text("Đảng", "the Party"),
    "state": Text("Nhà nước", "the state"),
    "union": Text("công đoàn", "the trade unions"),
    "front": Text("Mặt trận", "the Fatherland Front"),
    "people": Text("nhân dân", "the people"),
    "enterprise": Text("doanh nghiệp", "enterprises"),
    "unknown": Text("chưa rõ", "unknown"),
}
WORDS_OF: Mapping[str, Mapping[str, Text]] = {
    "indicator.measures": {
        "stock": Text("mức tại thời điểm", "level at a date"),
        "cumulative": Text("lũy kế cả kế hoạch", "cumulative over the plan"),
        "flow": Text("số của từng kỳ", "per period"),
        "ratio": Text("tỷ lệ", "share"),
        "milestone": Text("mốc công việc", "milestone"),
        "rank": Text("xếp hạng", "rank"),
        "index": Text("chỉ số", "index"),
        "rate": Text("tốc độ", "growth rate"),
        "assessment": Text("đánh giá bằng lời", "assessed in words"),
    },
    "indicator.better": {
        "more": Text("càng cao càng tốt", "more is better"),
        "less": Text("càng thấp càng tốt", "less is better"),
    },
    "indicator.every": _INTERVALS,
    "target.each": _INTERVALS,
    "duty.when.every": _INTERVALS,
    "plan.system": _SYSTEMS,
    "agency.system": _SYSTEMS,
    "agency.type": {
        "body": Text("một cơ quan", "one body"),
        "group": Text("nhóm đóng", "closed group"),
        "open_group": Text("nhóm để mở", "open group"),
        "class": Text("mọi đơn vị một loại", "every body of a kind"),
        "office_holder": Text("người giữ chức vụ", "office holder"),
    },
    "agency.level": {
        "central": Text("Trung ương", "central"),
        "province": Text("tỉnh", "province"),
        "district": Text("huyện", "district"),
        "ward": Text("xã, phường", "ward"),
        "grassroots": Text("cơ sở", "grassroots"),
    },
}
"""By the field, the words of its closed list."""

_REPORTS_OF: Mapping[str, Text] = {
    "month": Text("báo cáo tháng", "monthly reports"),
    "quarter": Text("báo cáo quý", "quarterly reports"),
    "half_year": Text("báo cáo 6 tháng", "half-yearly reports"),
    "year": Text("báo cáo năm", "yearly reports"),
}
_CUTOFF: Mapping[str, Text] = {
    "closes_on": Text("{reports}: ngày chốt số liệu", "{reports}: day of the cut-off"),
    "due_after": Text(
        "{reports}: hạn gửi, số ngày sau ngày chốt", "{reports}: due, in days after the cut-off"
    ),
    "document": Text("{reports}: văn bản quy định", "{reports}: document that says so"),
    "clause": Text("{reports}: mục quy định", "{reports}: clause that says so"),
    "wording": Text("{reports}: quy định, nguyên văn", "{reports}: as printed"),
    "note": Text("{reports}: ghi chú", "{reports}: note"),
}

FIELD_NAMES: Mapping[str, Text] = {
    **{
        f"reporting.{interval}.{name}": label.fill(reports=reports)
        for interval, reports in _REPORTS_OF.items()
        for name, label in _CUTOFF.items()
    },
    "plan.kind": Text("loại văn bản", "kind of document"),
    "plan.number": Text("số, ký hiệu", "number"),
    "plan.title": Text("trích yếu", "title"),
    "plan.system": Text("hệ thống văn bản", "system of documents"),
    "plan.issuer": Text("cơ quan ban hành", "issuer"),
    "plan.issued": Text("ngày ban hành", "date of issue"),
    "plan.place": Text("địa danh", "place of issue"),
    "plan.territory": Text("địa bàn", "territory"),
    "plan.whole": Text("cơ quan mà số liệu toàn bộ đứng tên", "body of the figures for the whole"),
    "plan.document": Text("mục trong danh mục văn bản", "entry in the list of documents"),
    "plan.implements": Text("văn bản được thực hiện", "documents carried out"),
    "plan.note": Text("ghi chú về bản nguồn", "note on the source"),
    "plan.name": Text("người ký", "signatory"),
    "plan.name_unknown": Text("phần tên chưa biết", "unknown part of the signatory's name"),
    "plan.position": Text("chức vụ người ký", "signatory's position"),
    "plan.mandate": Text("thẩm quyền ký", "signatory's mandate"),
    "plan.on_behalf_of": Text("ký thay mặt", "signed on behalf of"),
    "plan.start": Text("thời gian thực hiện từ", "period from"),
    "plan.end": Text("thời gian thực hiện đến", "period to"),
    "plan.wording": Text("thời gian thực hiện, nguyên văn", "period as printed"),
    "plan.recipients": Text("nơi nhận", "recipients"),
    "abbreviation": Text("chữ viết tắt", "abbreviation"),
    "heading": Text("tên mục", "heading"),
    "citation.clauses": Text("mục viện dẫn", "clauses that cite it"),
    "citation.printed": Text("cách ghi như in", "as printed"),
    "objective.title": Text("tên mục tiêu", "title"),
    "objective.statement": Text("diễn đạt mục tiêu", "statement"),
    "indicator.statement": Text("diễn đạt chỉ tiêu", "statement"),
    "indicator.population": Text("phạm vi", "population"),
    "indicator.numerator": Text("tử số", "numerator"),
    "indicator.denominator": Text("mẫu số", "denominator"),
    "indicator.within": Text("“trong đó” của chỉ tiêu", "part of the indicator"),
    "indicator.every": Text("kỳ báo cáo số liệu", "interval of figures"),
    "indicator.whole": Text("cơ quan mà số toàn bộ đứng tên", "body of the whole's figures"),
    "indicator.integer": Text("là số đếm nguyên", "counts in whole numbers"),
    "indicator.breakdowns": Text("phân tổ", "breakdowns"),
    "indicator.note": Text("ghi chú", "note"),
    "indicator.break.targets_hold": Text("chỉ tiêu cũ vẫn dùng", "earlier targets hold"),
    "baseline.clause": Text("mục in giá trị gốc", "clause of the baseline"),
    "allocation.clause": Text("mục của bảng giao", "clause of the allocation"),
    "allocation.period": Text("thời hạn của bảng giao", "date of the allocation"),
    "allocation.printed_total": Text("tổng như in", "total as printed"),
    "allocation.note": Text("ghi chú của bảng giao", "note on the allocation"),
    "target.wording": Text("từ so sánh như in", "comparison as printed"),
    "target.deadline_wording": Text("thời hạn như in", "deadline as printed"),
    "target.population": Text("phạm vi của mốc", "population of the target"),
    "target.unit": Text("đơn vị của mốc", "unit of the target"),
    "target.each": Text("phải đạt", "holds"),
    "target.first": Text("kỳ đầu tiên phải đạt", "first period in which it holds"),
    "target.relative": Text("so với kỳ gốc", "counted from"),
    "target.since": Text("cộng dồn từ", "summed from"),
    "target.of": Text("phân tổ của mốc", "breakdown of the target"),
    "target.scope": Text("phạm vi xếp hạng", "scope of the rank"),
    "target.authority": Text("văn bản đặt ra", "document that set it"),
    "target.tolerance": Text("sai số", "tolerance"),
    "target.note": Text("ghi chú", "note"),
    "duty.task": Text("diễn đạt nhiệm vụ", "wording of the task"),
    "duty.requested": Text("chỉ là đề nghị", "only requested"),
    "duty.report": Text("là việc gửi báo cáo", "is a report"),
    "duty.indicators": Text("chỉ tiêu liên quan", "indicators"),
    "duty.note": Text("ghi chú", "note"),
    "duty.when.every": Text("kỳ lặp lại", "interval"),
    "duty.when.on_request": Text("khi có yêu cầu", "on request"),
    "duty.when.ongoing": Text("thường xuyên", "ongoing"),
    "duty.when.wording": Text("thời hạn như in", "time as printed"),
    "remark.clauses": Text("các mục liên quan", "clauses"),
    "remark.text": Text("nội dung lưu ý", "text"),
    "remark.documents": Text("văn bản liên quan", "documents"),
    "remark.indicators": Text("chỉ tiêu liên quan", "indicators"),
    "remark.duties": Text("nhiệm vụ liên quan", "duties"),
    "amendment.note": Text("ghi chú", "note"),
    "superseded.note": Text("ghi chú", "note"),
    "document.kind": Text("loại văn bản", "kind"),
    "document.number": Text("số, ký hiệu", "number"),
    "document.subject": Text("trích yếu", "subject"),
    "document.issuer": Text("cơ quan ban hành như in", "issuer as printed"),
    "document.issuer_agency": Text("cơ quan ban hành", "issuer"),
    "document.issued": Text("ngày ban hành", "date of issue"),
    "document.implements": Text("văn bản được thực hiện", "documents carried out"),
    "document.plan": Text("kế hoạch trong kho", "plan in this repository"),
    "document.note": Text("ghi chú", "note"),
    "agency.name": Text("tên", "name"),
    "agency.short": Text("tên viết tắt", "short name"),
    "agency.type": Text("loại", "type"),
    "agency.system": Text("khối", "system"),
    "agency.level": Text("cấp", "level"),
    "agency.territory": Text("địa bàn", "territory"),
    "agency.parent": Text("cơ quan cấp trên", "parent body"),
    "agency.members": Text("thành viên", "members"),
    "agency.count": Text("số thành viên", "number of members"),
    "agency.note": Text("ghi chú", "note"),
    "agency.start": Text("bắt đầu hoạt động", "beginning"),
    "agency.started_by": Text("văn bản thành lập", "document that founded it"),
    "agency.until": Text("ngày cuối cùng hoạt động", "last day"),
    "agency.ended_by": Text("văn bản chấm dứt hoạt động", "document that ended it"),
    "agency.ended_note": Text("ghi chú về việc kết thúc", "note on its end"),
    "agency.renamed": Text("tên cũ", "former name"),
    "agency.successors": Text("cơ quan kế thừa", "successor"),
}
"""What a field is called where the kind of the change does not name it already."""
TRANSLATED_NAMES: Mapping[str, Text] = {
    "indicator.name": Text("tên", "name"),
    "indicator.unit": Text("đơn vị tính", "unit"),
}
"""And where only its translation changed."""
