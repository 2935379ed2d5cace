"""The list of bodies: who stands above whom, who is in which group, and who is never named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.checks.plan_mentions import agencies_of
from site_builder.checks.view import View, agency, cycles
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

LOOP = Rule(
    code="P131",
    severity="error",
    title=Text("Cơ quan là cấp trên hoặc thành viên của chính mình", "Body above or within itself"),
    reason=Text(
        "Cộng số từ dưới lên theo cấp trên và theo nhóm; vòng tròn thì không cộng được.",
        "Figures are added up along parents and groups; a loop has no sum.",
    ),
    fix=Text("Sửa “parent” hoặc “members”.", "Correct “parent” or “members”."),
    wrong="a: {parent: b} · b: {parent: a}",
    right="a: {parent: b} · b: {}",
)
COUNT = Rule(
    code="P132",
    severity="error",
    title=Text("Số thành viên ít hơn số được nêu tên", "Fewer members than are named"),
    reason=Text(
        "“count” là số thành viên văn bản ghi, kể cả khi không nêu tên hết, nên không thể ít hơn.",
        "“count” is how many the document says there are, named or not, so it cannot be less.",
    ),
    fix=Text("Sửa “count” hoặc “members”.", "Correct “count” or “members”."),
    wrong="members: [a, b, c] … count: 2",
    right="members: [a, b, c] … count: 3",
)
NOT_A_GROUP = Rule(
    code="P133",
    severity="error",
    title=Text("Một cơ quan mà có thành viên", "A single body with members"),
    reason=Text(
        "“body” là đúng một cơ quan; nhóm có cách tính và cách hiện khác.",
        "A “body” is exactly one; groups are reckoned and shown otherwise.",
    ),
    fix=Text(
        "Thêm type: group (nhóm đóng), open_group (để mở) hoặc class (mọi đơn vị một loại); bộ phận "
        "của cơ quan thì dùng “parent”.",
        "Add type: group, open_group or class; a department names its body as “parent”.",
    ),
    wrong="{name: 14 phường, count: 14}",
    right="{name: 14 phường, type: group, count: 14}",
)
UNUSED = Rule(
    code="P134",
    severity="note",
    title=Text("Cơ quan không được nêu ở đâu", "Body named nowhere"),
    reason=Text(
        "Cơ quan không có nhiệm vụ, không thuộc và không gồm cơ quan nào thì trang của nó trống; "
        "thường là mã viết sai.",
        "A body without duties, above, below or in no other has an empty page; often its id is "
        "misspelt.",
    ),
    fix=Text(
        "Nêu cơ quan trong một kế hoạch, hoặc xóa mục.", "Name it in a plan, or delete the entry."
    ),
    wrong="co-quan-thua: {name: Cơ quan thừa}",
    right="lead: [co-quan-thua]",
)
RULES = (LOOP, COUNT, NOT_A_GROUP, UNUSED)


def loops(view: View) -> Iterator[Finding]:
    """Bodies that stand above themselves, and groups that hold themselves."""
    bodies = view.agencies.items()
    parents = {name: (body.parent,) for name, body in bodies if body.parent}
    members = {name: body.members for name, body in bodies if body.members}
    yield from _loops("parent", parents)
    yield from _loops("members", members)


def _loops(key: str, edges: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    for loop in cycles(edges):
        expected = Text("một cơ quan khác", "another body")
        yield LOOP.finding(
            agency(loop[0], key), read=" → ".join((*loop, loop[0])), expected=expected
        )


def counts(view: View) -> Iterator[Finding]:
    """Groups said to have fewer members than are named."""
    for name, body in view.agencies.items():
        named = len(set(body.members))
        if body.count is not None and body.count < named:
            expected = Text("ít nhất {n}", "at least {n}").fill(n=named)
            yield COUNT.finding(agency(name, "count"), read=str(body.count), expected=expected)


def groups(view: View) -> Iterator[Finding]:
    """Single bodies that have members or a number of members."""
    for name, body in view.agencies.items():
        if body.type == "body" and (body.members or body.count is not None):
            key = "members" if body.members else "count"
            expected = Text(
                "type: group, open_group hoặc class", "type: group, open_group or class"
            )
            yield NOT_A_GROUP.finding(
                Node(agency(name).file, agency(name, key).path, "key"),
                read=f"type: {body.type}",
                expected=expected,
            )


def unused(view: View) -> Iterator[Finding]:
    """Bodies that nothing names and that belong to nothing."""
    if not (view.knows_agencies and view.knows_plans and view.knows_documents):
        return
    used = {name for plan in view.plans for _, name in agencies_of(plan)}
    used |= {entry.issuer_agency for entry in view.documents.values()}
    for body in view.agencies.values():
        used |= {body.parent, *body.members, *(one.agency for one in body.successors)}
    for name, body in view.agencies.items():
        # A body below another may report figures without any plan naming it.
        if name not in used and body.parent is None:
            where = Node(agency(name).file, agency(name).path, "key")
            expected = Text("một cơ quan được nêu ở đâu đó", "a body that is named somewhere")
            yield UNUSED.finding(where, read=name, expected=expected)


CHECKS = (loops, counts, groups, unused)
