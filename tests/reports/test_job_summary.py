from __future__ import annotations

import re

from markdown_it import MarkdownIt

from site_builder.reports._job_summary import MOST_BYTES, job_summary

from .samples import INTRUDERS, PLAIN, SITE, hostile, located, many, result


def test_nothing_found_is_one_heading() -> None:
    assert (
        job_summary(result(), "vi", PLAIN)
        == "## plansite check: Không thấy lỗi nào trong 3 tệp\\.\n"
    )


def test_a_finding_is_a_heading_and_a_block_of_code() -> None:
    assert job_summary(result(located()), "en", SITE) == (
        "## plansite check: 1 error in 3 files\\.\n"
        "\n"
        "### [V06](https://tien-do.example.vn/kh/en/rules/V06/) · error · Name of the rule\n"
        "\n"
        "```text\n"
        "plans/a.yml:1:7\n"
        "    1 │ khóa: đọc\n"
        "      │       ^^^\n"
        "  read      đọc\n"
        "  expected  the wanted\n"
        "  to do     Mend it\n"
        "  code      V06 · error · Name of the rule\n"
        "  see       https://tien-do.example.vn/kh/en/rules/V06/\n"
        "```\n"
    )


def test_the_worst_come_first_and_more_than_ten_are_folded() -> None:
    said = job_summary(result(*many(15, "note"), located("tệ nhất")), "vi", PLAIN)
    sections = said.split("\n### ")
    assert "đọc thấy  tệ nhất" in sections[1]
    folded = said.index("<details>")
    assert said[:folded].count("\n### ") == 10
    assert said[folded:].count("\n### ") == 6
    assert said.endswith("</details>\n")


def test_a_page_is_never_too_long_for_github() -> None:
    long = [located("x" * 190 + str(n), excerpt="ế" * 500, line=n) for n in range(2_000)]
    said = job_summary(result(*long), "vi", PLAIN)
    assert MOST_BYTES * 0.9 < len(said.encode()) < 2**20
    told = said.count("\n### ")
    assert f"Còn {2_000 - told} lỗi nữa không hiện ở đây" in said


def test_hostile_text_is_inert() -> None:
    said = job_summary(hostile(), "vi", PLAIN)
    assert all(char.isprintable() for char in said if char != "\n")
    tokens = MarkdownIt("commonmark").parse(said)
    blocks = [token.content for token in tokens if token.type == "fence"]
    assert len(blocks) == len(INTRUDERS)
    assert not [token for token in tokens if token.type == "html_block"]
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} == {"text"}
    outside = "".join(child.content for child in inline)
    assert not re.search("evil|script|HYPERLINK|bịa|add-mask", outside)
