"""Python itself, but for pip: what it was to install is only written down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

STATE = Path(os.environ["FAKE_STATE"])


def main() -> int:
    if sys.argv[1:3] != ["-m", "pip"]:
        return subprocess.run([sys.executable, *sys.argv[1:]], check=False).returncode
    state = json.loads(STATE.read_text("utf-8"))
    state["pip"].append(sys.argv[3:])
    STATE.write_text(json.dumps(state), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
