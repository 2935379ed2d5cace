"""Tables below `data/`: which plan each belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from site_builder.sources.filing import is_table_file
from site_builder.sources.table_kinds import belonging
from site_builder.sources.table_near import nearest
from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

NO_PLAN = Rule(
    code="T21",
    severity="error",
    title=Text("Tệp số liệu không thuộc kế hoạch nào", "A data file of no plan"),
    reason=Text(
        "Thư mục cho biết số liệu thuộc kế hoạch nào; sai một chữ là số liệu bị bỏ sót.",
        "The folder says whose figures these are; one wrong letter and they would be left out.",
    ),
    fix=Text(
        "Chuyển tệp vào data/<mã kế hoạch>/progress/.", "Move the file to data/<plan id>/progress/."
    ),
    wrong="data/ba-din/55-kh-qu/progress/2022.csv",
    right="data/ba-dinh/55-kh-qu/progress/2022.csv",
)
RULES = (NO_PLAN,)


def check_files(files: Collection[str], plans: Collection[str]) -> Iterator[Finding]:
    """Tables that lie in the folder of no plan."""
    for file in sorted(filter(is_table_file, files)):
        if belonging(file, plans) is None:
            yield _no_plan(file, sorted(plans))


def _no_plan(file: str, plans: Sequence[str]) -> Finding:
    folder = file.removeprefix("data/").rpartition("/")[0]
    candidates = {plan: plan for plan in plans} | {f"{plan}/progress": plan for plan in plans}
    near = nearest(folder, list(candidates))
    expected = Text("thư mục của một kế hoạch trong plans/", "the folder of a plan in plans/")
    if near is not None:
        expected = same(f"data/{candidates[near]}/")
    return NO_PLAN.finding(Point(file), read=f"data/{folder}/", expected=expected)
