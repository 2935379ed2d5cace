"""Duties: who leads, who supports, by when, how often, and how binding it is."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.changes.change import ChangeKind, kind
from site_builder.changes.indicators import INTERVAL
from site_builder.changes.naming import bodies, listed
from site_builder.changes.plan_facts import CLAUSE, TEXT
from site_builder.changes.sides import (
    Classify,
    Difference,
    Side,
    always,
    come_gone_or,
    come_or_gone,
)
from site_builder.model.duty import OPEN_LIST, ROLE_WORDS, Role
from site_builder.terms.period import Period
from site_builder.terms.text import Text

ADDED = kind("duty-added", "authority", "Thêm nhiệm vụ", "Duty added", "duty-removed")
REMOVED = kind("duty-removed", "authority", "Bỏ nhiệm vụ", "Duty removed", "duty-added")
LEAD = kind("lead-changed", "authority", "Đổi cơ quan chủ trì", "Lead changed")
ASSIGNED = kind(
    "assigned-changed", "authority", "Đổi cơ quan thực hiện", "Who carries it out changed"
)
SUPPORTER_ADDED = kind(
    "supporter-added",
    "review",
    "Thêm cơ quan tham gia",
    "Supporting body added",
    "supporter-removed",
)
SUPPORTER_REMOVED = kind(
    "supporter-removed",
    "review",
    "Bỏ cơ quan tham gia",
    "Supporting body removed",
    "supporter-added",
)
ROLE = kind("role-changed", "review", "Đổi vai trò của cơ quan", "Role of a body changed")
LATER = kind("deadline-later", "authority", "Lùi thời hạn", "Deadline put off", "deadline-earlier")
EARLIER = kind(
    "deadline-earlier", "authority", "Đưa thời hạn sớm lên", "Deadline brought forward",
    "deadline-later",
)  # fmt: skip
DEADLINE_ADDED = kind(
    "deadline-added", "authority", "Thêm thời hạn", "Deadline added", "deadline-removed"
)
DEADLINE_REMOVED = kind(
    "deadline-removed", "authority", "Bỏ thời hạn", "Deadline removed", "deadline-added"
)
PRECISION = kind(
    "deadline-precision-changed",
    "review",
    "Ghi thời hạn rõ hơn hoặc thô hơn, ngày cuối giữ nguyên",
    "Deadline given more or less exactly, its last day stays",
)
NATURE = kind(
    "duty-nature-changed",
    "authority",
    "Đổi tính chất nhiệm vụ (giao hay đề nghị, có phải là báo cáo không)",
    "Nature of a duty changed (given or only requested, a report or not)",
)
LINKS = kind(
    "links-changed",
    "review",
    "Sửa chỉ tiêu liên quan của nhiệm vụ",
    "Indicators that a duty belongs to changed",
)

KINDS: tuple[ChangeKind, ...] = (
    ADDED, REMOVED, LEAD, ASSIGNED, SUPPORTER_ADDED, SUPPORTER_REMOVED, ROLE, LATER, EARLIER,
    DEADLINE_ADDED, DEADLINE_REMOVED, PRECISION, NATURE, LINKS,
)  # fmt: skip


def _deadline(difference: Difference) -> ChangeKind:
    assert difference.before is not None
    assert difference.after is not None
    before: Period = difference.before.content
    after: Period = difference.after.content
    if before.end == after.end:
        return PRECISION
    return LATER if after.end > before.end else EARLIER


def _supporter(difference: Difference) -> ChangeKind:
    """Whether the body came, went, or does something else now."""
    name, body = difference.name, difference.key.rpartition("/")[2]
    if not _roles(difference.base, name, body):
        return SUPPORTER_ADDED
    return ROLE if _roles(difference.head, name, body) else SUPPORTER_REMOVED


def _roles(side: Side, name: str, body: str) -> tuple[Role, ...]:
    duty = side.duties[name]
    return tuple(role for role in ROLE_WORDS if body in duty.members(role))


CLASSIFY: Mapping[str, Classify] = {
    "duty": come_or_gone(ADDED, REMOVED),
    "duty.clause": always(CLAUSE),
    "duty.task": always(TEXT),
    "duty.requested": always(NATURE),
    "duty.report": always(NATURE),
    "duty.indicators": always(LINKS),
    "duty.note": always(TEXT),
    "duty.lead": always(LEAD),
    "duty.assigned": always(ASSIGNED),
    "duty.body": _supporter,
    "duty.when.due": come_gone_or(DEADLINE_ADDED, DEADLINE_REMOVED, _deadline),
    "duty.when.every": always(INTERVAL),
    "duty.when.on_request": always(INTERVAL),
    "duty.when.ongoing": always(INTERVAL),
    "duty.when.wording": always(TEXT),
}


def follows_from_lead(difference: Difference) -> bool:
    """Whether a body's other role changed because it took up or gave up the lead: told there."""
    if difference.fact.field != "duty.body":
        return False
    body = difference.key.rpartition("/")[2]
    base, head = (side.duties[difference.name] for side in (difference.base, difference.head))
    return (body in base.lead) != (body in head.lead) or (
        (body in base.assigned) != (body in head.assigned)
    )


_STAYS = Text("{who} chuyển sang {roles}", "{who} now {roles}")
_LEAVES = Text("{who} không còn vai trò nào", "{who} has no role any more")
_WAS = Text("{who} trước đây {roles}", "{who} before: {roles}")


def lead_detail(difference: Difference) -> Text | None:
    """What becomes of those who gave it up, and what those who take it up did before."""
    attribute = difference.fact.field.rpartition(".")[2]
    base, head = (side.duties[difference.name] for side in (difference.base, difference.head))
    old = [m for m in getattr(base, attribute) if m not in getattr(head, attribute)]
    new = [m for m in getattr(head, attribute) if m not in getattr(base, attribute)]
    said = [_became(difference, body) for body in old if body != OPEN_LIST]
    said += [
        _WAS.fill(who=bodies((body,), difference.head.agencies), roles=_said_roles(roles))
        for body in new
        if (roles := _roles(difference.base, difference.name, body)) and body != OPEN_LIST
    ]
    if not said:
        return None
    return Text("; ".join(text.vi for text in said), "; ".join(text.en for text in said))


def _became(difference: Difference, body: str) -> Text:
    who = bodies((body,), difference.base.agencies)
    roles = _roles(difference.head, difference.name, body)
    return _STAYS.fill(who=who, roles=_said_roles(roles)) if roles else _LEAVES.fill(who=who)


def _said_roles(roles: tuple[Role, ...]) -> Text:
    return listed(ROLE_WORDS[role] for role in roles)
