"""Which file is what, by its path; and files that lie where they will not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_builder.model.repository import AGENCIES_FILE, DOCUMENTS_FILE, LIST_FILES
from site_builder.sources.near import fold
from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

ENDING = Rule(
    code="F001",
    severity="error",
    title=Text("Đuôi tệp không phải .yml", "File does not end in .yml"),
    reason=Text(
        "Chỉ tệp .yml trong thư mục plans được đọc; tệp .yaml nằm đó sẽ bị bỏ qua mà không ai biết.",
        "Only .yml files below plans are read; a .yaml file would be passed over unnoticed.",
    ),
    fix=Text("Đổi đuôi tệp thành .yml.", "Rename the file so that it ends in .yml."),
    wrong="plans/lai-chau/277-kh-ldld.yaml",
    right="plans/lai-chau/277-kh-ldld.yml",
)
PLAN_PATH = Rule(
    code="F002",
    severity="error",
    title=Text("Tên tệp kế hoạch không dùng làm mã được", "Plan file's name cannot be an id"),
    reason=Text(
        "Đường dẫn của tệp là mã kế hoạch và là địa chỉ cố định trên trang web.",
        "The file's path is the plan's id and its permanent address on the site.",
    ),
    fix=Text(
        "Đặt tên thư mục và tệp bằng chữ thường không dấu, số và gạch nối, không dùng tên dành riêng.",
        "Name folders and file with lower-case letters without accents, digits and hyphens, and by "
        "no reserved name.",
    ),
    wrong="plans/Lai Châu/277 KH-LĐLĐ.yml",
    right="plans/lai-chau/277-kh-ldld.yml",
)
MISSING_FILE = Rule(
    code="F003",
    severity="error",
    title=Text("Thiếu danh mục dùng chung", "Shared list is missing"),
    reason=Text(
        "Mọi kế hoạch dẫn tới danh mục cơ quan và danh mục văn bản.",
        "Every plan refers to the list of bodies and the list of documents.",
    ),
    fix=Text("Tạo tệp còn thiếu.", "Create the missing file."),
    wrong="plans/ba-dinh/55-kh-qu.yml",
    right="plans/agencies.yml, plans/documents.yml, plans/ba-dinh/55-kh-qu.yml",
)
DATA_FILE = Rule(
    code="F004",
    severity="error",
    title=Text("Tệp số liệu không phải CSV", "Data file is not CSV"),
    reason=Text(
        "Chỉ tệp .csv trong thư mục data được đọc; số liệu trong tệp khác sẽ không hiện ra ở đâu.",
        "Only .csv files below data are read; figures in other files would show nowhere.",
    ),
    fix=Text(
        "Trong Excel chọn Lưu thành → “CSV UTF-8”, rồi xóa tệp cũ khỏi thư mục data.",
        "In Excel choose Save as → “CSV UTF-8”, then take the old file out of data.",
    ),
    wrong="data/lai-chau/277-kh-ldld/progress/2022.xlsx",
    right="data/lai-chau/277-kh-ldld/progress/2022.csv",
)
RULES = (ENDING, PLAN_PATH, MISSING_FILE, DATA_FILE)

_PROSE = (".md",)
_RENAME = Text(
    "Đổi đuôi tệp thành .csv, chữ thường.", "Let the file end in .csv, in small letters."
)

_NOT_PLANS = ("plans/schema/", "plans/pages/")
_RESERVED = ("indicators", "progress", "duties", "reports", "assessments")
"""What follows a plan's id in the addresses of its pages and in the folders of its figures: below
a plan `x`, a plan `x/indicators/y` would have the address of the indicator `y`."""
_PLAN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")


def is_plan_file(file: str) -> bool:
    """Whether a file holds a plan: any .yml below `plans/` that is none of the shared lists."""
    return (
        file.startswith("plans/")
        and file.endswith(".yml")
        and not file.startswith(_NOT_PLANS)
        and file not in LIST_FILES
    )


def is_table_file(file: str) -> bool:
    """Whether a file holds reported figures: any .csv below `data/`."""
    return file.startswith("data/") and file.endswith(".csv")


def is_read(file: str) -> bool:
    """Whether a file is part of the repository that is checked."""
    return is_plan_file(file) or is_table_file(file) or file in LIST_FILES


def plan_id(file: str) -> str:
    """The id of the plan in a plan file: `plans/ba-dinh/55-kh-qu.yml` → `ba-dinh/55-kh-qu`."""
    return file.removeprefix("plans/").removesuffix(".yml")


def filing_findings(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Files that are missing, or lie there unread."""
    for name in (AGENCIES_FILE, DOCUMENTS_FILE):
        # A list saved as .yaml is told so, and not told that it is missing as well.
        if name not in files and name.replace(".yml", ".yaml") not in files:
            yield MISSING_FILE.finding(Point(name), read="", expected=same(name))
    for file in sorted(files):
        yield from _misfiled(file)


def _misfiled(file: str) -> Iterator[Finding]:
    suffix = _ending(file)
    if file.startswith("plans/") and not file.startswith(_NOT_PLANS):
        if _ends_otherwise(file):
            name = file.rpartition("/")[2].removesuffix(suffix) + ".yml"
            yield ENDING.finding(Point(file), read=suffix, expected=same(".yml"), suggestion=name)
        elif suffix == ".yml" and is_misnamed(file):
            yield _plan_path(file)
    elif file.startswith("data/") and suffix not in (".csv", *_PROSE):
        yield DATA_FILE.finding(
            Point(file),
            read=suffix or file.rpartition("/")[2],
            expected=same(".csv"),
            fix=_RENAME if suffix.lower() == ".csv" else None,
        )


def _plan_path(file: str) -> Finding:
    if name := _reserved(file):
        expected = Text("một tên khác “{name}”", "a name other than “{name}”").fill(name=name)
        fix = Text(
            "Đổi tên thư mục hoặc tệp “{name}”: tên này dành riêng cho các trang và số liệu của một "
            "kế hoạch.",
            "Rename the folder or file “{name}”: it is reserved for the pages and figures of a plan.",
        ).fill(name=name)
        return PLAN_PATH.finding(Point(file), read=file, expected=expected, fix=fix)
    return PLAN_PATH.finding(
        Point(file),
        read=file,
        expected=Text("chữ thường không dấu, số và gạch nối", "lower case, digits and hyphens"),
        suggestion=meant_file(file),
    )


def is_misnamed(file: str) -> bool:
    """Whether a plan, by its ending or its path, lies where its id cannot be told."""
    if file.startswith("plans/") and not file.startswith(_NOT_PLANS) and _ends_otherwise(file):
        return True
    if not is_plan_file(file):
        return False
    return not _PLAN_ID.fullmatch(plan_id(file)) or _reserved(file) is not None


def _reserved(file: str) -> str | None:
    """The folder or name below the first that would collide with what belongs to another plan."""
    return next((part for part in plan_id(file).split("/")[1:] if part in _RESERVED), None)


def _ending(file: str) -> str:
    """The last ending of a file's name with its dot (`.yml`); empty where it has none.

    By hand, for pathlib's answer for names such as `..yml` differs from Python to Python.
    """
    name = file.rpartition("/")[2]
    before, dot, ending = name.rpartition(".")
    return dot + ending if before else ""


def _ends_otherwise(file: str) -> bool:
    """Whether it is YAML by an ending that is not read: `.yaml`, `.YML`."""
    suffix = _ending(file)
    return suffix.lower() in (".yaml", ".yml") and suffix != ".yml"


def meant_file(file: str) -> str | None:
    """The path that a misnamed plan file should have; None where no letter of it can be kept."""
    stem = file.removeprefix("plans/").removesuffix(_ending(file))
    parts = [re.sub(r"[^a-z0-9]+", "-", fold(part)).strip("-") for part in stem.split("/")]
    return f"plans/{'/'.join(parts)}.yml" if all(parts) else None
