from __future__ import annotations

import pytest

from site_builder.pages.choice import Choice
from site_builder.terms.text import Text, borrowed, same


@pytest.mark.parametrize(
    ("label", "untranslated"),
    [
        (borrowed("Công đoàn quận", None), True),
        (borrowed("Công đoàn quận", "District unions"), False),
        (same("10/KH-UBND"), False),
        (Text("{kind} số 1", "{kind} No. 1").fill(kind=borrowed("Kế hoạch", None)), False),
    ],
)
def test_a_name_that_is_vietnamese_on_either_page_is_known(label: Text, untranslated: bool) -> None:
    assert Choice("x", label).untranslated is untranslated
