"""A repository with as many valid rows as asked for: every kind of indicator, every rule at work.

`python -m bench.rows 1000000` prints rows a second and peak memory of a check of them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from bench.measure import measured

PLAN = "mau/ke-hoach-lon"
ROWS_PER_FILE = 250_000
_HEADER = (
    "indicator,agency,period,value,numerator,denominator,state,source,reported_on,note,corrects,sex"
)
_PERIODS = [(year, quarter) for year in range(2022, 2046) for quarter in range(1, 5)]
_DAYS = {1: "04-12", 2: "07-09", 3: "10-11", 4: "01-14"}
_MEASURES = ("stock", "cumulative", "ratio", "flow", "index")
_STATES = ("official", "official", "official", "provisional", "estimate")
_TARGET = {
    "ratio": "{at_least: 80, clause: II.1}",
    "index": "{more_than: 100, clause: II.1}",
}


def generate(n: int) -> dict[str, bytes]:
    """A whole small repository whose tables hold `n` rows; the same bytes for the same `n`."""
    units = min(250, max(5, n // 2500))
    indicators = n // (units * len(_PERIODS)) + 1
    lines = _lines(indicators, units)
    files = {
        "plans/agencies.yml": _agencies(units),
        "plans/documents.yml": _documents(),
        f"plans/{PLAN}.yml": _plan(indicators, units),
    }
    for start in range(0, n, ROWS_PER_FILE):
        count = min(ROWS_PER_FILE, n - start)
        rows = [_HEADER, *(next(lines) for _ in range(count))]
        name = f"data/{PLAN}/progress/{start // ROWS_PER_FILE + 1:03d}.csv"
        files[name] = ("\n".join(rows) + "\n").encode("utf-8")
    return files


def _lines(indicators: int, units: int) -> Iterator[str]:
    dice = random.Random(20220111)
    for i in range(indicators):
        measure = _MEASURES[i % len(_MEASURES)]
        sums = dict.fromkeys(_PERIODS, 0)
        for u in range(units):
            level = dice.randrange(200, 4000)
            for year, quarter in _PERIODS:
                level += dice.randrange(0, 40)
                sums[year, quarter] += level
                yield _line(dice, i, f"don-vi-{u}", measure, (year, quarter), level)
        for period, total in sums.items():
            yield _line(dice, i, "co-quan-mau", measure, period, total)


def _line(
    dice: random.Random, i: int, agency: str, measure: str, period: tuple[int, int], level: int
) -> str:
    year, quarter = period
    numbers = f"{level},,"
    if measure == "ratio":
        numbers = f",{dice.randrange(level)},{level}"
    elif measure == "index":
        numbers = f"{level / 10},,"
    elif measure == "flow":
        numbers = f"{level - level % 7},,"
    state = _STATES[dice.randrange(5)]
    day = f"{year + (quarter == 4)}-{_DAYS[quarter]}"
    note = '"Số liệu rà soát,\nđã đối chiếu"' if dice.random() < 0.01 else ""
    return (
        f"chi-tieu-{i},{agency},{year}-Q{quarter},{numbers},{state},"
        f"Báo cáo số {quarter}{year % 100}/BC,{day},{note},,"
    )


def _agencies(units: int) -> bytes:
    lines = ["agencies:", "  co-quan-mau: {name: Cơ quan mẫu}"]
    lines += [f"  don-vi-{u}: {{name: Đơn vị {u}, parent: co-quan-mau}}" for u in range(units)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _documents() -> bytes:
    return f"""documents:
  ke-hoach-mau:
    kind: Kế hoạch
    number: 01/KH-MAU
    issuer: Cơ quan mẫu
    issuer_agency: co-quan-mau
    issued: 2022-01-04
    plan: {PLAN}
""".encode()


def _plan(indicators: int, units: int) -> bytes:
    lines = [
        "kind: Kế hoạch",
        "number: 01/KH-MAU",
        "title: Kế hoạch mẫu để đo tốc độ",
        "system: state",
        "issuer: co-quan-mau",
        "issued: 2022-01-04",
        "place: Mẫu",
        "territory: địa bàn mẫu",
        "signed_by: {name: Người Ký Mẫu, position: Chủ tịch}",
        "period: {from: 2022, to: 2045}",
        "whole: co-quan-mau",
        "document: ke-hoach-mau",
        "outline:",
        "  - {clause: II, heading: Chỉ tiêu}",
        "  - {clause: II.1, heading: Các chỉ tiêu}",
        "objectives:",
        "  - id: muc-tieu",
        "    clause: II.1",
        "    title: Mục tiêu mẫu",
        "    indicators:",
    ]
    for i in range(indicators):
        lines += _indicator(i, _MEASURES[i % len(_MEASURES)], units)
    return ("\n".join(lines) + "\n").encode("utf-8")


def _indicator(i: int, measure: str, units: int) -> Iterator[str]:
    yield f"      - id: chi-tieu-{i}"
    yield f"        name: Chỉ tiêu mẫu {i}"
    yield f"        unit: {'“%”' if measure == 'ratio' else 'người'}".replace("“%”", '"%"')
    yield f"        measures: {measure}"
    yield "        every: quarter"
    if measure == "ratio":
        yield "        numerator: số đạt"
        yield "        denominator: tổng số"
    if measure == "stock":
        yield "        breakdowns: [sex]"
    target = _TARGET.get(measure, "{at_least: 5000, clause: II.1}")
    yield f"        targets: {{2030: {target}}}"
    if measure == "cumulative":
        shares = ", ".join(f"don-vi-{u}: 20" for u in range(units))
        yield f"        allocation: {{clause: II.1, period: 2045, shares: {{{shares}}}}}"


def main() -> None:
    """Generate, check and print."""
    from site_builder.checks.data import check_data
    from site_builder.model.repository import Repository
    from site_builder.sources.plans import read_plans

    count = int(sys.argv[1])
    files = generate(count)
    plans = read_plans(files)
    sound = Repository(plans.agencies, plans.documents, plans.plans)

    def work() -> float:
        return len(check_data(files, sound, plans.broken, rows=False).findings)

    figure = measured(work)
    print(
        f"{count:,} rows: {count / figure.wall:,.0f} rows/s (wall), {count / figure.cpu:,.0f} (CPU), "
        f"peak {figure.peak_mb:.0f} MB, {figure.count:.0f} findings"
    )


if __name__ == "__main__":
    main()
