"""Pages of the small and of the mini repository as they are rendered."""

from __future__ import annotations

import re
from functools import cache

from site_builder.charts.spec import Chart
from site_builder.pages import targets
from site_builder.pages.catalogue import KINDS
from site_builder.pages.page import Context, Page
from site_builder.render.environment import Renderer
from site_builder.terms.text import Lang
from tests.render.shipped import TEMPLATES


def _no_chart(_chart: Chart, _lang: Lang) -> str:
    return "<svg></svg>"


@cache
def _renderer() -> Renderer:
    return Renderer(TEMPLATES, _no_chart, {*KINDS, targets.KIND})


def html(page: Page, context: Context, lang: Lang = "vi") -> str:
    """The main part of a page."""
    whole = _renderer().page(page, lang, context)
    return whole[whole.index("<main") : whole.index("</main>")]


def text(markup: str) -> str:
    """What is read of some markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())
