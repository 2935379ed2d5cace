"""What a page is about, for machines: JSON-LD in the terms of schema.org."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from site_builder.pages.page import Page, Place, Thing
from site_builder.render.links import FILES, PREFIX
from site_builder.terms.text import Lang, Text

Address = Callable[[str], str]
_INERT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_ESCAPED_ROOT = json.dumps(FILES)[1:-1]


def linked_data(page: Page, lang: Lang, address: Address) -> str:
    """The JSON of a page: the way to it, and the thing that it is about, if it says so.

    `address` turns a path below the site's root into an address. The text is inert inside a script
    element whatever the words of the page are.
    """
    things: list[dict[str, Any]] = []
    if page.about is not None:
        things.append(_thing(page.about, lang, address))
    if page.crumbs:
        things.append(_way(page, lang, address))
    graph = {"@context": "https://schema.org", "@graph": things}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_INERT).replace(_ESCAPED_ROOT, FILES)


def _thing(thing: Thing, lang: Lang, address: Address) -> dict[str, Any]:
    known = ((name, _value(value, lang, address)) for name, value in thing.properties)
    return {"@type": thing.type, **{name: value for name, value in known if value}}


def _value(value: Any, lang: Lang, address: Address) -> Any:
    if isinstance(value, Text):
        return value.of(lang)
    if isinstance(value, Place):
        return address(value.path if value.shared else PREFIX[lang] + value.path)
    if isinstance(value, Thing):
        return _thing(value, lang, address)
    if isinstance(value, tuple):
        return [_value(one, lang, address) for one in value]
    return value


def _way(page: Page, lang: Lang, address: Address) -> dict[str, Any]:
    steps = [(crumb.title, crumb.path) for crumb in page.crumbs] + [(page.title, page.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": title.of(lang),
                "item": address(PREFIX[lang] + path),
            }
            for position, (title, path) in enumerate(steps, 1)
        ],
    }
