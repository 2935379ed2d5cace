"""The scripts that only add: filters, sorting, links. Each on the smallest page that has its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "assets"
SCRIPT = "\n".join(
    (FOLDER / "js" / f"{name}.js").read_text("utf-8") for name in ("filter", "links", "sort")
)
HOST = "http://site.test"
FRAME = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
style-src 'self'">{head}<script src="{script}" defer></script></head>
<body data-say-copy="Chép liên kết" data-say-copied="Đã chép" data-say-keys="Nhấn Ctrl+C">
<main>{main}</main></body></html>"""
FILTER = """
<form class="filter" data-filter="duty" hidden>
<label>Kế hoạch <select name="plan"><option value="">tất cả</option>
<option value="a">A</option><option value="b">B</option></select></label>
<label>Cơ quan <select name="agency"><option value="">tất cả</option>
<option value="x">X</option><option value="y">Y</option></select></label>
<label>Vai trò <select name="role" data-of="agency"><option value="">tất cả</option>
<option value="lead">chủ trì</option><option value="with">phối hợp</option></select></label>
<label>Có chữ <input type="search" name="q"></label>
<output></output><button type="reset">Bỏ lọc</button></form>
<ul data-group="duty"><li id="one" data-item="duty" data-plan="a" data-agency="x/lead y/with">
Công đoàn cơ sở</li>
<li id="two" data-item="duty" data-plan="a" data-agency="y/lead">Đối thoại hằng năm</li></ul>
<details data-group="duty"><summary>Nữa</summary>
<p id="three" data-item="duty" data-plan="b" data-agency="x/with">Báo cáo Đảng ủy</p></details>
<p id="none" data-none="duty" hidden>Không còn gì</p>
"""
TABLE = """
<table data-sort><thead><tr><th scope="col" data-key="text">Đơn vị</th>
<th scope="col" data-key="num">Giao</th><th scope="col" data-key="date">Hạn</th><th>Ghi chú</th></tr>
</thead><tbody>
<tr><td>Đông</td><td data-value="1000">1.000</td><td data-value="2023-01-31">31/01/2023</td><td></td></tr>
<tr><td>Dương</td><td data-value="">để trống</td><td data-value="2022-12-01">01/12/2022</td><td></td></tr>
<tr><td>An 10</td><td data-value="45.5">45,5</td><td data-value="">—</td><td></td></tr>
<tr><td>An 2</td><td data-value="45.5">45,5</td><td data-value="2024-02-01">01/02/2024</td><td></td></tr>
</tbody><tbody><tr><td>Bình</td><td data-value="-3">−3</td><td data-value=""></td><td></td></tr></tbody>
</table>
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 800, "height": 600})
    yield context
    context.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(context: BrowserContext) -> Iterator[Open]:
    """Opens a page with the given contents at an address, and lets no script fail unnoticed."""
    faults: list[str] = []

    def opened(main: str, address: str = "/trang/", head: str = "") -> Page:
        def answer(route: Route) -> None:
            if route.request.url.endswith(".js"):
                route.fulfill(body=SCRIPT, content_type="text/javascript")
            else:
                html = FRAME.format(main=main, head=head, script="/site.js")
                route.fulfill(body=html, content_type="text/html")

        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None,
        )
        page.route("**/*", answer)
        page.goto(HOST + address)
        return page

    yield opened
    assert faults == []


def shown(page: Page) -> list[str]:
    return [one for one in ("one", "two", "three") if not page.locator(f"#{one}").is_hidden()]


def left(page: Page) -> str:
    return page.locator("output").inner_text()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_filter_shows_itself_and_everything(open_page: Open) -> None:
    page = open_page(FILTER)
    expect(page.locator("form")).to_be_visible()
    assert left(page) == "3 / 3"
    assert page.locator("[data-item][hidden]").count() == 0


def test_choices_narrow_together_and_stand_in_the_address(open_page: Open) -> None:
    page = open_page(FILTER, "/trang/?other=1#day")
    page.select_option("[name=plan]", "a")
    assert (shown(page), left(page)) == (["one", "two"], "2 / 3")
    expect(page.locator("details")).to_be_hidden()
    page.select_option("[name=agency]", "x")
    assert (shown(page), left(page)) == (["one"], "1 / 3")
    assert asked(page) == {"other": ["1"], "plan": ["a"], "agency": ["x"]}
    assert urlsplit(page.url).fragment == "day"


def test_a_role_is_that_of_the_chosen_body(open_page: Open) -> None:
    page = open_page(FILTER)
    page.select_option("[name=role]", "lead")
    assert shown(page) == ["one", "two"]
    page.select_option("[name=agency]", "x")
    assert shown(page) == ["one"]
    page.select_option("[name=agency]", "y")
    assert shown(page) == ["two"]


def test_words_are_found_without_diacritics_and_in_any_order(open_page: Open) -> None:
    page = open_page(FILTER)
    page.fill("[name=q]", "DANG uy bao")
    assert page.locator("[data-item]:not([hidden])").evaluate_all(
        "all => all.map((e) => e.id)"
    ) == ["three"]
    page.fill("[name=q]", "đoàn")
    assert shown(page) == ["one"]
    page.fill("[name=q]", "  ")
    assert left(page) == "3 / 3"


def test_what_is_found_in_a_folded_part_is_unfolded(open_page: Open) -> None:
    page = open_page(FILTER)
    assert shown(page) == ["one", "two"]
    page.select_option("[name=plan]", "b")
    assert shown(page) == ["three"]
    page.fill("[name=q]", "cao")
    page.click("[type=reset]")
    expect(page.locator("output")).to_have_text("3 / 3")
    assert shown(page) == ["one", "two"]


def test_what_a_reader_unfolded_stays_so(open_page: Open) -> None:
    page = open_page(FILTER)
    page.click("summary")
    page.select_option("[name=plan]", "b")
    page.select_option("[name=plan]", "")
    assert shown(page) == ["one", "two", "three"]


def test_an_address_brings_the_choice_back(open_page: Open) -> None:
    page = open_page(FILTER, "/trang/?plan=b&q=cao&agency=nobody")
    assert page.locator("[name=plan]").input_value() == "b"
    assert page.locator("[name=agency]").input_value() == ""
    assert (shown(page), left(page)) == (["three"], "1 / 3")


def test_nothing_found_is_said_and_reset_brings_all_back(open_page: Open) -> None:
    page = open_page(FILTER)
    expect(page.locator("#none")).to_be_hidden()
    page.fill("[name=q]", "không có")
    assert left(page) == "0 / 3"
    expect(page.locator("#none")).to_be_visible()
    page.click("[type=reset]")
    expect(page.locator("output")).to_have_text("3 / 3")
    expect(page.locator("#none")).to_be_hidden()
    assert asked(page) == {}
    assert page.evaluate("document.activeElement.type") == "reset"


def test_enter_does_not_load_the_page_again(open_page: Open) -> None:
    page = open_page(FILTER)
    page.evaluate("window.mark = 1")
    page.fill("[name=q]", "cao")
    page.press("[name=q]", "Enter")
    page.wait_for_load_state()
    assert page.evaluate("window.mark") == 1


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"tbody tr td:nth-child({number})").all_inner_texts()


def press(page: Page, name: str) -> str | None:
    head = page.locator("th", has_text=name)
    head.locator("button").press("Enter")
    return head.get_attribute("aria-sort")


def test_words_sort_as_vietnam_does_numbers_in_them_by_value(open_page: Open) -> None:
    page = open_page(TABLE)
    printed = column(page, 1)
    assert press(page, "Đơn vị") == "ascending"
    assert column(page, 1) == ["An 2", "An 10", "Dương", "Đông", "Bình"]
    assert press(page, "Đơn vị") == "descending"
    assert column(page, 1) == ["Đông", "Dương", "An 10", "An 2", "Bình"]
    assert press(page, "Đơn vị") == "none"
    assert column(page, 1) == printed


def test_numbers_sort_by_value_equals_as_printed_blanks_last(open_page: Open) -> None:
    page = open_page(TABLE)
    press(page, "Giao")
    assert column(page, 1) == ["An 10", "An 2", "Đông", "Dương", "Bình"]
    press(page, "Giao")
    assert column(page, 1) == ["Đông", "An 10", "An 2", "Dương", "Bình"]


def test_days_sort_and_one_column_at_a_time(open_page: Open) -> None:
    page = open_page(TABLE)
    press(page, "Giao")
    assert press(page, "Hạn") == "ascending"
    assert column(page, 1) == ["Dương", "Đông", "An 2", "An 10", "Bình"]
    sorts = page.locator("th").evaluate_all("all => all.map((th) => th.getAttribute('aria-sort'))")
    assert sorts == ["none", "none", "ascending", None]


LINK = '<h2><a class="no" href="#muc-II.1" data-copy title="mục II.1">II.1</a></h2>'


def test_copying_gives_the_permanent_address(open_page: Open) -> None:
    page = open_page(LINK, "/trang/?plan=a#x")
    # A plain-http host has no clipboard: the page gets one that writes down what it is given.
    page.evaluate(
        """Object.defineProperty(navigator, "clipboard",
        {value: {writeText: async (text) => { window.copied = text; }}})"""
    )
    button = page.get_by_role("button", name="Chép liên kết: mục II.1")
    button.focus()
    button.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã chép")
    assert page.evaluate("window.copied") == f"{HOST}/trang/#muc-II.1"


def test_copying_prefers_the_canonical_address(open_page: Open) -> None:
    page = open_page(LINK, head='<link rel="canonical" href="https://example.org/ke-hoach/">')
    page.evaluate(
        """Object.defineProperty(navigator, "clipboard",
        {value: {writeText: async (text) => { window.copied = text; }}})"""
    )
    page.click("button.copy")
    expect(page.get_by_role("status")).to_have_text("Đã chép")
    assert page.evaluate("window.copied") == "https://example.org/ke-hoach/#muc-II.1"


def test_without_a_clipboard_the_old_way_still_copies(open_page: Open) -> None:
    page = open_page(LINK)
    assert page.evaluate("navigator.clipboard") is None
    page.evaluate("document.addEventListener('copy', () => { window.asked = true; })")
    page.click("button.copy")
    expect(page.get_by_role("status")).to_have_text("Đã chép")
    assert page.evaluate("window.asked")
    assert page.locator("input").count() == 0
    assert page.evaluate("document.activeElement.className") == "copy"


def test_where_nothing_copies_the_address_stands_selected(open_page: Open) -> None:
    page = open_page(LINK)
    page.evaluate("document.execCommand = () => false")
    page.click("button.copy")
    expect(page.get_by_role("status")).to_have_text("Nhấn Ctrl+C")
    field = page.get_by_label("Nhấn Ctrl+C")
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == (
        f"{HOST}/trang/#muc-II.1"
    )
    field.press("Tab")
    expect(field).to_have_count(0)


FOLDED = """<details id="outer"><summary>A</summary><details><summary>B</summary>
<p id="deep">sâu</p></details></details><a href="#deep">đến</a>"""


def test_what_an_address_points_at_is_unfolded(open_page: Open) -> None:
    page = open_page(FOLDED, "/trang/#deep")
    expect(page.locator("#deep")).to_be_in_viewport()
    page = open_page(FOLDED)
    expect(page.locator("#deep")).to_be_hidden()
    page.click("a")
    expect(page.locator("#deep")).to_be_visible()


def test_an_address_that_points_at_nothing_does_no_harm(open_page: Open) -> None:
    page = open_page(FOLDED, "/trang/#%E0%A4%A")
    expect(page.locator("#deep")).to_be_hidden()


PRINTED = """<button type="button" data-print hidden>In</button>
<details open id="stays"><summary>A</summary>a</details>
<details id="folded"><summary>B</summary>b</details>
<details id="why" class="why"><summary>C</summary>c</details>"""


def test_a_button_prints(open_page: Open) -> None:
    page = open_page(PRINTED)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.click("[data-print]")
    assert page.evaluate("window.printed")


def test_what_is_folded_is_printed_and_folded_again(open_page: Open) -> None:
    def unfolded() -> list[str]:
        opened = page.locator("details[open]")
        return [opened.nth(n).get_attribute("id") or "" for n in range(opened.count())]

    page = open_page(PRINTED)
    for event, wanted in (("beforeprint", ["stays", "folded"]), ("afterprint", ["stays"])):
        page.evaluate("event => dispatchEvent(new Event(event))", event)
        assert unfolded() == wanted


ABBR = """<p><abbr title="Liên đoàn Lao động">LĐLĐ</abbr> và
<abbr title="Liên đoàn Lao động">LĐLĐ</abbr>; <abbr title="&lt;b&gt;x&lt;/b&gt;">CĐ</abbr></p>
<a href="#x"><abbr title="Công đoàn cơ sở">CĐCS</abbr></a>"""


def test_a_meaning_is_written_out_by_key_and_by_tap(open_page: Open) -> None:
    page = open_page(ABBR)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "LĐLĐ"
    page.keyboard.press("Enter")
    first = page.locator("abbr").first
    expect(first).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".meaning")).to_have_text("(Liên đoàn Lao động)")
    page.keyboard.press("Space")
    expect(first).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".meaning")).to_have_count(0)
    page.locator("abbr").nth(2).click()
    expect(page.locator(".meaning")).to_have_text("(<b>x</b>)")


def test_each_abbreviation_is_one_stop_and_none_within_a_link(open_page: Open) -> None:
    page = open_page(ABBR)
    stops = page.locator("[tabindex]").all_inner_texts()
    assert stops == ["LĐLĐ", "CĐ"]
    page.locator("abbr").nth(1).click()
    expect(page.locator(".meaning")).to_have_count(1)
    page.locator("a abbr").click()
    expect(page.locator(".meaning")).to_have_count(1)
    assert page.url.endswith("#x")


def test_from_a_file_share_links_lead_to_files(context: BrowserContext, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "site.js").write_text(SCRIPT, "utf-8")
    links = (
        "./ sub/ ../x/#muc ../x/?a=b#c data.csv #y https://example.org/ //example.org/ mailto:a/"
    )
    main = "".join(f'<a href="{link}">{link}</a>' for link in links.split())
    html = FRAME.format(main=main, head="", script="site.js").replace("'self'", "file:")
    (tmp_path / "index.html").write_text(html, "utf-8")
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    hrefs = page.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert hrefs == [
        "./index.html",
        "sub/index.html",
        "../x/index.html#muc",
        "../x/index.html?a=b#c",
        *links.split()[4:],
    ]
    page.evaluate(
        """() => { const a = document.createElement("a"); a.href = "sub/"; a.id = "late";
        a.textContent = "late"; a.addEventListener("click", (e) => e.preventDefault());
        document.body.append(a); }"""
    )
    page.click("#late")
    assert page.locator("#late").get_attribute("href") == "sub/index.html"


def test_the_scripts_are_small_and_write_no_markup() -> None:
    assert len(SCRIPT.encode()) <= 10_000
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "style",
    ):
        assert word not in SCRIPT
