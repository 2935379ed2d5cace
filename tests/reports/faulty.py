"""A repository with a fault at each kind of place: a cell, a table, a value, a key, a file."""

from __future__ import annotations

from tests.checks.conftest import base_files

FOLDER = "data/vung/ke-hoach/progress"
PLAN = "plans/vung/ke-hoach.yml"
AGENCIES = "plans/agencies.yml"
HEADER = "indicator;agency;period;value;numerator;denominator;state;source;reported_on;note"


def faulty_files() -> dict[str, bytes]:
    """The tiny valid repository with seven faults of all severities, one of them repeated."""
    files = base_files()
    _replace(files, f"{FOLDER}/2022.csv", "2022,4210,", "2022,4.210,")
    _replace(files, PLAN, "issued: 2022-01-10", "issued: 10/01/2022")
    _replace(files, PLAN, "territory:", "teritory:")
    _replace(files, AGENCIES, "name: Công đoàn xã A", "name: Công\u00a0đoàn xã A")
    _replace(files, AGENCIES, "name: Công đoàn xã B", "name: Công\u00a0đoàn xã B")
    row = "ket-nap-moi;cd-c;2022-Q1;4;;;official;Báo cáo quý I;2022-04-05;"
    files[f"{FOLDER}/excel.csv"] = f"\ufeff{HEADER}\r\n{row}\r\n".encode()
    files[f"{FOLDER}/2023.xlsx"] = b""
    return files


def _replace(files: dict[str, bytes], file: str, old: str, new: str) -> None:
    text = files[file].decode()
    assert text.count(old) == 1, f"{file}: {old!r} stands {text.count(old)} times"
    files[file] = text.replace(old, new).encode()
