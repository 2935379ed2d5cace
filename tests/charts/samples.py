"""Specifications of charts as the pages make them, one list for all tests of this room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from site_builder.charts.spec import (
    AllocationChart,
    Bar,
    BreakMark,
    Chart,
    DataPoint,
    EndMark,
    FormerTarget,
    SparkChart,
    StatusChart,
    TargetMark,
    TimelineChart,
)
from site_builder.model.rows import State
from site_builder.terms.period import parse_period
from site_builder.terms.quantity import format_number
from site_builder.terms.status import Status
from site_builder.terms.text import Text, same

AS_OF = dt.date(2026, 9, 30)
QUARTERS = [
    f"{year}-Q{quarter}"
    for year in range(2021, 2027)
    for quarter in (1, 2, 3, 4)
    if "2021-Q4" <= f"{year}-Q{quarter}" <= "2026-Q3"
]
MEMBERS = [
    20172, 20297, 20650, 20733, 20900, 21290, 21760, 21920, 22110, 22040,
    22410, 22490, 22650, 22800, 23090, 23660, 23810, 24030, 24240, 24136,
]  # fmt: skip
MIXED: list[State] = ["official"] * 20
MIXED[16:18] = ["provisional"] * 2
MIXED[18:] = ["estimate"] * 2
ILLUSTRATIVE: list[State] = ["illustrative"] * 20


def points(values: Iterable[object], states: Sequence[State]) -> tuple[DataPoint, ...]:
    """Quarterly values from 2021-Q4 on."""
    made = []
    for text, value, state in zip(QUARTERS, values, states, strict=False):
        period, number = parse_period(text), Decimal(str(value))
        label = Text(
            f"{period.words('vi')}: {format_number(number, 'vi')}",
            f"{period.words('en')}: {format_number(number, 'en')}",
        )
        made.append(DataPoint(period.end, number, label, state))
    return tuple(made)


def yearly(values: Iterable[object], states: Sequence[State]) -> tuple[DataPoint, ...]:
    """Yearly values from 2022 on."""
    return tuple(
        DataPoint(dt.date(2022 + n, 12, 31), Decimal(str(value)), same(f"{2022 + n}: {value}"), s)
        for n, (value, s) in enumerate(zip(values, states, strict=False))
    )


def target(year: int, value: object, words: str = "khoảng {}") -> TargetMark:
    """A target at the end of a year."""
    number = Decimal(str(value))
    label = Text(words.format(format_number(number, "vi")), f"about {format_number(number, 'en')}")
    return TargetMark(dt.date(year, 12, 31), number, label, "about")


def timeline(
    name: str,
    shown: Sequence[DataPoint] = (),
    targets: Sequence[TargetMark] = (),
    *,
    unit: str = "đoàn viên",
    bars: bool = False,
) -> TimelineChart:
    """A timeline without an expected path, illustrative if any of its points is."""
    return TimelineChart(
        id=name,
        title=Text(f"Biểu đồ {name}", f"Chart {name}"),
        description=Text("Số liệu theo quý so với chỉ tiêu.", "Quarterly values against targets."),
        unit=same(unit),
        points=tuple(shown),
        targets=tuple(targets),
        path=(),
        as_of=AS_OF,
        illustrative=any(point.state == "illustrative" for point in shown),
        bars=bars,
    )


PERCENTAGES = [round(70 + n * 0.63, 1) for n in range(20)]
MEMBER_TARGETS = (target(2023, 22000), target(2025, 24000), target(2030, 29000, "đạt {}"))
SHARE_TARGETS = (
    target(2023, 75, "ít nhất {} %"),
    target(2025, 80, "từ {} % trở lên"),
    target(2030, 85, "ít nhất {} %"),
    target(2045, 99, "ít nhất {} %"),
)
EACH_YEAR = tuple(target(year, 25, "ít nhất {}") for year in range(2022, 2031))
PATH = (
    (dt.date(2021, 12, 31), Decimal(20172)),
    *((mark.date, mark.value) for mark in MEMBER_TARGETS),
)

MEMBERS_CHART = replace(
    timeline("doan-vien", points(MEMBERS, ILLUSTRATIVE), MEMBER_TARGETS), path=PATH
)
MIXED_CHART = replace(timeline("mixed", points(MEMBERS, MIXED), MEMBER_TARGETS), path=PATH)
FLOW_CHART = timeline(
    "ket-nap",
    yearly(
        [27, 21, 25, 30, 12], ["official", "official", "provisional", "estimate", "illustrative"]
    ),
    EACH_YEAR,
    bars=True,
)
NO_DATA_CHART = timeline("no-data", (), MEMBER_TARGETS)


def bar(name: str, share: int | None, actual: int | None) -> Bar:
    """One body."""
    return Bar(
        same(name),
        None if share is None else Decimal(share),
        None if actual is None else Decimal(actual),
        same(f"{name}: {actual} trên {share} đoàn viên"),
    )


LAI_CHAU = (
    bar("LĐLĐ Thành Phố", 100, 63),
    bar("LĐLĐ huyện Tam Đường", 40, 25),
    bar("LĐLĐ huyện Phong Thổ", 40, 44),
    bar("LĐLĐ huyện Sìn Hồ", 60, None),
    bar("LĐLĐ huyện Nậm Nhùn", 40, 0),
    bar("LĐLĐ huyện Mường Tè", 40, 12),
    bar("LĐLĐ huyện Than Uyên", 80, 70),
    bar("LĐLĐ huyện Tân Uyên", 80, 22),
    bar("Công đoàn Viên chức tỉnh", None, 5),
    bar("Công đoàn ngành Giáo dục và Đào tạo tỉnh phối hợp với Công đoàn ngành Y tế", 40, 1),
    bar("Công đoàn các khu công nghiệp", None, None),
)


def allocation(name: str, bars: Iterable[Bar], *, illustrative: bool = False) -> AllocationChart:
    """An allocation among bodies."""
    return AllocationChart(
        id=name,
        title=Text("Phân bổ chỉ tiêu", "Allocation"),
        description=Text("Thực hiện so với chỉ tiêu được giao.", "Achieved against allocated."),
        unit=Text("đoàn viên", "members"),
        bars=tuple(bars),
        illustrative=illustrative,
    )


def statuses(name: str, *counts: tuple[Status, int], illustrative: bool = False) -> StatusChart:
    """A status strip."""
    title = Text("Tình trạng các chỉ tiêu", "Status of targets")
    description = Text("Số chỉ tiêu theo tình trạng.", "Targets by status.")
    return StatusChart(name, title, description, counts, illustrative)


ALLOCATION_CHART = allocation("phan-bo", LAI_CHAU, illustrative=True)
STATUS_CHART = statuses(
    "tinh-trang",
    (Status.MET, 5),
    (Status.ON_TRACK, 12),
    (Status.BEHIND, 4),
    (Status.FAR_BEHIND, 2),
    (Status.NO_DATA, 7),
    (Status.NOT_YET_DUE, 3),
    (Status.OVERDUE, 0),
    illustrative=True,
)


def spark(
    name: str,
    shown: Sequence[DataPoint],
    aim: TargetMark | None = None,
    *,
    bars: bool = False,
) -> SparkChart:
    """A run of values, illustrative if any of them is."""
    return SparkChart(
        id=name,
        title=Text("Số đoàn viên qua các kỳ", "Members over time"),
        description=Text("Mới nhất: 24.136.", "Latest: 24,136."),
        points=tuple(shown),
        target=aim,
        illustrative=any(point.state == "illustrative" for point in shown),
        bars=bars,
    )


SPARK_CHART = spark("dong-doan-vien", MEMBERS_CHART.points, MEMBER_TARGETS[2])
SPARK_BARS = spark("dong-ket-nap", FLOW_CHART.points, EACH_YEAR[4], bars=True)


def was(value: object, until: dt.date, cause: str, words: str = "khoảng {}") -> FormerTarget:
    """What a target said until a document changed it."""
    number = Decimal(str(value))
    label = Text(words.format(format_number(number, "vi")), f"about {format_number(number, 'en')}")
    return FormerTarget(number, label, until, same(cause))


AMENDED, AMENDED_AGAIN = dt.date(2023, 1, 5), dt.date(2024, 7, 1)
CHANGED_TARGETS = (
    MEMBER_TARGETS[0],
    replace(target(2025, 23000), was=(was(24000, AMENDED, "15/KH-LĐLĐ"),)),
    replace(
        target(2030, 28000, "đạt {}"),
        was=(
            was(29000, AMENDED, "15/KH-LĐLĐ", "đạt {}"),
            was(30000, AMENDED_AGAIN, "27/KH-LĐLĐ", "đạt {}"),
        ),
    ),
)
CHANGED_CHART = replace(timeline("changed", points(MEMBERS, MIXED), CHANGED_TARGETS), path=PATH[:2])
BREAK = BreakMark(
    dt.date(2025, 7, 1),
    Text("chỉ còn đếm đoàn viên của hai phường", "only members of two wards are counted"),
    same("1656/NQ-UBTVQH15"),
    (dt.date(2025, 9, 30), Decimal(9800)),
    ((dt.date(2025, 9, 30), Decimal(9800)), (dt.date(2030, 12, 31), Decimal(14000))),
)
BROKEN = [*MEMBERS[:15], 9800, 10050, 10300, 10700, 11250]
BROKEN_CHART = replace(
    timeline("broken", points(BROKEN, MIXED), (MEMBER_TARGETS[0], target(2030, 14000, "đạt {}"))),
    path=PATH,
    breaks=(BREAK,),
)
ENDED_TARGET = replace(MEMBER_TARGETS[2], ended=EndMark(BREAK.day, same("03-KL/TU")))
ENDED_CHART = timeline("ended", points(MEMBERS, MIXED), (*MEMBER_TARGETS[:2], ENDED_TARGET))
SEVERAL_CHART = timeline(
    "several",
    points([round(70 + n * 0.63, 1) for n in range(20)], MIXED),
    [
        target(2025, 80, "chung: ít nhất {} %"),
        target(2025, 82, "nữ: ít nhất {} %"),
        target(2025, 60, "nông thôn: {} %"),
        replace(target(2030, 85, "từ {} % đến 90 %"), upper=Decimal(90), comparison="between"),
        target(2030, 95, "thành phố: {} %"),
    ],
    unit="%",
)
CHANGED_FLOW = replace(
    timeline(
        "changed-flow",
        yearly([27, 21, 25, 30, 12], ["official"] * 5),
        [
            *EACH_YEAR[:2],
            *(
                replace(target(year, 20, "ít nhất {}"), was=(was(25, AMENDED_AGAIN, "8/QĐ"),))
                for year in (2024, 2025, 2026)
            ),
            *(replace(one, ended=EndMark(dt.date(2026, 7, 1))) for one in EACH_YEAR[5:7]),
        ],
        bars=True,
    ),
    breaks=(replace(BREAK, start=None, path=(), cause=None),),
)
EVENTFUL_CHART = replace(
    CHANGED_CHART,
    id="eventful",
    breaks=(
        BreakMark(dt.date(2023, 1, 20), same("đổi cách đếm")),
        BreakMark(AMENDED_AGAIN, same("sáp nhập"), same("12/NQ")),
    ),
)
BROKEN_SPARK = replace(
    spark("spark-broken", BROKEN_CHART.points, target(2030, 14000)), breaks=(BREAK,)
)
TIMED = (
    CHANGED_CHART, BROKEN_CHART, ENDED_CHART, SEVERAL_CHART, CHANGED_FLOW, EVENTFUL_CHART
)  # fmt: skip
"""Timelines of targets that were changed or ended and of series that break."""

CHARTS: tuple[Chart, ...] = (
    *TIMED,
    MEMBERS_CHART,
    MIXED_CHART,
    FLOW_CHART,
    NO_DATA_CHART,
    timeline("nothing"),
    timeline("share", points(PERCENTAGES, ILLUSTRATIVE), SHARE_TARGETS, unit="%"),
    timeline("one-point", points([7], MIXED), [target(2025, 7)]),
    timeline("all-equal", points([7] * 20, MIXED), [target(2025, 7)]),
    timeline("zeros", points([0] * 20, MIXED)),
    timeline("negative", points(range(-5, 15), MIXED), [target(2030, 120)], unit="%"),
    timeline("negative-bars", yearly([-7, 12], MIXED), bars=True),
    timeline("quarterly-bars", points([5, 7, 6, 9] * 5, MIXED), EACH_YEAR[:4], bars=True),
    timeline("one-bar", yearly([3], MIXED), bars=True),
    timeline("huge", points(range(10**12, 3 * 10**12, 10**11), MIXED), unit="đồng"),
    timeline("tiny", points([n / 10000 for n in range(20)], MIXED), unit="chỉ số"),
    ALLOCATION_CHART,
    allocation("many-bodies", (bar(f"Công đoàn cơ sở xã số {n}", n * 7, n * 5) for n in range(60))),
    allocation("no-bodies", ()),
    STATUS_CHART,
    statuses("every-status", *((status, n % 4 + 1) for n, status in enumerate(Status))),
    statuses("lopsided", (Status.OVERDUE, 1), (Status.NO_DATA, 300)),
    statuses("no-status"),
    SPARK_CHART,
    SPARK_BARS,
    spark("spark-mixed", MIXED_CHART.points, MEMBER_TARGETS[1]),
    spark("spark-one", MIXED_CHART.points[:1], MEMBER_TARGETS[0]),
    spark("spark-one-bar", FLOW_CHART.points[:1], bars=True),
    spark("spark-quarterly-bars", points([5, 7, 6, 9] * 5, MIXED), EACH_YEAR[0], bars=True),
    spark("spark-equal", points([7] * 20, ILLUSTRATIVE)),
    spark("spark-empty", (), MEMBER_TARGETS[0]),
    BROKEN_SPARK,
    replace(SPARK_BARS, id="spark-broken-bars", breaks=(BREAK,)),
)
