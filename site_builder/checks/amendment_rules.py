"""The rules about amendments; those that need two revisions are judged by `changes.authority`,
above this room, and declared here so that one catalogue has every rule."""

from __future__ import annotations

from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

NO_SUCH_KEY = Rule(
    code="P181",
    severity="error",
    title=Text("Sửa đổi một điều không có", "Amends something that does not exist"),
    reason=Text(
        "Khóa “what” nói điều nào của kế hoạch được sửa; khóa sai thì căn cứ không thuộc về điều gì.",
        "The key “what” says what of the plan was amended; a wrong one gives authority to nothing.",
    ),
    fix=Text(
        "Chạy “plansite diff” và chép lại khóa đúng như in ra.",
        "Run `plansite diff` and copy the key as it is printed.",
    ),
    wrong="what: targets/doan-vine/2025",
    right="what: targets/doan-vien/2025",
)
OTHER_VALUE = Rule(
    code="P182",
    severity="error",
    title=Text(
        "Kế hoạch nói khác với sửa đổi mới nhất", "Plan disagrees with its latest amendment"
    ),
    reason=Text(
        "Sau lần sửa đổi cuối, kế hoạch phải ghi đúng giá trị mà văn bản sửa đổi đặt ra.",
        "After the last amendment the plan must say what the amending document made of it.",
    ),
    fix=Text(
        "Sửa giá trị trong kế hoạch, hoặc ghi thêm văn bản đã sửa tiếp.",
        "Correct the plan, or record the document that changed it again.",
    ),
    wrong="to: about 23000 … 2025: {about: 22000}",
    right="to: about 23000 … 2025: {about: 23000}",
)
BEFORE_PLAN = Rule(
    code="P183",
    severity="error",
    title=Text("Sửa đổi có trước kế hoạch", "Amended before it was issued"),
    reason=Text(
        "Không văn bản nào sửa được một kế hoạch chưa ban hành: một trong hai ngày bị sai.",
        "No document amends a plan that does not exist yet: one of the dates is wrong.",
    ),
    fix=Text("Đối chiếu hai ngày với bản gốc.", "Compare both dates with the originals."),
    wrong="issued: 2022-01-10 … in_force: 2021-03-01",
    right="issued: 2022-01-10 … in_force: 2023-03-01",
)
UNCITABLE = Rule(
    code="P184",
    severity="error",
    title=Text("Văn bản sửa đổi không có số hoặc ngày", "Amending document without number or date"),
    reason=Text(
        "Số và ngày của văn bản là căn cứ; thiếu một trong hai thì không ai tra lại được.",
        "Number and date are the authority; without either nobody can look the document up.",
    ),
    fix=Text(
        "Ghi số và ngày của văn bản trong plans/documents.yml.",
        "Give the document's number and date in plans/documents.yml.",
    ),
    wrong="15-kh-ldld: {kind: Kế hoạch}",
    right="15-kh-ldld: {kind: Kế hoạch, number: 15/KH-LĐLĐ, issued: 2024-02-20}",
)
TWICE = Rule(
    code="P185",
    severity="error",
    title=Text("Một thay đổi ghi hai lần", "One change recorded twice"),
    reason=Text(
        "Cùng một điều, từ cùng một giá trị tới cùng một giá trị: lần sau không sửa gì cả.",
        "The same thing from the same value to the same value: the second one changes nothing.",
    ),
    fix=Text("Giữ một lần.", "Keep one of them."),
    wrong="from: about 24000, to: about 23000 … from: about 24000, to: about 23000",
    right="from: about 24000, to: about 23000",
)
CHAIN = Rule(
    code="P186",
    severity="error",
    title=Text("Sửa đổi không nối tiếp nhau", "Amendments do not follow one another"),
    reason=Text(
        "Bản cũ của kế hoạch được dựng lại từ các giá trị “from”; đứt đoạn thì dựng sai.",
        "Older states of the plan are rebuilt from the values “from”; a gap rebuilds them wrongly.",
    ),
    fix=Text(
        "Ghi “from” là giá trị mà lần sửa đổi trước để lại.",
        "Let “from” be the value that the amendment before left.",
    ),
    wrong="to: about 23000 … from: about 24000",
    right="to: about 23000 … from: about 23000",
)
NOT_A_VALUE = Rule(
    code="P187",
    severity="error",
    title=Text("Giá trị cũ hoặc mới viết không đúng dạng", "Old or new value in another form"),
    reason=Text(
        "“from” và “to” được so từng chữ với kế hoạch, nên phải viết đúng một dạng.",
        "“from” and “to” are compared with the plan letter by letter, so there is one form.",
    ),
    fix=Text(
        "Chép lại giá trị đúng như “plansite diff” in ra.",
        "Copy the value as `plansite diff` prints it.",
    ),
    wrong="from: khoảng 24.000",
    right="from: about 24000",
)
SAYS_NOTHING = Rule(
    code="P188",
    severity="error",
    title=Text("Sửa đổi không nói sửa gì", "Amendment that changes nothing"),
    reason=Text(
        "Thiếu cả giá trị cũ lẫn mới, hoặc hai giá trị như nhau, thì không biết đã sửa điều gì.",
        "Without old and new value, or with both the same, nobody knows what was changed.",
    ),
    fix=Text(
        "Ghi “from” và “to”; điều thêm mới không có “from”, điều bãi bỏ không có “to”.",
        "Give “from” and “to”; what was added has no “from”, what was ended has no “to”.",
    ),
    wrong="{what: targets/doan-vien/2025}",
    right="{what: targets/doan-vien/2025, from: about 24000, to: about 23000}",
)
FORMER_ID = Rule(
    code="P189",
    severity="error",
    title=Text("Mã cũ vẫn đang dùng", "Former id still in use"),
    reason=Text(
        "Mã cũ nối lịch sử của một chỉ tiêu với mã mới; mã còn dùng, hoặc hai chỉ tiêu cùng nhận, thì "
        "không biết lịch sử thuộc về ai.",
        "A former id ties an indicator's history to its new id; one that is in use, or claimed twice, "
        "leaves open whose history it is.",
    ),
    fix=Text("Bỏ mã ấy khỏi “formerly”.", "Take the id off “formerly”."),
    wrong="- {id: doan-vien} … - {id: doan-vien-moi, formerly: [doan-vien]}",
    right="- {id: doan-vien-moi, formerly: [doan-vien]}",
)

NO_AUTHORITY = Rule(
    code="A001",
    severity="error",
    title=Text("Thay đổi chưa có căn cứ", "Change without authority"),
    reason=Text(
        "Chỉ tiêu, thời hạn, cơ quan chịu trách nhiệm và nhiệm vụ đã ban hành chỉ đổi khi có văn bản "
        "sửa đổi; kế hoạch phải dẫn văn bản ấy.",
        "Targets, deadlines, responsible bodies and duties that were issued change only by an "
        "amending document, which the plan must cite.",
    ),
    fix=Text(
        "Ghi văn bản sửa đổi vào “amendments” của kế hoạch (chép mẫu mà “plansite diff” in ra), hoặc "
        "trả lại giá trị cũ.",
        "Record the amending document under the plan's “amendments” (copy what `plansite diff` "
        "prints), or put the old value back.",
    ),
    wrong="2025: {about: 24000} → 2025: {about: 23000}",
    right="2025: {about: 24000} → 2025: {about: 23000} … amendments: [{document: 15-kh-ldld, changes: "
    "[{what: targets/doan-vien/2025, from: about 24000, to: about 23000}]}]",
)
CONTRADICTS = Rule(
    code="A002",
    severity="error",
    title=Text("Căn cứ nói khác với thay đổi", "Authority contradicts the change"),
    reason=Text(
        "Văn bản được dẫn cho phép đổi từ giá trị này sang giá trị kia, và chỉ như vậy.",
        "The cited document allows one value to become another, and nothing else.",
    ),
    fix=Text(
        "Sửa “from”, “to” theo văn bản, hoặc sửa giá trị trong kế hoạch.",
        "Correct “from” and “to” after the document, or the value in the plan.",
    ),
    wrong="2025: {about: 24000} → 2025: {about: 22000} … from: about 24000, to: about 23000",
    right="2025: {about: 24000} → 2025: {about: 23000} … from: about 24000, to: about 23000",
)
MATCHES_NOTHING = Rule(
    code="A003",
    severity="error",
    title=Text("Căn cứ mới không ứng với thay đổi nào", "New authority for no change"),
    reason=Text(
        "Căn cứ ghi thêm trong lần sửa này phải ứng với một thay đổi của lần này; nếu không, nó thành "
        "giấy phép để dành.",
        "An amendment recorded with this change must belong to a change made with it; else it would "
        "be a permit kept for later.",
    ),
    fix=Text(
        "Sửa kế hoạch theo văn bản trong cùng lần này, hoặc bỏ mục ấy.",
        "Change the plan after the document in the same go, or take the entry out.",
    ),
    wrong="amendments: [… what: targets/doan-vien/2025 …]",
    right="2025: {about: 24000} → 2025: {about: 23000} … amendments: [… what: targets/doan-vien/2025 …]",
)
NEVER = Rule(
    code="A004",
    severity="error",
    title=Text("Không văn bản nào cho phép thay đổi này", "Change that no document can allow"),
    reason=Text(
        "Kế hoạch đã công bố và căn cứ đã ghi được giữ lại: người đọc phải tra được điều từng có hiệu "
        "lực.",
        "Published plans and recorded amendments stay: a reader must be able to look up what was once "
        "in force.",
    ),
    fix=Text(
        "Trả lại phần đã xóa; kế hoạch hết hiệu lực thì vẫn giữ tệp.",
        "Put back what was deleted; the file of a plan that has ended stays.",
    ),
    wrong="plans/ba-dinh/55-kh-qu.yml → (…)",
    right="plans/ba-dinh/55-kh-qu.yml → plans/ba-dinh/55-kh-qu.yml",
)
BASE_UNREADABLE = Rule(
    code="A005",
    severity="warning",
    title=Text("Bản gốc có lỗi nên so sánh chưa đủ", "Base has errors, so not all is compared"),
    reason=Text(
        "Điều không đọc được ở bản gốc thì không biết đã đổi hay chưa.",
        "Of what cannot be read in the base, nobody knows whether it changed.",
    ),
    fix=Text(
        "Tự đối chiếu tệp này với văn bản; bản gốc sửa xong thì lần sau so sánh đủ.",
        "Compare this file with the document yourself; once the base is mended, all is compared.",
    ),
    wrong="measures: stok",
    right="measures: stock",
)
HEAD_UNREADABLE = Rule(
    code="A006",
    severity="error",
    title=Text("Bản mới có lỗi", "Head has errors"),
    reason=Text(
        "Điều không đọc được thì không biết đã đổi thành gì.",
        "Of what cannot be read, nobody knows what it became.",
    ),
    fix=Text(
        "Chạy “plansite check”, sửa hết lỗi rồi so sánh lại.",
        "Run `plansite check`, mend every error, then compare again.",
    ),
    wrong="measures: stok",
    right="measures: stock",
)
OVERWRITTEN = Rule(
    code="A007",
    severity="warning",
    title=Text("Sửa đè số của kỳ đã khép", "Figure of a closed period overwritten"),
    reason=Text(
        "Số của kỳ đã khép đã được công bố và dùng để kết luận; sửa đè thì không ai thấy nó từng là "
        "bao nhiêu, và trang tính đến một ngày trước đó cũng đổi theo.",
        "Figures of a closed period have been published and judged by; overwritten, nobody sees what "
        "they were, and a page as of an earlier day changes as well.",
    ),
    fix=Text(
        "Trả lại dòng cũ, rồi thêm một dòng đính chính: số mới, lý do và số cũ ở cột corrects, ngày ở "
        "cột reported_on.",
        "Put the old row back, then add a correction: the new number, the reason and the old number "
        "under corrects, its day under reported_on.",
    ),
    wrong="doan-vien,quan,2022,22000 → doan-vien,quan,2022,22100",
    right="doan-vien,quan,2022,22000 → doan-vien,quan,2022,22000 / doan-vien,quan,2022,22100,…,Trước "
    "ghi 22000",
)
TWO_REVISIONS = (
    NO_AUTHORITY, CONTRADICTS, MATCHES_NOTHING, NEVER, BASE_UNREADABLE, HEAD_UNREADABLE, OVERWRITTEN,
)  # fmt: skip
"""Rules that speak in `plansite diff` alone."""
RULES = (
    NO_SUCH_KEY, OTHER_VALUE, BEFORE_PLAN, UNCITABLE, TWICE, CHAIN, NOT_A_VALUE, SAYS_NOTHING,
    FORMER_ID, *TWO_REVISIONS,
)  # fmt: skip
