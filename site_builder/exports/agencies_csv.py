"""`data/agencies.csv`: every body with its life as far as it is known on the day."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.exports.export import Export
from site_builder.exports.table import table
from site_builder.model.agency import Act, Agency, Successor
from site_builder.model.base import Unknown, Words
from site_builder.progress.snapshot import AgencyState, Snapshot
from site_builder.progress.times import Life
from site_builder.terms.period import Period
from site_builder.terms.text import Text

COLUMNS = (
    "agency", "name", "name_en", "short", "type", "system", "level", "territory", "parent",
    "members", "from", "started_by", "life", "until", "until_not_before", "until_not_after",
    "ended_by", "successors", "predecessors", "former_names",
)  # fmt: skip
_BETWEEN = "; "


def write(snapshot: Snapshot) -> bytes:
    """A row for each body, in the order of their ids."""
    bodies = sorted(snapshot.repository.agencies.items())
    return table(COLUMNS, (_cells(name, body, snapshot.agencies[name]) for name, body in bodies))


def _cells(name: str, body: Agency, state: AgencyState) -> tuple[str, ...]:
    until = body.until
    bounds = until if isinstance(until, Unknown) else None
    return (
        name,
        body.name.vi,
        body.name.en or "",
        _vi(body.short),
        body.type,
        body.system,
        body.level or "",
        _vi(body.territory),
        body.parent or "",
        _BETWEEN.join(body.members),
        _text(body.start),
        _act(body.started_by),
        life_code(state.life),
        _text(until) if isinstance(until, Period) else "",
        _text(bounds.not_before) if bounds else "",
        _text(bounds.not_after) if bounds else "",
        _act(body.ended_by),
        _listed(_heir(one) for one in body.successors),
        _listed(state.life.predecessors),
        _listed(f"{one.name.vi} ({one.until.text})" for one in body.renamed),
    )


def life_code(life: Life) -> str:
    """`ended`, `ending` (announced for a later day), `doubtful`; nothing where no end is known."""
    if life.over:
        return "ended"
    if life.doubtful:
        return "doubtful"
    return "ending" if life.last is not None else ""


def _heir(one: Successor) -> str:
    name = one.agency if one.agency is not None else _vi(one.name)
    return f"{name} ({one.share})" if one.by is None else f"{name} ({one.share}, {_act(one.by)})"


def _act(act: Act | None) -> str:
    if act is None:
        return ""
    return act.document if act.clause is None else f"{act.document} {act.clause}"


def _listed(items: Iterable[str]) -> str:
    return _BETWEEN.join(items)


def _vi(words: Words | None) -> str:
    return "" if words is None else words.vi


def _text(period: Period | None) -> str:
    return "" if period is None else period.text


EXPORT = Export(
    path="data/agencies.csv",
    title=Text("Cơ quan (CSV)", "Bodies (CSV)"),
    description=Text(
        "Mỗi cơ quan một dòng: tên, cấp, khối; bắt đầu, ngày cuối cùng hoạt động và văn bản; cơ quan "
        "kế thừa kèm phần kế thừa (whole – toàn bộ, part – một phần, unknown – chưa xác định) và văn "
        "bản; tên cũ kèm ngày cuối cùng mang tên. life: ended – đã kết thúc, ending – sắp kết thúc, "
        "doubtful – chưa xác định còn hoạt động hay không, trống – không có căn cứ nào cho thấy đã "
        "kết thúc.",
        "A row for each body: name, level, system; its beginning, its last day and the documents; its "
        "successors with how much they took over (whole, part, unknown) and by which document; former "
        "names with the last day of each. life: ended, ending (announced), doubtful (not established), "
        "blank (nothing says that it has ended).",
    ),
    write=write,
    columns=COLUMNS,
)
