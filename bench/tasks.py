"""The measured tasks, each called in its own process by `bench.measure.in_child`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from bench.measure import Figure, Stopwatch, measured


def write_floor(source: str, target: str) -> Figure:
    """Write the bytes of a built site again, plainly: what no generator can beat."""
    root = Path(source)
    contents = [(p.relative_to(root), p.read_bytes()) for p in root.rglob("*") if p.is_file()]

    def work() -> float:
        for path, content in contents:
            place = Path(target) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return sum(path.suffix == ".html" for path, _ in contents)

    return measured(work)


def build(repository: str, site: str, charts: str, search: str = "with") -> Figure:
    """Build a site through MkDocs; `charts` is `none` or `kept`, `search` is `with` or `without`."""
    import logging

    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    from site_builder import press, publish
    from site_builder.shell import mkdocs_plugin

    stopwatch = Stopwatch()
    for name in ("read", "take_snapshot", "build"):
        stopwatch.watch(publish, name)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    if charts == "none":
        nothing = publish.Artist(lambda chart, lang: "", lambda card, lang: b"")
        mkdocs_plugin._artist = lambda root: nothing
    if search == "without":
        setattr(press, "entries", lambda page, lang: iter(()))  # noqa: B010 (not its own names)
        setattr(press, "index", lambda entries, lang: {})  # noqa: B010

    def work() -> float:
        with (Path(repository) / "mkdocs.yml").open("rb") as file:
            config = load_config(file, site_dir=site)
        mkdocs_build(config)
        return sum(1 for _ in Path(site).rglob("*.html"))

    return stopwatch.on(measured(work))


def draw_charts(count: str) -> Figure:
    """Draw `count` different timelines of 20 points and 5 targets, none of them kept."""
    from bench.charts import timelines
    from site_builder.charts.draw import draw

    charts = timelines(int(count) + 1)
    draw(charts[0], "vi")  # what every process pays once: imports, fonts

    def work() -> float:
        for chart in charts[1:]:
            draw(chart, "vi")
        return len(charts) - 1

    return measured(work)


def check_rows(count: str) -> Figure:
    """Check a repository with `count` rows, every rule on; reading from disk left out."""
    from bench.rows import generate
    from site_builder import pipeline

    files = generate(int(count))

    def work() -> float:
        result = pipeline.check(files)
        if result.count("error"):
            raise SystemExit(f"bench: the generated rows are not valid: {result.findings[0]}")
        return float(count)

    return measured(work)


def index(pages: str) -> Figure:
    """Index a generated site; see `bench.search`."""
    from bench.search import indexing

    return indexing(pages)


TASKS: dict[str, Callable[..., Figure]] = {
    "index": index,
    "write_floor": write_floor,
    "build": build,
    "draw_charts": draw_charts,
    "check_rows": check_rows,
}

if __name__ == "__main__":
    print(json.dumps(asdict(TASKS[sys.argv[1]](*sys.argv[2:]))))
