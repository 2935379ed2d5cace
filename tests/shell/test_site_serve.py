"""`plansite serve`: a person writes, the browser shows it; a mistake does not end the server."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell.repositories import Repository, copied

PATIENCE = 30.0
"""Seconds until a test gives up; what it waits for takes a second or two."""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return copied(tmp_path)


@pytest.fixture
def address(repository: Repository, tmp_path: Path) -> Iterator[str]:
    with _served(repository, tmp_path) as address:
        yield address


@contextlib.contextmanager
def _served(repository: Repository, tmp_path: Path, *options: str) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [
                Path(sys.executable).with_name("plansite"),
                "serve",
                "--addr",
                f"127.0.0.1:{port}",
                *options,
            ],
            cwd=repository.root,
            stdout=log,
            stderr=log,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            # Not the interrupt of a keyboard: a job in the background may have it ignored.
            server.kill()
            server.wait(PATIENCE)


def _wait_for(address: str, words: str) -> None:
    """Until the home page has `words`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError),
            urllib.request.urlopen(address) as answer,
        ):
            if words in answer.read().decode():
                return
        time.sleep(0.1)
    pytest.fail(f"{address} never had {words!r}")


def _wait_for_log(log: Path, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if words in log.read_text("utf-8"):
            return
        time.sleep(0.1)
    pytest.fail(f"never said {words!r}: {log.read_text('utf-8')}")


def test_a_change_is_shown_and_a_mistake_is_told_and_survived(
    repository: Repository, address: str, tmp_path: Path
) -> None:
    plan = "plans/vung/12-kh-ldld.yml"
    _wait_for(address, "Phát triển đoàn viên")
    repository.replace(plan, "vi: Phát triển đoàn viên giai đoạn", "vi: Kết nạp giai đoạn")
    _wait_for(address, "Kết nạp giai đoạn")

    repository.write_two_readings()
    _wait_for_log(tmp_path / "log", "ldld.csv:3:31")
    repository.replace("data/vung/12-kh-ldld/progress/ldld.csv", ",4.210,", ",4210,")
    repository.replace(plan, "vi: Kết nạp giai đoạn", "vi: Trở lại giai đoạn")
    _wait_for(address, "Trở lại giai đoạn")
    assert not repository.site.exists()


def test_findings_are_told_in_the_language_asked_for(repository: Repository) -> None:
    repository.write_two_readings()
    done = subprocess.run(
        [Path(sys.executable).with_name("plansite"), "serve", "--lang", "en"],
        cwd=repository.root,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 1
    assert "A number with two readings" in done.stderr.decode()


def test_what_reloads_a_page_may_run_there(address: str) -> None:
    # MkDocs puts it inline, which the policy of the built site forbids.
    _wait_for(address, "livereload(")
    for page in ("", "about/"):
        with urllib.request.urlopen(f"{address}{page}") as answer:
            assert "Content-Security-Policy" not in answer.read().decode()


def test_the_day_of_judgement_goes_before_the_settings(
    repository: Repository, tmp_path: Path
) -> None:
    with _served(repository, tmp_path, "--as-of", "2023-05-06") as address:
        _wait_for(address, 'datetime="2023-05-06"')
        repository.replace(
            "plans/vung/12-kh-ldld.yml", "vi: Phát triển đoàn viên giai", "vi: Kết nạp giai"
        )
        # Built again, it is the same day.
        _wait_for(address, "Kết nạp giai")
        with urllib.request.urlopen(address) as answer:
            assert 'datetime="2023-05-06"' in answer.read().decode()


def test_a_day_that_is_none_is_refused(repository: Repository) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("plansite"), "serve", "--as-of", "2023-02-30"],
        cwd=repository.root,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert "2023-02-30" in done.stderr.decode()
