"""One measurement, run in a child process of its own: CPU, wall time and peak memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What a run cost: seconds of CPU and of wall time, peak memory in MB, and its own count."""

    cpu: float
    wall: float
    peak_mb: float
    count: float


def measured(work: Callable[[], float]) -> Figure:
    """Run `work` here and measure it; it returns what it counted (pages, rows, charts)."""
    wall, cpu = time.perf_counter(), time.process_time()
    count = work()
    return Figure(
        cpu=time.process_time() - cpu,
        wall=time.perf_counter() - wall,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        count=count,
    )


def in_child(task: str, *arguments: str) -> Figure:
    """Run `python -m bench.tasks TASK …` in a fresh process, which prints its figure as JSON."""
    command = [sys.executable, "-m", "bench.tasks", task, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Figure(**json.loads(done.stdout.splitlines()[-1]))
