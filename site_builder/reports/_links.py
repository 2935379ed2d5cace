"""Where a finding leads: to its rule's page, and to its file as a server knows it."""

from __future__ import annotations

from site_builder.pages import paths
from site_builder.render.links import PREFIX
from site_builder.reports import Style
from site_builder.terms.place import Spot
from site_builder.terms.text import Lang


def rule_address(code: str, lang: Lang, style: Style) -> str | None:
    """The rule's page on the published site; None where no site is known."""
    return f"{style.site}{PREFIX[lang]}{paths.rule(code)}" if style.site else None


def rule_help(code: str, lang: Lang, style: Style) -> str:
    """Where a rule is explained: its page, else the command that explains it."""
    return rule_address(code, lang, style) or f"plansite rule {code}"


def server_path(spot: Spot, style: Style) -> str:
    """The file as a server finds it, counted from its own root."""
    return style.folder + spot.file
