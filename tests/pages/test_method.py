from __future__ import annotations

from decimal import Decimal

from site_builder.pages.method import MethodData
from site_builder.progress.agencies import SOON
from site_builder.progress.ratios import TINY_DENOMINATOR
from site_builder.terms.status import Status
from tests.pages.contexts import page_of
from tests.sites.trees import built, mini_files


def test_the_numbers_are_those_of_the_design_and_of_the_code() -> None:
    data = page_of("method/").data
    assert isinstance(data, MethodData)

    assert (data.on_track, data.behind) == (Decimal("0.95"), Decimal("0.6"))
    assert data.tiny == TINY_DENOMINATOR
    assert data.soon_days == SOON.days == 90


def test_the_page_shows_every_status_with_its_meaning_and_the_formula() -> None:
    html = built(mini_files()).files["method/index.html"].decode()

    for status in Status:
        assert f'data-status="{status.value}"' in html
    assert "(thực hiện − giá trị gốc) ÷ (kỳ vọng − giá trị gốc)" in html
    assert "0,95" in html
