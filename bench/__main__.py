"""Prints the figures of the project: `make bench`, or `python -m bench [pages …]` for a part."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import sites, weight
from bench.measure import Figure, in_child

PAGES = (100, 1_000, 10_000)
ROWS = (100_000, 1_000_000)


def main() -> None:
    """Print every figure, each from processes of its own."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("pages", type=int, nargs="*", default=PAGES, help="sizes of the sites")
    wanted = parser.parse_args().pages
    print("pages: ms a file of HTML (each page stands in two languages) without charts, MkDocs")
    print("       included, beside writing the same bytes")
    for pages in wanted:
        _pages(pages)
    _search([pages for pages in wanted if pages >= 1_000])
    _weight()
    _charts()
    _check()
    _start_up()


def _pages(pages: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in sites.generate(pages).items():
            place = root / "repository" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        built = in_child("build", str(root / "repository"), str(root / "site"), "none")
        without = in_child("build", str(root / "repository"), str(root / "bare"), "none", "without")
        floor = in_child("write_floor", str(root / "site"), str(root / "again"))
    print(
        f"  {int(built.count):>6} pages: {_each(built)}, floor {_each(floor)}, "
        f"peak {built.peak_mb:.0f} MB"
    )
    print(f"         of that CPU: {_parts(built)}; without search: {_each(without)}")


def _parts(built: Figure) -> str:
    """Where the time of a build goes, in ms a page; what the core does not take is MkDocs'."""
    read, judge, all_of_it = (built.parts[name] for name in ("read", "take_snapshot", "build"))
    parts = {
        "reading and checking": read,
        "judging": judge,
        "laying out, rendering, exporting": all_of_it - read - judge,
        "MkDocs and writing": built.cpu - all_of_it,
    }
    return ", ".join(f"{name} {1000 * cost / built.count:.2f}" for name, cost in parts.items())


def _each(figure: Figure) -> str:
    cpu, wall = 1000 * figure.cpu / figure.count, 1000 * figure.wall / figure.count
    return f"{cpu:.2f} ms CPU / {wall:.2f} ms wall"


def _search(sizes: list[int]) -> None:
    """The index at each size: pages are counted once, the index is that of one language."""
    for pages in sizes:
        figure = in_child("index", str(pages))
        size, query, typing = (figure.parts[name] / 1000 for name in ("bytes", "query", "typing"))
        print(
            f"search: {int(figure.count):>6} pages: {1000 * figure.cpu / figure.count:.2f} ms CPU a "
            f"page for both languages; index {size:,.0f} KB in {figure.parts['files']:.0f} files; "
            f"a first query {query:.0f} KB at most, typed letter by letter {typing:.0f} KB"
        )


def _weight() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [str(Path(sys.executable).with_name("plansite")), "build"]
        subprocess.run([*command, "--site-dir", str(site)], check=True, capture_output=True)
        print("\n".join(weight.report(site)))


def _charts() -> None:
    figure = in_child("draw_charts", "200")
    print(f"charts: {1000 * figure.cpu / figure.count:.2f} ms CPU each, cold, 20 points, 5 targets")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in sites.generate(100).items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        cold = in_child("build", folder, str(root / "site"), "kept")
        warm = in_child("build", folder, str(root / "site"), "kept")
        without = in_child("build", folder, str(root / "site"), "none")
    print(
        f"  a site of {int(cold.count)} pages: {cold.cpu:.2f} s CPU with charts drawn, "
        f"{warm.cpu:.2f} s when unchanged, {without.cpu:.2f} s without charts"
    )


def _check() -> None:
    for rows in ROWS:
        figure = in_child("check_rows", str(rows))
        print(
            f"check: {rows:>9,} rows: {rows / figure.wall:>9,.0f} rows/s, "
            f"{figure.wall:.2f} s, peak {figure.peak_mb:.0f} MB"
        )


def _start_up() -> None:
    command = [str(Path(sys.executable).with_name("plansite")), "check"]
    times = []
    for _ in range(7):
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        times.append(time.perf_counter() - start)
    print(
        f"check, whole command on the repository here: median {statistics.median(times):.3f} s "
        f"(min {min(times):.3f}, max {max(times):.3f}, 7 runs)"
    )


if __name__ == "__main__":
    main()
