"""One measurement, run in a child process of its own: CPU, wall time and peak memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """What a run cost: seconds of CPU and of wall time, peak memory in MB, and its own count."""

    cpu: float
    wall: float
    peak_mb: float
    count: float
    parts: dict[str, float] = field(default_factory=dict)
    """Seconds of CPU of named parts of it."""


class Stopwatch:
    """Measures what functions of a module cost while a task runs, without changing what they do."""

    def __init__(self) -> None:
        self._parts: dict[str, float] = {}

    def watch(self, module: ModuleType, name: str) -> None:
        """From now on, time every call of `module.name`."""
        function = getattr(module, name)

        def timed(*arguments: Any, **options: Any) -> Any:
            start = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                cost = time.process_time() - start
                self._parts[name] = self._parts.get(name, 0.0) + cost

        setattr(module, name, timed)

    def on(self, figure: Figure) -> Figure:
        """The figure with its parts."""
        return replace(figure, parts=self._parts)


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
