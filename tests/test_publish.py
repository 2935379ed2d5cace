"""The story of a site as a function: files in, a site or findings out."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from site_builder import publish
from site_builder.exports.catalogue import EXPORTS
from site_builder.press import Written
from site_builder.publish import _keep_inside, export, without_illustrative
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.text import same
from tests.sites.trees import ARTIST, DAY, built, mini_files

WRONG = "data/vung/12-kh-ldld/progress/ldld.csv"
SETTINGS = publish.Settings(as_of=DAY, illustrative=True, site_name=same("Tiến độ"))


def _broken() -> dict[str, bytes]:
    files = mini_files()
    return files | {WRONG: files[WRONG].replace(b",4210,", b",4.210,")}


def test_any_error_leaves_the_site_and_the_data_unmade() -> None:
    site = publish.build(_broken(), read_templates(), SETTINGS, ARTIST)
    data = export(_broken(), DAY, illustrative=True)

    assert site.site is None and data.files is None
    assert [str(found.spot.file) for found in site.findings] == [WRONG]
    assert data.findings == site.findings


def test_nothing_is_drawn_where_there_is_an_error() -> None:
    def never(_chart: object, _lang: object) -> str:
        pytest.fail("a chart was drawn of what is wrong")

    publish.build(_broken(), read_templates(), SETTINGS, publish.Artist(never, lambda *_: b""))


def test_the_order_of_the_files_changes_nothing() -> None:
    backwards = dict(reversed(mini_files().items()))

    assert built(backwards).files == built(mini_files()).files


def test_paths_are_in_order_and_every_page_is_a_folder() -> None:
    paths = list(built(mini_files()).files)

    assert paths == sorted(paths)
    pages = [path for path in paths if path.endswith(".html")]
    assert [path for path in pages if not path.endswith("index.html")] == [
        "404.html",
        "en/404.html",
    ]


def test_prose_stands_in_the_site_with_its_words_escaped_and_its_html_kept() -> None:
    html = built(mini_files()).prose(Written("trang.md", "help/", "vi", "A < B", "<p>Chào</p>"))

    assert "<title>A &lt; B · Tiến độ huyện Vùng</title>" in html
    assert "<p>Chào</p>" in html
    assert 'href="../assets/site.css"' in html


def test_leaving_illustrative_rows_out_leaves_every_other_row() -> None:
    repository = built(mini_files()).context.snapshot.repository
    real = without_illustrative(repository)

    for name in ("progress", "duty_rows", "reports", "assessments"):
        rows = getattr(repository, name)
        assert getattr(real, name) == tuple(r for r in rows if r.state != "illustrative")
    assert len(real.progress) == len(repository.progress) - 2
    assert len(real.reports) == len(repository.reports) - 1


def test_the_export_is_that_of_the_site() -> None:
    files = export(mini_files(), DAY, illustrative=True).files
    site = built(mini_files()).files

    assert files is not None and list(files) == [export.path for export in EXPORTS]
    assert all(site[path] == content for path, content in files.items())
    assert json.loads(files["data/plans.json"])["as_of"] == "2026-11-20"


@pytest.mark.parametrize(
    "path",
    [
        "../index.html", "a/../../b", "a/..", "/etc/passwd", "a//b", "a\\b", "C:\\a", "a\x00b", "a\nb",
        ".git/config", "a/.htaccess", "", "a/", "./a", "~/a", "a b", "kế-hoạch/index.html", "-a",
    ],
)  # fmt: skip
def test_a_path_that_could_leave_the_site_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside a site"):
        _keep_inside([path])


@pytest.mark.parametrize(
    "path", ["index.html", "plans/a/12-kh/index.html", "rules/V201/index.html"]
)
def test_a_path_of_a_site_is_let_through(path: str) -> None:
    _keep_inside([path])


@pytest.mark.parametrize(
    "file",
    [
        "plans/../x.yml",
        "plans/a b.yml",
        "plans/..yml",
        "plans/A.yml",
        "plans/vung/é.yml",
    ],
)
def test_a_plan_whose_file_could_lead_elsewhere_is_a_finding(file: str) -> None:
    files = mini_files()
    files[file] = files["plans/vung/12-kh-ldld.yml"]

    assert publish.build(files, read_templates(), SETTINGS, ARTIST).site is None


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("plans/agencies.yml", "  bhxh-vung:", '  "../../x":'),
        ("plans/documents.yml", "  chi-thi-khong-so:", '  "/etc/x":'),
        ("plans/vung/12-kh-ldld.yml", "- id: so-tay", "- id: a/../../x"),
    ],
)
def test_an_id_that_could_lead_elsewhere_is_a_finding(file: str, old: str, new: str) -> None:
    files = mini_files()
    text = files[file].decode()
    assert text.count(old) == 1
    files[file] = text.replace(old, new).encode()

    assert publish.build(files, read_templates(), SETTINGS, ARTIST).site is None


def test_every_page_stands_in_both_languages_and_leads_to_the_other() -> None:
    files = built(mini_files()).files
    pages = {path for path in files if path.endswith(".html")}
    vietnamese = {path for path in pages if not path.startswith("en/")}

    assert pages == vietnamese | {f"en/{path}" for path in vietnamese}
    plan = files["plans/vung/12-kh-ldld/index.html"].decode()
    assert 'href="../../../en/plans/vung/12-kh-ldld/" hreflang="en"' in plan
    assert '<html lang="vi">' in plan
    assert '<html lang="en">' in files["en/plans/vung/12-kh-ldld/index.html"].decode()


def _with(written: tuple[Written, ...], hosted: tuple[str, ...] = ()) -> publish.Built:
    return publish.build(mini_files(), read_templates(), SETTINGS, ARTIST, written, hosted)


@pytest.mark.parametrize(
    ("html", "broken"),
    [
        ('<p><a href="../plans/vung/12-kh-ldld/#muc-II.1">mục</a></p>', []),
        ('<p><a href="../plans/vung/12-kh-ldld/#muc-IX">mục</a></p>', ["plans/vung/12-kh-ldld/#muc-IX"]),
        ('<p><a href="../plan/">kế hoạch</a></p>', ["plan/"]),
        ('<h2 id="a">A</h2><a href="#a">lên</a>', []),
        ('<h2 id="a">A</h2><a href="#b">lên</a>', ["about/index.html#b"]),
        ('<img src="../anh.png" alt="">', []),
        ('<img src="../anh2.png" alt="">', ["anh2.png"]),
        ('<a href="https://vi.wikipedia.org/">ngoài</a><a href="mailto:a@b.vn">thư</a>', []),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_fails_the_build(html: str, broken: list[str]) -> None:
    built = _with((Written("trang.md", "about/", "vi", "Giới thiệu", html),), ("anh.png",))

    assert [found.address for found in built.broken] == broken
    assert (built.site is None) == bool(broken)
    assert all(found.page == "about/index.html" for found in built.broken)


def test_a_page_written_in_one_language_stands_in_the_other_and_says_so() -> None:
    site = _with((Written("trang.md", "about/", "vi", "Giới thiệu", "<p>Chào</p>"),)).site
    assert site is not None

    assert "about/index.html" not in site.files  # the host writes it
    english = site.files["en/about/index.html"].decode()
    assert '<article class="prose" lang="vi">\n<p>Chào</p>' in english
    assert "This page has been written in Vietnamese only." in english
    assert '<a href="./" aria-current="page"><span lang="vi">Giới thiệu</span></a>' in english


def test_where_the_site_will_stand_is_told_to_machines() -> None:
    place = "https://vung.example.vn/tien-do/"
    settings = replace(SETTINGS, site_url=place)
    site = publish.build(mini_files(), read_templates(), settings, ARTIST).site
    assert site is not None
    page = site.files["en/data/index.html"].decode()

    assert '<link rel="canonical" href="https://vung.example.vn/tien-do/en/data/">' in page
    assert 'hreflang="vi" href="https://vung.example.vn/tien-do/data/">' in page
    assert 'content="https://vung.example.vn/tien-do/assets/og/site.en.png">' in page
    places = re.findall("<loc>([^<]*)</loc>", site.files["sitemap.xml"].decode())
    pages = [path for path in site.files if path.endswith("index.html")]
    assert sorted(places) == sorted(
        f"https://vung.example.vn/tien-do/{path.removesuffix('index.html')}" for path in pages
    )
    assert 'href="/tien-do/assets/site.css"' in site.files["404.html"].decode()


def test_a_page_lent_to_the_other_language_leads_where_its_author_meant() -> None:
    html = '<a href="../method/">A</a><img src="../anh.png" alt=""><a href="#b" id="b">B</a>'
    site = _with((Written("trang.md", "about/", "vi", "Giới thiệu", html),), ("anh.png",)).site
    assert site is not None
    english = site.files["en/about/index.html"].decode()

    assert '<a href="../../about/../method/">A</a>' in english
    assert '<img src="../../about/../anh.png" alt="">' in english
    assert '<a href="#b" id="b">B</a>' in english


def test_a_page_written_in_english_alone_stands_in_vietnamese_too() -> None:
    site = _with((Written("trang.md", "help/", "en", "Help", "<p>Hi</p>"),)).site
    assert site is not None

    assert '<article class="prose" lang="en">' in site.files["help/index.html"].decode()
    assert "en/help/index.html" not in site.files
