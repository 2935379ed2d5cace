"""GitLab's notes of one merge request behind `curl`, as far as the recipes use it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

STATE = Path(os.environ["FAKE_STATE"])
NOTES = "https://gitlab.example/api/v4/projects/42/merge_requests/7/notes"


def refuse() -> None:
    sys.stderr.write("curl: (22) The requested URL returned error: 403\n")
    raise SystemExit(22)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--fail", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--show-error", action="store_true")
    parser.add_argument("--header")
    parser.add_argument("--output")
    parser.add_argument("--request", default="GET")
    parser.add_argument("--data-urlencode", default="")
    asked = parser.parse_args()
    state = json.loads(STATE.read_text("utf-8"))
    if asked.header != f"PRIVATE-TOKEN: {state['token']}" or not state["may_write"]:
        refuse()
    body = ""
    if asked.data_urlencode:
        body = Path(asked.data_urlencode.removeprefix("body@")).read_text("utf-8")
    url = asked.url.partition("?")[0]
    if asked.request == "GET":
        assert url == NOTES, url
        sys.stdout.write(json.dumps(state["notes"]))
    elif asked.request == "POST":
        assert url == NOTES, url
        state["notes"].append({"id": len(state["notes"]) + 1, "body": body})
    else:
        (one,) = [one for one in state["notes"] if url == f"{NOTES}/{one['id']}"]
        if one.get("foreign"):
            refuse()
        one["body"] = body
    STATE.write_text(json.dumps(state), "utf-8")


if __name__ == "__main__":
    main()
