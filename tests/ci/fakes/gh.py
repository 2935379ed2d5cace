"""GitHub's own program, as far as the recipes use it, on a state that a test wrote down.

Called as `gh api …`. What the state does not allow ends as GitHub's refusals do: a line on the error
stream and exit status 1.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

STATE = Path(os.environ["FAKE_STATE"])


def refuse(why: str) -> None:
    sys.stderr.write(f"gh: {why}\n")
    raise SystemExit(1)


def comments(state: dict[str, Any], method: str, path: str, body: str, jq: str) -> list[Any]:
    """List, make or change comments; with the one filter that the recipe uses."""
    if method == "GET":
        if not state["may_read"]:
            refuse("Resource not accessible by integration (HTTP 403)")
        login = re.search(r'login == "([^"]*)"', jq)
        start = re.search(r'startswith\("([^"]*)"\)', jq)
        assert login and start and jq.endswith("| .id"), jq
        return [
            one["id"]
            for one in state["comments"]
            if one["login"] == login[1] and one["body"].startswith(start[1])
        ]
    if not state["may_write"]:
        refuse("Resource not accessible by integration (HTTP 403)")
    assert len(body) <= 65_536, "GitHub takes no longer comment"
    if method == "POST":
        made = {"id": len(state["comments"]) + 1, "login": "github-actions[bot]", "body": body}
        state["comments"].append(made)
    else:
        (one,) = [one for one in state["comments"] if str(one["id"]) == path.rpartition("/")[2]]
        assert one["login"] == "github-actions[bot]"
        one["body"] = body
    return []


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["api"])
    parser.add_argument("path")
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--method", default="GET")
    parser.add_argument("--jq", default="")
    parser.add_argument("--field", default="")
    asked = parser.parse_args()
    assert os.environ["GH_TOKEN"], "no token"
    state = json.loads(STATE.read_text("utf-8"))
    body = ""
    if asked.field:
        body = Path(asked.field.removeprefix("body=@")).read_text("utf-8")
    path = asked.path.partition("?")[0]
    repository = f"repos/{os.environ['GITHUB_REPOSITORY']}"
    if path == f"{repository}/pages":
        assert asked.jq == ".html_url"
        if not state["pages"]:
            refuse("Not Found (HTTP 404)")
        answer = [state["pages"]]
    else:
        assert path in (f"{repository}/issues/7/comments", *_known(state, repository)), path
        answer = comments(state, asked.method, path, body, asked.jq)
    STATE.write_text(json.dumps(state), "utf-8")
    sys.stdout.write("".join(f"{one}\n" for one in answer))


def _known(state: dict[str, Any], repository: str) -> list[str]:
    return [f"{repository}/issues/comments/{one['id']}" for one in state["comments"]]


if __name__ == "__main__":
    main()
