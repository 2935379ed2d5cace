"""What the pages of a built site weigh, by kind, and the files that all of them share."""

from __future__ import annotations

import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SVG = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
KIND = re.compile(rb'<body class="page-([a-z0-9-]+)')
SHARED = {"CSS": "assets/site.css", "JS": "assets/site.js"}


@dataclass(frozen=True, slots=True)
class Weight:
    """One page in bytes, as it lies on the disk: nothing compressed."""

    address: str
    html: int
    """Everything but its charts and drawings."""
    svg: int

    @property
    def whole(self) -> int:
        """All of it."""
        return self.html + self.svg


def weigh(page: Path, site: Path) -> tuple[str, Weight]:
    """The kind of a page and its weight; a page of no kind goes by its own address."""
    content = page.read_bytes()
    address = page.relative_to(site).as_posix().removesuffix("index.html")
    svg = sum(len(picture) for picture in SVG.findall(content))
    kind = KIND.search(content)
    return kind[1].decode() if kind else address, Weight(address, len(content) - svg, svg)


def by_kind(site: Path) -> dict[str, list[Weight]]:
    """The pages of a site by kind, both languages together."""
    kinds: defaultdict[str, list[Weight]] = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        kind, weight = weigh(page, site)
        kinds[kind].append(weight)
    return dict(sorted(kinds.items()))


def report(site: Path) -> Iterator[str]:
    """The lines that `make bench` prints: sizes in KB of 1,000 bytes, the heaviest page named."""
    yield "weight: KB a page, HTML without SVG (with it), nothing compressed"
    for kind, pages in by_kind(site).items():
        html = statistics.median(page.html for page in pages)
        whole = statistics.median(page.whole for page in pages)
        heaviest = max(pages, key=lambda page: (page.html, page.address))
        yield (
            f"  {kind:<10} {len(pages):>4} pages: median {_kb(html)} ({_kb(whole)}), "
            f"max {_kb(heaviest.html)} ({_kb(heaviest.whole)}) /{heaviest.address}"
        )
    shared = (f"{name} {_kb((site / path).stat().st_size)}" for name, path in SHARED.items())
    yield f"  for all of them: {', '.join(shared)}"


def _kb(size: float) -> str:
    return f"{size / 1000:.1f}"


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]))))
