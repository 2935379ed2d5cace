"""A folder behind a server on this machine, and how Chromium is started to look at it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FLAGS = [
    "--headless",
    # Containers seldom allow Chromium its sandbox; the pages opened here are our own.
    "--no-sandbox",
    "--disable-gpu",
    # Without these Chromium talks to its maker by itself.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def serve(folder: Path, below: str = "") -> Iterator[str]:
    """Serve a folder; gives its address, which ends in `below` and not in a slash.

    With `below` (`/tien-do`) the folder is not the server's root, and nothing else is there.
    """

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            if not path.startswith(f"{below}/"):
                return str(folder / "nothing-is-here")
            return super().translate_path(path.removeprefix(below))

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what matters of a request is seen from the browser."""

    handler = partial(Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()
