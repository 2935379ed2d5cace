"""Charts like those of an indicator's page: 20 quarters, 5 targets."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from site_builder.charts.spec import DataPoint, TargetMark, TimelineChart
from site_builder.terms.text import Text, same


def timelines(count: int) -> list[TimelineChart]:
    """`count` timelines, no two alike."""
    return [_timeline(number) for number in range(count)]


def _timeline(number: int) -> TimelineChart:
    ends = [dt.date(2022 + q // 4, 3 * (q % 4) + 3, 30) for q in range(20)]
    points = tuple(
        DataPoint(end, Decimal(20000 + 250 * q + number), same(f"{end}: {q}"), "official")
        for q, end in enumerate(ends)
    )
    targets = tuple(
        TargetMark(dt.date(year, 12, 31), Decimal(value + number), same(str(value)), "about")
        for year, value in (
            (2023, 22000), (2025, 24000), (2030, 29000), (2035, 31000), (2045, 36000),
        )
    )  # fmt: skip
    return TimelineChart(
        id=f"bench-{number}",
        title=Text("Số đoàn viên", "Members"),
        description=Text("Thực hiện so với chỉ tiêu", "Actual against targets"),
        unit=Text("đoàn viên", "members"),
        points=points,
        targets=targets,
        path=tuple((target.date, target.value) for target in targets),
        as_of=dt.date(2026, 11, 20),
        illustrative=True,
    )
