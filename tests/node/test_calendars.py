"""Every calendar is read by the parser of a calendar client as by our own library.

ical.js is the parser of Thunderbird. What it makes of an event is compared with what icalendar reads:
day, words, id and number. That it finds faults is shown with calendars that have some.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from site_builder.exports.feed import Outlet
from site_builder.terms.text import Text
from tests.exports.feeds import EN, LIFE_DAYS, VI, calendars, events, life, small
from tests.pages.contexts import mini_context

HERE = Path(__file__).parent
NODE = [Path(sys.executable).with_name("node"), HERE / "calendars.mjs"]
ADDRESSED = Outlet("vi", Text("Tiến độ", "Progress"), "https://tien-do.example/")
WITHOUT_END = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n"
NO_PROPERTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nng\xc3\xa0y\r\nEND:VCALENDAR\r\n"


def read(folder: Path, files: dict[str, bytes]) -> dict[str, Any]:
    """What the client's parser makes of each calendar."""
    if not (HERE / "node_modules" / "ical.js").is_dir():
        pytest.fail("ical.js is not installed: scripts/node-tools.sh does that", pytrace=False)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    done = subprocess.run(
        [*map(str, NODE), str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert found.keys() == {Path(path).as_posix() for path in files}
    return found


def every_calendar() -> dict[str, bytes]:
    snapshots = {"mini": mini_context().snapshot, "empty": small("2026-05-01", {"lead": ["x"]})}
    snapshots |= {day.isoformat(): life(day) for day in LIFE_DAYS}
    hostile = {"lead": ["don-vi"], "report": True, "when": {"every": ["month"]}}
    hostile["task"] = 'A;B,C\\n "x": BEGIN:VEVENT\r\nUID:y ' + "đ🙂" * 80
    snapshots["hostile"] = small("2026-05-01", hostile)
    ended = {"don-vi": {"name": "Đơn vị", "until": "2025-06-30"}}
    snapshots["ended"] = small("2025-08-01", agencies=ended)
    return {
        f"{name}/{n}/{path}": content
        for name, one in snapshots.items()
        for n, outlet in enumerate((VI, EN, ADDRESSED))
        for path, content in calendars(one, outlet).items()
    }


def test_a_client_reads_every_calendar_as_we_do(tmp_path: Path) -> None:
    files = every_calendar()
    found = read(tmp_path, files)
    assert sum(len(one["events"]) for one in found.values()) > 200
    for path, one in found.items():
        assert not one["errors"], path
        assert one["name"], path
        ours = [
            {
                "uid": str(event["uid"]),
                "day": event["dtstart"].dt.isoformat(),
                "end": event["dtend"].dt.isoformat(),
                "allDay": True,
                "summary": str(event["summary"]),
                "description": str(event["description"]),
                "sequence": event["sequence"],
                "status": str(event["status"]),
                "stamp": event["dtstamp"].dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "categories": [str(category) for category in event.categories],
            }
            for event in events(files[path])
        ]
        assert one["events"] == ours, path


@pytest.mark.parametrize("content", [WITHOUT_END, NO_PROPERTY])
def test_the_client_speaks_of_faults(tmp_path: Path, content: bytes) -> None:
    (found,) = read(tmp_path, {"faulty.ics": content}).values()
    assert found["errors"]
