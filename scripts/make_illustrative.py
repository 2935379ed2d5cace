"""Writes the illustrative figures again: `make data`. Same seed, same bytes.

The source documents hold no progress figures but the June 2021 columns of one annex. These series
are made up, so that every status, chart and gap of the site can be seen before real reports come
in. Each row says so twice: its state is `illustrative`, and so does its source.

No series runs beyond the life of its body: the district federation of Ba Đình ended on 30 June 2025,
the bloc of Lâm Đồng with February 2025, and from then on nobody could have reported anything.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

SEED = 277_55_10
SOURCE = "Số liệu minh họa, không phải báo cáo thật"
DATA = Path(__file__).resolve().parent.parent / "data"
QUARTER_END = {1: "31", 2: "30", 3: "30", 4: "31"}

P277 = "lai-chau/277-kh-ldld"
P55 = "ba-dinh/55-kh-qu"
P10 = "ba-dinh/10-kh-ubnd"
PLD = "lam-dong/dang-uy-khoi-cac-co-quan-nq02"
LDLD_BA_DINH = "ldld-quan-ba-dinh"
LDLD_LAI_CHAU = "ldld-tinh-lai-chau"
DANG_UY_KHOI = "dang-uy-khoi-cac-co-quan-lam-dong"

PROGRESS = (
    "indicator", "agency", "period", "value", "numerator", "denominator", "state", "source",
    "reported_on", "note", "corrects",
)  # fmt: skip
DUTIES = (
    "duty", "agency", "period", "progress", "done_on", "state", "source", "reported_on", "note",
)  # fmt: skip
REPORTS = ("duty", "agency", "period", "received_on", "state", "source", "reported_on", "note")
ASSESSMENTS = (
    "indicator", "agency", "target", "verdict", "assessor", "assessed_on", "state", "source",
    "reported_on", "note",
)  # fmt: skip
ASSESSOR = "Người đánh giá minh họa"
Row = dict[str, str]


def quarters(first: str, last: str) -> list[str]:
    """Every quarter from `2021-Q4` to `2025-Q1`."""
    year, quarter = int(first[:4]), int(first[-1])
    found = [first]
    while found[-1] != last:
        quarter += 1
        if quarter > 4:
            year, quarter = year + 1, 1
        found.append(f"{year}-Q{quarter}")
    return found


def reported_on(period: str, days: int) -> str:
    """So many days into the month after a quarter's or year's end."""
    year, quarter = int(period[:4]), int(period[-1]) if "Q" in period else 4
    month = 3 * quarter + 1
    if month > 12:
        year, month = year + 1, 1
    return f"{year}-{month:02d}-{days:02d}"


@dataclass(frozen=True)
class Knots:
    """A series by its corners: (quarter, value) pairs, straight in between, a little uneven."""

    corners: tuple[tuple[str, float], ...]
    jitter: float = 0.0

    def values(self, chance: random.Random) -> list[tuple[str, float]]:
        """(quarter, value) for each quarter from the first corner to the last."""
        found: list[tuple[str, float]] = []
        for (start, low), (end, high) in zip(self.corners, self.corners[1:], strict=False):
            span = quarters(start, end)
            for step, period in enumerate(span[:-1]):
                straight = low + (high - low) * step / (len(span) - 1)
                shake = chance.uniform(-self.jitter, self.jitter) if found else 0.0
                found.append((period, straight + shake))
        return [*found, self.corners[-1]]


def row(indicator: str, agency: str, period: str, **cells: str) -> Row:
    """One row of values, marked illustrative."""
    base = dict.fromkeys(PROGRESS, "")
    base |= {"indicator": indicator, "agency": agency, "period": period}
    base |= {"state": "illustrative", "source": SOURCE, "reported_on": reported_on(period, 10)}
    return base | cells


def levels(indicator: str, agency: str, series: Iterable[tuple[str, float]]) -> list[Row]:
    """Whole numbers."""
    return [row(indicator, agency, period, value=str(round(value))) for period, value in series]


def shares(
    indicator: str, agency: str, percents: Iterable[tuple[str, float]], of: Iterable[float]
) -> list[Row]:
    """Numerators and denominators; the site computes the share."""
    return [
        row(
            indicator, agency, period,
            numerator=str(round(percent * whole / 100)), denominator=str(round(whole)),
        )
        for (period, percent), whole in zip(percents, of, strict=True)
    ]  # fmt: skip


def without(rows: Sequence[Row], *periods: str) -> list[Row]:
    """A gap: these quarters were never reported."""
    return [one for one in rows if one["period"] not in periods]


def late(rows: Sequence[Row], period: str, day: str) -> list[Row]:
    """One quarter that came in late."""
    return [
        one | {"reported_on": day, "note": "Báo cáo gửi muộn (minh họa)."}
        if one["period"] == period
        else one
        for one in rows
    ]


def corrected(rows: Sequence[Row], period: str, wrong: str, why: str, day: str) -> list[Row]:
    """One quarter was first reported wrongly; the right row names what it corrects."""
    found: list[Row] = []
    for one in rows:
        if one["period"] == period:
            found.append(one | {"value": wrong})
            right = f"{why} Số cũ: {wrong}."
            found.append(one | {"reported_on": day, "corrects": right})
        else:
            found.append(one)
    return found


def ba_dinh_party(chance: random.Random) -> list[Row]:
    """55-KH/QU: the targets of 2023 reached, but for one failed year in new unions."""
    members = Knots((("2021-Q4", 20850), ("2023-Q4", 21840), ("2025-Q1", 23627)), 60)
    rows = levels("doan-vien", LDLD_BA_DINH, members.values(chance))
    rows = without(rows, "2022-Q3", "2024-Q2")
    rows = late(rows, "2023-Q1", "2023-06-28")
    rows = corrected(
        rows, "2024-Q4", "23110", "Số chính thức thay số tạm tính (minh họa).", "2025-02-14"
    )
    rows = corrected(
        rows, "2025-Q1", "32627", "Đính chính do đảo chữ số khi nhập (minh họa).", "2025-05-06"
    )
    for year, count in (("2022", "29"), ("2023", "22"), ("2024", "27")):
        rows.append(row("cdcs-thanh-lap-moi", LDLD_BA_DINH, year, value=count))
    agreed = Knots((("2021-Q4", 66.0), ("2023-Q4", 75.8), ("2025-Q1", 77.1)), 0.3)
    periods = agreed.values(chance)
    firms = [round(148 + 2.6 * step) for step in range(len(periods))]
    rows += shares("ty-le-tuldtt", LDLD_BA_DINH, periods, firms)
    signed = {
        one["period"]: int(one["numerator"]) for one in rows if one["indicator"] == "ty-le-tuldtt"
    }
    graded = Knots((("2022-Q4", 38.0), ("2023-Q4", 47.5)), 0.4).values(chance)
    rows += shares("ty-le-tuldtt-loai-b", LDLD_BA_DINH, graded, [signed[p] for p, _ in graded])
    covered = Knots((("2023-Q4", 86.1), ("2025-Q1", 88.5)), 0.2).values(chance)
    workers = [round(16800 + 140 * step) for step in range(len(covered))]
    rows += shares("ty-le-doan-vien-trong-dn", LDLD_BA_DINH, covered, workers)
    for year, times in (("2022", "1"), ("2023", "2"), ("2024", "1")):
        rows.append(row("gap-go-doi-thoai", LDLD_BA_DINH, year, value=times))
    return rows


OTHERWISE = "Cố ý khác chuỗi minh họa của 55-KH/QU, để trình bày cả chỉ tiêu không đạt."


def ba_dinh_state(chance: random.Random) -> list[Row]:
    """10/KH-UBND: the same targets told the other way round: they are missed."""
    members = Knots((("2021-Q4", 20850), ("2023-Q4", 21320), ("2025-Q1", 20560)), 40)
    rows = levels("doan-vien", LDLD_BA_DINH, members.values(chance))
    agreed = Knots((("2021-Q4", 66.0), ("2025-Q1", 68.0)), 0.2).values(chance)
    rows += shares("ty-le-tuldtt", LDLD_BA_DINH, agreed, [150 + 2 * n for n in range(len(agreed))])
    for year, count in (("2022", "28"), ("2023", "26")):
        rows.append(row("cdcs-thanh-lap-moi", LDLD_BA_DINH, year, value=count))
    return [one | {"note": OTHERWISE} for one in rows]


MEMBERS_BY_BODY = {
    "ldld-tp-lai-chau": (12, 36, 71, 104),
    "ldld-huyen-tam-duong": (5, 14, 29, 40),
    "ldld-huyen-tan-uyen": (3, 15, 30, 43),
    "ldld-huyen-than-uyen": (4, 12, 26, 38),
    "ldld-huyen-phong-tho": (0, 4, 9, 13),
    "ldld-huyen-sin-ho": (6, 25, 48, 70),
    "ldld-huyen-nam-nhun": (2, 9, 17, 29),
    "ldld-huyen-muong-te": (4, 18, 35, 52),
    "cd-vien-chuc-lai-chau": (1, 8, 15, 21),
    "cdn-giao-duc-lai-chau": (2, 11, 22, 30),
}
UNIONS_BY_BODY = {
    "ldld-tp-lai-chau": (1, 4, 7, 10),
    "ldld-huyen-tam-duong": (0, 1, 1, 2),
    "ldld-huyen-tan-uyen": (0, 0, 1, 1),
    "ldld-huyen-than-uyen": (0, 1, 2, 3),
    "ldld-huyen-phong-tho": (0, 0, 1, 1),
    "ldld-huyen-sin-ho": (0, 0, 0, 1),
    "ldld-huyen-nam-nhun": (0, 0, 0, 0),
    "ldld-huyen-muong-te": (0, 1, 2, 4),
}
"""At the ends of 2021-Q4, 2022-Q3, 2023-Q1 and 2023-Q4. One body never reports its members."""


def lai_chau(chance: random.Random) -> list[Row]:
    """277/KH-LĐLĐ, which ends in 2023: eleven bodies with shares, one of them silent."""
    rows: list[Row] = []
    marks = ("2021-Q4", "2022-Q3", "2023-Q1", "2023-Q4")
    for indicator, bodies in (
        ("doan-vien-ket-nap", MEMBERS_BY_BODY),
        ("cdcs-thanh-lap-moi", UNIONS_BY_BODY),
    ):
        sums: dict[str, int] = {}
        for agency, counts in bodies.items():
            corners = tuple(zip(marks, counts, strict=True))
            series = [(p, round(v)) for p, v in Knots(corners).values(chance)]
            rows += levels(indicator, agency, series)
            for period, value in series:
                sums[period] = sums.get(period, 0) + value
        rows += levels(indicator, LDLD_LAI_CHAU, sorted(sums.items()))
    rows = [
        one | {"state": "illustrative", "note": "Thiếu báo cáo của một đơn vị (minh họa)."}
        if one["agency"] == LDLD_LAI_CHAU and one["indicator"] == "doan-vien-ket-nap"
        else one
        for one in rows
    ]
    grown = Knots((("2021-Q4", 52.0), ("2023-Q4", 78.5)), 0.5).values(chance)
    rows += shares(
        "ty-le-dn-thanh-lap-cdcs", LDLD_LAI_CHAU, grown, [65 + n for n in range(len(grown))]
    )
    return rows


def lam_dong(_chance: random.Random) -> list[Row]:
    """The plan of Lâm Đồng: a share of very few, so that the site shows the count."""
    counts = (("2022-Q4", "3", "8"), ("2023-Q4", "5", "8"), ("2024-Q4", "6", "8"))
    return [
        row(
            "hoan-thanh-chi-tieu-dai-hoi-cong-doan", DANG_UY_KHOI, period,
            numerator=done, denominator=of,
        )
        for period, done, of in counts
    ]  # fmt: skip


def duty(name: str, agency: str, progress: str, day: str, done_on: str = "", note: str = "") -> Row:
    """One row of progress on a duty, marked illustrative."""
    return {
        "duty": name, "agency": agency, "period": "", "progress": progress, "done_on": done_on,
        "state": "illustrative", "source": SOURCE, "reported_on": day, "note": note,
    }  # fmt: skip


DUTIES_BY_PLAN = {
    P55: [
        duty(
            "ke-hoach-pho-bien-den-chi-bo", "cac-cap-uy-truc-thuoc-quan-uy-ba-dinh",
            "done", "2021-10-05", "2021-09-28",
        ),
        duty(
            "sinh-hoat-chi-bo-chuyen-de", "cac-cap-uy-truc-thuoc-quan-uy-ba-dinh",
            "done", "2021-10-20", "2021-10-12",
        ),
        duty("btv-quan-uy-so-tong-ket", "btv-quan-uy-ba-dinh", "in_progress", "2023-12-20"),
        duty(
            "lam-viec-dinh-ky-voi-cong-doan", "btv-quan-uy-ba-dinh", "in_progress", "2024-07-05"
        ),
    ],
    P277: [
        duty(
            "thanh-lap-ban-chi-dao", "ldld-tinh-lai-chau", "done", "2021-12-05", "2021-11-30"
        ),
        duty("bao-dam-kinh-phi", "ldld-tinh-lai-chau", "in_progress", "2022-07-08"),
    ],
    PLD: [
        duty(
            "tccsd-bao-cao-ket-qua", "tccsd-khoi-lam-dong", "in_progress", "2021-12-06",
            note="Còn đơn vị chưa gửi báo cáo (minh họa).",
        ),
    ],
}  # fmt: skip


def report(name: str, agency: str, period: str, received_on: str) -> Row:
    """One report that came in, marked illustrative."""
    return {
        "duty": name, "agency": agency, "period": period, "received_on": received_on,
        "state": "illustrative", "source": SOURCE, "reported_on": received_on, "note": "",
    }  # fmt: skip


def lai_chau_reports(chance: random.Random) -> list[Row]:
    """Quarterly reports of the eleven bodies: most in time, some late, one body silent."""
    rows = []
    for agency in MEMBERS_BY_BODY:
        for period in quarters("2021-Q4", "2023-Q4"):
            fate = chance.random()
            if fate < 0.08:
                continue
            year, month = reported_on(period, 1).split("-")[:2]
            day = chance.randint(3, 27)
            if fate < 0.2:
                month = f"{int(month) + 1:02d}"
            rows.append(report("bao-cao-hang-quy", agency, period, f"{year}-{month}-{day:02d}"))
    for half, received in (("2022-H1", "2022-07-12"), ("2022-H2", "2023-01-16")):
        rows.append(report("tc-kt-bao-cao-dinh-ky", "ban-tc-kt-ldld-tinh-lai-chau", half, received))
    return rows


def assessment(indicator: str, agency: str, target: str, verdict: str, day: str, note: str) -> Row:
    """One judgement in words, by nobody who exists."""
    return {
        "indicator": indicator, "agency": agency, "target": target, "verdict": verdict,
        "assessor": ASSESSOR, "assessed_on": day, "state": "illustrative", "source": SOURCE,
        "reported_on": day, "note": note,
    }  # fmt: skip


def write(plan: str, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """One CSV file, with `corrects` only where it is used."""
    used = [c for c in columns if c != "corrects" or any(one[c] for one in rows)]
    path = DATA / plan / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, used, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Write every file; each plan has a generator of its own, so that one does not move another."""
    makers = ((P55, ba_dinh_party), (P10, ba_dinh_state), (P277, lai_chau), (PLD, lam_dong))
    for plan, make in makers:
        chance = random.Random(f"{SEED} {plan}")
        write(plan, "progress/minh-hoa.csv", PROGRESS, make(chance))
    for plan, rows in DUTIES_BY_PLAN.items():
        write(plan, "duties/minh-hoa.csv", DUTIES, rows)
    chance = random.Random(f"{SEED} reports")
    write(P277, "reports/minh-hoa.csv", REPORTS, lai_chau_reports(chance))
    judged = assessment(
        "so-luong-chat-luong-doan-vien", DANG_UY_KHOI, "undated", "met", "2024-12-20",
        "Đánh giá minh họa, không phải kết luận thật.",
    )  # fmt: skip
    write(PLD, "assessments/minh-hoa.csv", ASSESSMENTS, [judged])


if __name__ == "__main__":
    main()
