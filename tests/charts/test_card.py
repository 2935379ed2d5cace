from __future__ import annotations

import datetime as dt
import os
import struct
import subprocess
import sys
import warnings
import zlib
from dataclasses import replace
from itertools import combinations

import matplotlib as mpl
import pytest

from site_builder.charts.card import HEIGHT, WIDTH, PlanCard, card_key, draw_card, paint
from site_builder.charts.measure import text_width
from site_builder.charts.raster import drawable
from site_builder.charts.scene import Box, Label
from site_builder.terms.status import Status
from site_builder.terms.text import LANGS, Lang, Text, same

LONG = (
    "Thực hiện Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị về đổi mới tổ chức và hoạt "
    "động của Công đoàn Việt Nam trong tình hình mới trên địa bàn quận Ba Đình giai đoạn "
    "2021–2030 và những năm tiếp theo"
)
CARD = PlanCard(
    label=Text("Kế hoạch số 55-KH/QU", "Plan No. 55-KH/QU"),
    title=same(LONG),
    territory=Text("Quận Ba Đình, Hà Nội", "Ba Đình District, Hanoi"),
    counts=((Status.MET, 3), (Status.BEHIND, 4), (Status.OVERDUE, 0), (Status.NO_DATA, 6)),
    as_of=dt.date(2026, 9, 30),
    site_name=Text("Tiến độ kế hoạch", "Plan progress"),
    illustrative=True,
)
EVERY = replace(CARD, counts=tuple((status, n + 1) for n, status in enumerate(Status)))
EMPTY = replace(CARD, counts=(), illustrative=False, title=same("Ngắn"))
HOSTILE = "$x^2$ \\frac{1}{2} <b>&amp; 日本語 🙂 \ud800 \x00\x1b[31m\n $"
NASTY = PlanCard(
    same(HOSTILE), same(HOSTILE * 9), same("W" * 300), CARD.counts, CARD.as_of, same(""), True
)

CARDS = pytest.mark.parametrize(
    "card", [CARD, EVERY, EMPTY, NASTY], ids=["usual", "every", "empty", "nasty"]
)


def written(card: PlanCard, lang: Lang = "vi") -> list[Label]:
    return [mark for mark in paint(card, lang).marks if isinstance(mark, Label)]


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The parts of a PNG by name, their checksums verified."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert checksum == zlib.crc32(name + content)
        found.append((name, content))
        at += 12 + length
    return found


@CARDS
def test_a_png_of_the_right_size_without_metadata(card: PlanCard) -> None:
    for lang in LANGS:
        png = draw_card(card, lang)
        parts = chunks(png)
        assert struct.unpack(">II", parts[0][1][:8]) == (WIDTH, HEIGHT) == (1200, 630)
        assert {name for name, _ in parts} == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
        assert len(png) <= 60_000


@CARDS
def test_everything_stands_within_the_picture_and_apart(card: PlanCard) -> None:
    for lang in LANGS:
        areas = []
        for label in written(card, lang):
            width = text_width(drawable(label.text), label.size, bold=label.bold)
            left = label.x - (width / 2 if label.anchor == "middle" else 0)
            assert left >= 60 and left + width <= WIDTH - 60, label.text
            assert label.size < label.y <= HEIGHT - 10
            areas.append((left, label.y - 0.7 * label.size, left + width, label.y, label.text))
        for a, b in combinations(areas, 2):
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            assert across <= 0 or down <= 0, (a[4], b[4])


def test_a_status_is_a_number_a_word_and_a_look() -> None:
    texts = [label.text for label in written(CARD)]
    assert {"3", "Đạt", "4", "Chậm tiến độ", "6", "Chưa có số liệu"} <= set(texts)
    assert Status.OVERDUE.words.vi not in texts
    boxes = [mark for mark in paint(CARD, "vi").marks if isinstance(mark, Box) and mark.edge]
    looks = [(box.face, box.edge, box.hatch, box.dash) for box in boxes[:3]]
    assert len(set(looks)) == 3
    assert looks == [(box.face, box.edge, box.hatch, box.dash) for box in boxes[3:6]]
    wide = [box.width for box in boxes[:3]]
    assert [width / wide[0] for width in wide] == pytest.approx([1, 4 / 3, 2])


def test_every_status_finds_room() -> None:
    for lang in LANGS:
        texts = {label.text for label in written(EVERY, lang)}
        assert {status.words.of(lang) for status in Status} <= texts


def test_the_day_and_the_sum_are_told_in_both_languages() -> None:
    assert "13 chỉ tiêu, tính đến ngày 30/9/2026" in [label.text for label in written(CARD)]
    assert "Targets: 13, as of 30 September 2026" in [label.text for label in written(CARD, "en")]
    assert any("Chưa có chỉ tiêu nào" in label.text for label in written(EMPTY))


def test_illustrative_data_is_marked() -> None:
    real = replace(CARD, illustrative=False)
    assert "Số liệu minh họa" in [label.text for label in written(CARD)]
    assert "Illustrative data" in [label.text for label in written(CARD, "en")]
    assert not any("minh họa" in label.text for label in written(real))
    assert draw_card(real, "vi") != draw_card(CARD, "vi")


def test_a_long_title_takes_three_lines_and_no_more() -> None:
    lines = [label.text for label in written(CARD) if label.size == 32]
    assert len(lines) == 3 and lines[-1].endswith("…")
    assert LONG.startswith(" ".join(lines).removesuffix("…"))
    assert [label.text for label in written(EMPTY) if label.size == 32] == ["Ngắn"]


def test_hostile_text_is_drawn_as_it_stands_and_warns_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        draw_card(NASTY, "vi")
    label = next(one.text for one in written(NASTY) if one.bold and "frac" in one.text)
    assert label.startswith("$x^2$ \\frac{1}{2} <b>&amp; \ufffd")


def test_what_the_font_lacks_is_shown_as_lost() -> None:
    assert drawable("Đường\n ắ  日🙂\ud800\x00") == "Đường ắ \ufffd\ufffd\ufffd\ufffd"


def test_the_key_follows_content_and_language() -> None:
    again = replace(CARD, site_name=replace(CARD.site_name))
    assert card_key(CARD, "vi") == card_key(again, "vi")
    assert len({card_key(card, lang) for card in (CARD, EVERY) for lang in LANGS}) == 4


def test_the_same_bytes_in_any_process_and_under_any_setting() -> None:
    here = draw_card(CARD, "vi")
    odd = {"font.size": 31.0, "text.color": "red", "figure.facecolor": "red", "text.usetex": True}
    with mpl.rc_context(odd):  # type: ignore[arg-type]
        assert draw_card(CARD, "vi") == here
    code = (
        "import sys, zlib; from site_builder.charts.card import card_key, draw_card;"
        "from tests.charts.test_card import CARD; key = card_key(CARD, 'vi');"
        "print(key, zlib.crc32(draw_card(CARD, 'vi')))"
    )
    environment = {
        **os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [card_key(CARD, "vi"), str(zlib.crc32(here))]


def test_a_key_does_not_cost_the_loading_of_matplotlib() -> None:
    code = (
        "import sys, datetime; from site_builder.charts.card import PlanCard, card_key;"
        "from site_builder.terms.text import same; x = same('x');"
        "card_key(PlanCard(x, x, x, (), datetime.date(2026, 1, 1), x, False), 'vi');"
        "sys.exit('matplotlib' in sys.modules or 'PIL' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert (
        subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
    )
