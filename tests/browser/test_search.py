"""Search as a visitor uses it: on the shipped site, and on a small one whose every answer is known."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jinja2 import DictLoader
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from bench.search import Reader
from site_builder.render.language import OneLanguage
from site_builder.render.links import file, link, settle
from site_builder.search.entries import Entry
from site_builder.search.fold import fold, words
from site_builder.search.index import index
from site_builder.shell.templates_dir import read_templates
from tests.browser.axe import bring_axe, told, violations
from tests.conftest import ROOT
from tests.search.samples import entry, mixed
from tests.search.test_fold import letters

pytestmark = pytest.mark.xdist_group("browser-search")

FIELD = "header .search input"
HITS = "header [role=listbox] [role=option]"
STATUS = "header .search [role=status]"
SCRIPT = (ROOT / "templates/assets/js/search.js").read_text("utf-8")
LIMIT = 100_000
"""Bytes of a first query, uncompressed."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    return context.new_page()


def ask(tab: Page, query: str) -> list[str]:
    """Put a query into the field in the header; the titles that open below it."""
    tab.locator(FIELD).press("Escape")
    tab.locator(FIELD).fill(query)
    expect(tab.locator(STATUS)).to_have_text(re.compile("."))
    return tab.locator(f"{HITS} span:first-child").all_inner_texts()


def first_link(tab: Page) -> str:
    return str(tab.locator(HITS).first.get_attribute("href"))


def marked(tab: Page) -> list[str]:
    return tab.locator(HITS).first.locator("span").first.locator("mark").all_inner_texts()


# ------------------------------------------------------------------- the shipped site


def test_union_is_found_without_diacritics(tab: Page, origin: str) -> None:
    tab.goto(f"{origin}/about/")
    titles = ask(tab, "cong doan")
    # Plans whose title has the words stand before bodies that begin with them.
    assert titles[0].startswith("Kế hoạch số")
    excerpt = tab.locator(HITS).first.locator("span").last.locator("mark").all_inner_texts()
    assert [word.lower() for word in excerpt][:2] == ["công", "đoàn"]
    assert any(title.lower().startswith("công đoàn") for title in titles)
    groups = tab.locator("header [role=listbox] [role=group]").count()
    assert groups >= 3


@pytest.mark.parametrize("query", ["277 KH LDLD", "277/KH-LĐLĐ", "277/kh-ldld"])
@pytest.mark.parametrize("home", ["", "en/"])
def test_a_plan_is_found_by_its_number(tab: Page, origin: str, home: str, query: str) -> None:
    tab.goto(f"{origin}/{home}")
    ask(tab, query)
    assert first_link(tab) == "./plans/lai-chau/277-kh-ldld/"
    tab.locator(HITS).first.click()
    assert tab.url == f"{origin}/{home}plans/lai-chau/277-kh-ldld/"


def test_english_pages_search_in_english(tab: Page, origin: str) -> None:
    tab.goto(f"{origin}/en/method/")
    ask(tab, "wards")
    hits = tab.locator(HITS)
    assert hits.count() >= 3
    assert "ward" in hits.first.inner_text().lower()
    hits.first.click()
    assert tab.url.startswith(f"{origin}/en/")


QUERIES = ("cong doan", "công đoàn cơ sở", "ldld", "277 kh ldld", "ba dinh", "đoàn viên mới x", "c")


@pytest.mark.parametrize("query", QUERIES)
def test_a_first_query_is_light_and_as_reckoned(
    tab: Page, origin: str, shipped_site: Path, query: str
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    tab.on("request", note)
    tab.goto(f"{origin}/agencies/")
    titles = ask(tab, query)
    names = [Path(urlsplit(one).path).stem for one in asked if "/assets/search/vi/" in one]
    reader = Reader(shipped_index(shipped_site))
    assert reader.ask(query) == titles
    assert sorted(names) == sorted(reader.asked)
    assert all(one.startswith(f"{origin}/") for one in asked)
    assert 5_000 < sum(len(reader.files[name]) for name in names) <= LIMIT


def shipped_index(site: Path) -> dict[str, bytes]:
    files = sorted((site / "assets/search/vi").iterdir())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_every_shipped_result_leads_somewhere(shipped_site: Path) -> None:
    count = 0
    for lang, below in (("vi", ""), ("en", "en/")):
        for block in (shipped_site / "assets/search" / lang).glob("e*.js"):
            call = block.read_text("utf-8")
            for _, address, *_ in json.loads(call[call.index("[") : call.rindex(")")]):
                path, _, anchor = address.partition("#")
                page = (shipped_site / below / path / "index.html").read_text("utf-8")
                assert not anchor or f'id="{anchor}"' in page, address
                count += 1
    assert count > 1_000


def test_from_a_file_share_search_works_as_well(tab: Page, shipped_site: Path) -> None:
    tab.goto((shipped_site / "documents" / "index.html").as_uri())
    ask(tab, "277 kh ldld")
    plan = shipped_site / "plans" / "lai-chau" / "277-kh-ldld" / "index.html"
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(plan.as_uri())
    tab.locator(FIELD).fill("ba dinh")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{(shipped_site / 'search' / 'index.html').as_uri()}?q=ba+dinh")
    tab.locator("#found a").first.click()
    tab.wait_for_url(re.compile("^file:.*/index.html(#.*)?$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_results_are_accessible_and_fit(browser: Browser, origin: str, scheme: str) -> None:
    with browser.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme="dark" if scheme == "dark" else "light",
    ) as context:
        bring_axe(context)
        tab = context.new_page()
        tab.goto(f"{origin}/about/")
        ask(tab, "cong doan")
        tab.keyboard.press("ArrowDown")
        found = violations(tab, "open results")
        assert tab.evaluate("document.documentElement.scrollWidth") == 320
        tab.goto(f"{origin}/search/?q=cong+doan")
        expect(tab.locator("#found a").first).to_be_visible()
        found += violations(tab, "all results")
        assert tab.evaluate("document.documentElement.scrollWidth") == 320
    assert not found, told(found)


# -------------------------------------------------------------------------- a small site

HOST = "http://site.test"
HEAD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
form-action 'self'"><script src="/site.js" defer></script></head><body>"""
Open = Callable[..., Page]


def form(page: str, name: str, full: str = "") -> str:
    """The field as a page at that path below the root has it."""
    templates = {path: text.decode() for path, text in read_templates().items() if "parts/" in path}
    environment = OneLanguage("vi", loader=DictLoader(templates), autoescape=True)
    environment.filters.update(link=link, file=file)
    environment.globals["lang"] = "vi"
    module: object = environment.get_template("parts/search.html").module
    return settle(str(module.search(name, full)), page, "vi")  # type: ignore[attr-defined]


@pytest.fixture
def open_site(tab: Page) -> Iterator[Open]:
    """Opens a page with the field, over an index of the entries; lets no script fail unnoticed."""
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    found: dict[str, bytes] = {"/site.js": SCRIPT.encode()}

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.endswith(".js"):
            route.fulfill(body=found[path], content_type="text/javascript")
            return
        body = f'<header>{form(path[1:], "find")}</header><button id="after">sau</button>'
        if path == "/search/":
            body += f'<main>{form(path[1:], "find-all", "found")}<div id="found"></div></main>'
        route.fulfill(body=HEAD + body, content_type="text/html")

    def opened(entries: Sequence[Entry], address: str = "/") -> Page:
        found.update({f"/{path}": content for path, content in index(entries, "vi").items()})
        tab.route("**/*", answer)
        tab.goto(HOST + address)
        return tab

    yield opened
    assert faults == []


def test_folding_in_the_script_is_folding_in_the_index(tab: Page) -> None:
    written = re.search(r"const fold = (\(text\) =>.*?);\n", SCRIPT, re.DOTALL)
    assert written
    texts = [
        *letters(),
        *(
            chr(code)
            for code in (*range(0x20, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))
        ),
        "Liên đoàn Lao động quận BA ĐÌNH: 277/KH-LĐLĐ",
        "Li\u0065\u0302n \u0111oa\u0300n",
    ]
    assert tab.evaluate(f"(texts) => texts.map({written[1]})", texts) == [fold(t) for t in texts]


def test_words_in_the_script_are_words_in_the_index(tab: Page) -> None:
    written = re.search(r"const WORD = (.*?);\n", SCRIPT)
    assert written
    text = "277/KH-LĐLĐ (khóa XIII), “ổn định”; 39,7 % — a_b c’d\u00a0đ/c №5 ½"
    found = tab.evaluate(f"(text) => text.toLowerCase().match({written[1]})", text)
    assert found == [word.written for word in words(text)]


def test_the_script_finds_what_the_reader_finds(open_site: Open) -> None:
    # The bench reckons by the reader; where the two part, its figures are worth nothing.
    entries = mixed(400)
    reader = Reader(index(entries, "vi"))
    tab = open_site(entries)
    queries = [" ".join(one.title.split()[:3]) for one in entries[::20]]
    queries += [fold(query)[:-1] for query in queries]
    for query in queries:
        assert ask(tab, query) == reader.ask(query), query


SMALL = (
    entry("Kế hoạch số 277/KH-LĐLĐ", "Phát triển đoàn viên", "277/KH-LĐLĐ", group="plan"),
    entry("Số đoàn viên công đoàn", "Kế hoạch 277", group="indicator", path="plans/a/b/"),
    entry("Công đoàn Viên chức", group="agency", path="agencies/a/"),
    entry("Báo cáo", "chủ trì: công đoàn", path="plans/a/#nhiem-vu-1"),
)


def test_results_stand_in_groups_with_their_words_marked(open_site: Open) -> None:
    tab = open_site(SMALL)
    assert ask(tab, "cong doan") == [SMALL[2].title, SMALL[1].title, SMALL[3].title]
    expect(tab.locator(STATUS)).to_have_text("3 kết quả")
    assert tab.locator("[role=group] > b").all_inner_texts() == [
        "Cơ quan, đơn vị",
        "Chỉ tiêu",
        "Nhiệm vụ",
    ]
    duty = tab.get_by_role("group", name="Nhiệm vụ").get_by_role("option")
    expect(duty).to_have_attribute("href", "./plans/a/#nhiem-vu-1")
    assert duty.locator("mark").all_inner_texts() == ["công", "đoàn"]
    last = tab.locator(HITS).last
    expect(last).to_have_text("Xem mọi kết quả cho “cong doan”")
    assert last.get_attribute("href") == f"{HOST}/search/?q=cong%20doan"


def test_the_field_is_a_combobox(open_site: Open) -> None:
    tab = open_site(SMALL)
    field = tab.get_by_role("combobox", name="Từ cần tìm")
    expect(field).to_have_attribute("aria-expanded", "false")
    ask(tab, "doan")
    expect(field).to_have_attribute("aria-expanded", "true")
    listed = field.get_attribute("aria-controls")
    expect(tab.locator(f"#{listed}")).to_have_role("listbox")


def chosen(tab: Page) -> str:
    """The option that is chosen, as assistive technology is told; empty for none."""
    active = tab.locator(FIELD).get_attribute("aria-activedescendant")
    selected = tab.locator('[role=option][aria-selected="true"]')
    assert selected.count() == bool(active)
    if not active:
        return ""
    assert selected.get_attribute("id") == active
    return (
        selected.locator("span").first.inner_text() if selected.locator("span").count() else "all"
    )


def test_keys_go_through_the_results_and_round(open_site: Open) -> None:
    tab = open_site(SMALL)
    tab.keyboard.press("/")
    expect(tab.locator(FIELD)).to_be_focused()
    titles = ask(tab, "cong doan")
    down = []
    for _ in range(5):
        tab.keyboard.press("ArrowDown")
        down.append(chosen(tab))
    assert (
        down == [*titles, "all", ""] == [SMALL[2].title, SMALL[1].title, SMALL[3].title, "all", ""]
    )
    for expected in ("all", SMALL[3].title):
        tab.keyboard.press("ArrowUp")
        assert chosen(tab) == expected
    expect(tab.locator(FIELD)).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{HOST}/plans/a/#nhiem-vu-1")


def test_a_slash_typed_into_a_field_is_a_slash(open_site: Open) -> None:
    tab = open_site(SMALL)
    tab.keyboard.press("/")
    tab.keyboard.type("277/k")
    expect(tab.locator(FIELD)).to_have_value("277/k")


def test_escape_and_leaving_close_and_coming_back_opens(open_site: Open) -> None:
    tab = open_site(SMALL)
    listbox = tab.locator("[role=listbox]")
    ask(tab, "doan")
    expect(listbox).to_be_visible()
    tab.keyboard.press("Escape")
    expect(listbox).to_be_hidden()
    expect(tab.locator(STATUS)).to_be_empty()
    expect(tab.locator(FIELD)).to_have_value("doan")
    tab.locator("#after").focus()
    tab.locator(FIELD).focus()
    expect(listbox).to_be_visible()
    tab.keyboard.press("Tab")
    expect(listbox).to_be_visible()
    tab.keyboard.press("Tab")
    expect(listbox).to_be_hidden()


def test_enter_without_a_choice_shows_all_results(open_site: Open) -> None:
    tab = open_site([*SMALL, *(entry(f"Đoàn viên {n}", path=f"plans/{n}/") for n in range(60))])
    tab.locator(FIELD).fill("đoàn viên")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{HOST}/search/?q=%C4%91o%C3%A0n+vi%C3%AAn")
    main = tab.locator("main")
    expect(main.locator("[role=status]")).to_have_text("63 kết quả")
    expect(main.locator("input")).to_have_value("đoàn viên")
    duties = main.get_by_role("group", name="Nhiệm vụ")
    expect(duties.locator("a")).to_have_count(6)
    duties.get_by_role("button", name="Xem thêm (54)").click()
    expect(duties.locator("a")).to_have_count(26)
    expect(duties.locator("a").nth(6)).to_be_focused()
    expect(duties.get_by_role("button")).to_have_text("Xem thêm (34)")


def test_nothing_found_is_said(open_site: Open) -> None:
    tab = open_site(SMALL)
    assert ask(tab, "<b>xyz</b> q") == []
    expect(tab.locator(STATUS)).to_have_text("Không tìm thấy gì cho “<b>xyz</b> q”")
    expect(tab.locator("[role=listbox]")).to_be_hidden()


def test_hostile_words_stay_words(open_site: Open) -> None:
    hostile = '<img src="/x" onerror="window.hurt = 1"></script><b>công</b>'
    tab = open_site([entry(hostile, hostile, path="plans/a/")])
    assert ask(tab, "cong img")[0] == hostile
    assert tab.locator(HITS).first.locator("img, b, script").count() == 0
    assert tab.evaluate("window.hurt") is None


def test_a_result_in_the_other_language_says_so(open_site: Open) -> None:
    tab = open_site([Entry("page", "about/", "About", "en", "Giới thiệu", "vi")])
    ask(tab, "about")
    spans = tab.locator(HITS).first.locator("span")
    assert [span.get_attribute("lang") for span in spans.all()] == ["en", None]


def test_an_answer_that_is_late_does_not_replace_a_newer_one(open_site: Open) -> None:
    entries = [*mixed(400), entry("Zzz")]
    [slow] = [path for path, content in index(entries, "vi").items() if b"tzzz=" in content]
    tab = open_site(entries)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.route(f"**/{slow}?*", hold)
    with tab.expect_request(f"**/{slow}?*"):
        tab.locator(FIELD).fill("zzz")
    answer = ask(tab, "cong doan")
    with tab.expect_response(f"**/{slow}?*"):
        held[0].fallback()
    assert tab.evaluate("new Promise((done) => setTimeout(done, 300)).then(() => 1)") == 1
    assert tab.locator(f"{HITS} span:first-child").all_inner_texts() == answer != []


def stale(files: Mapping[str, bytes]) -> bytes:
    """A list of contents as an earlier site had it."""
    return re.sub(rb'"index","\w+"', b'"index","00000000"', files["assets/search/vi/index.js"])


def test_a_cached_file_of_an_earlier_site_is_asked_for_again(open_site: Open) -> None:
    tab = open_site(SMALL)
    old = stale(index(SMALL, "vi"))
    tab.route("**/index.js?", lambda r: r.fulfill(body=old, content_type="text/javascript"))
    assert ask(tab, "bao cao")[0] == "Báo cáo"


def test_what_cannot_be_loaded_is_said(tab: Page, origin: str) -> None:
    tab.route("**/assets/search/**", lambda route: route.abort())
    tab.goto(f"{origin}/about/")
    assert ask(tab, "cong doan") == []
    expect(tab.locator(STATUS)).to_have_text("Chưa tìm được; hãy tải lại trang.")


def test_the_script_is_small_and_writes_no_markup() -> None:
    assert len(SCRIPT.encode()) <= 9 * 1024
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", SCRIPT)
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|https?:", SCRIPT)
