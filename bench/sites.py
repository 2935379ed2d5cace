"""Generated repositories of a given number of pages, shaped like the real ones."""

from __future__ import annotations

INDICATORS = 12
AGENCIES = 6
DUTIES = 12
PAGES_A_BLOCK = 1 + INDICATORS + AGENCIES + 1
QUARTERS = tuple(f"{year}-Q{quarter}" for year in range(2022, 2027) for quarter in range(1, 5))
MKDOCS = (
    b"site_name: Bench\ndocs_dir: plans/pages\nplugins:\n  - plansite:\n      as_of: 2026-11-20\n"
)


def generate(pages: int) -> dict[str, bytes]:
    """A valid repository whose site has about `pages` pages: blocks of one plan with its bodies."""
    blocks = max(1, pages // PAGES_A_BLOCK)
    agencies = ["agencies:"]
    documents = ["documents:"]
    files = {"mkdocs.yml": MKDOCS, "plans/pages/about.md": "# Giới thiệu\n".encode()}
    for block in range(blocks):
        agencies += [line for a in range(AGENCIES) for line in _agency(block, a)]
        documents += [
            f"  ke-hoach-{block}:",
            "    kind: Kế hoạch",
            f"    number: {block + 1}/KH-UBND",
            f"    issued: {_issued(block)}",
            f"    plan: vung-{block}/ke-hoach",
        ]
        files[f"plans/vung-{block}/ke-hoach.yml"] = "\n".join(_plan(block)).encode()
        files[f"data/vung-{block}/ke-hoach/progress/quy.csv"] = "\n".join(_rows(block)).encode()
    files["plans/agencies.yml"] = ("\n".join(agencies) + "\n").encode()
    files["plans/documents.yml"] = ("\n".join(documents) + "\n").encode()
    return files


def _issued(block: int) -> str:
    return f"2021-10-{1 + block % 28:02d}"


def _agency(block: int, number: int) -> list[str]:
    return [
        f"  co-quan-{block}-{number}:",
        f"    name: Phòng Lao động - Thương binh và Xã hội số {number} của vùng {block}",
        f"    short: Phòng {number} vùng {block}",
        "    system: state",
        "    level: district",
        f"    territory: Vùng {block}",
    ]


def _plan(block: int) -> list[str]:
    lines = [
        "kind: Kế hoạch",
        f"number: {block + 1}/KH-UBND",
        f"title: Thực hiện nhiệm vụ phát triển đoàn viên, thành lập công đoàn cơ sở, vùng {block}",
        "system: state",
        f"issuer: co-quan-{block}-0",
        f"issued: {_issued(block)}",
        f"place: Vùng {block}",
        f"territory: Vùng {block}",
        "signed_by:",
        "  name: Nguyễn Văn A",
        "  position: Phó Chủ tịch",
        "period:",
        "  to: 2030",
        f"whole: co-quan-{block}-0",
        f"document: ke-hoach-{block}",
        "outline:",
        "  - {clause: I, heading: MỤC ĐÍCH}",
        "  - {clause: II, heading: CHỈ TIÊU}",
        "  - {clause: III, heading: TỔ CHỨC THỰC HIỆN}",
        "objectives:",
        "  - id: muc-tieu",
        "    clause: II",
        "    title: Phát triển đoàn viên, thành lập công đoàn cơ sở",
        "    indicators:",
    ]
    lines += [line for number in range(INDICATORS) for line in _indicator(number)]
    lines.append("duties:")
    lines += [line for number in range(DUTIES) for line in _duty(block, number)]
    return [*lines, ""]


def _indicator(number: int) -> list[str]:
    return [
        f"      - id: chi-tieu-{number}",
        f"        name: Số đoàn viên công đoàn nhóm {number}",
        "        measures: stock",
        "        unit: đoàn viên",
        "        population: Toàn địa bàn",
        "        every: quarter",
        "        baseline: {period: 2022-Q1}",
        "        targets:",
        f"          2023: {{about: {22000 + number}, clause: II-1, wording: khoảng}}",
        f"          2025: {{about: {24000 + number}, clause: II-2, wording: khoảng}}",
        f"          2030: {{at_least: {29000 + number}, clause: II-3, wording: ít nhất}}",
    ]


def _duty(block: int, number: int) -> list[str]:
    return [
        f"  - id: nhiem-vu-{number}",
        f"    clause: III-{number + 1}",
        "    task: Xây dựng kế hoạch, tổ chức thực hiện và báo cáo kết quả theo quy định.",
        f"    lead: [co-quan-{block}-{number % AGENCIES}]",
        f"    with: [co-quan-{block}-{(number + 1) % AGENCIES}]",
        "    when: {every: [quarter], wording: định kỳ hàng quý}",
    ]


def _rows(block: int) -> list[str]:
    header = "indicator,agency,period,value,numerator,denominator,state,source,reported_on,note"
    lines = [header]
    for number in range(INDICATORS):
        for order, period in enumerate(QUARTERS[:19]):
            value = 20000 + 250 * order + 10 * number + block % 7
            lines.append(
                f"chi-tieu-{number},co-quan-{block}-0,{period},{value},,,official,Báo cáo quý,,"
            )
    return [*lines, ""]
