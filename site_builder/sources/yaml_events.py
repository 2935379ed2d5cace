"""libyaml's events; where PyYAML was built without libyaml, its own parser's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def events(text: str) -> Iterator[Any]:
    """The events of every document in `text`, in order.

    Raises yaml.YAMLError where the text stops being YAML; what came before has been given.
    """
    yield from yaml.parse(text, Loader=_LOADER)
