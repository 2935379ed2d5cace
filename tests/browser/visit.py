"""Opening a page as a visitor does, and what was seen on the way."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import ConsoleMessage, Page, Request, Response

MEASURE = """() => ({
  excess: document.documentElement.scrollWidth - window.innerWidth,
  charts: [...document.querySelectorAll("svg.chart")].map((svg) => {
    const box = svg.getBoundingClientRect();
    return {
      name: svg.id || svg.querySelector("title")?.textContent || "(no name)",
      width: box.width,
      height: box.height,
      visible: svg.checkVisibility({visibilityProperty: true, opacityProperty: true}),
      text: [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" "),
    };
  }),
})"""


@dataclass(frozen=True)
class Chart:
    """A chart as the browser laid it out; sizes in CSS pixels."""

    name: str
    width: float
    height: float
    visible: bool
    text: str
    """The words drawn in it, titles and descriptions left out."""

    def faults(self) -> list[str]:
        """What would keep a visitor from seeing it."""
        faults = []
        if not self.visible or self.width < 1 or self.height < 1:
            faults.append(f"chart {self.name} cannot be seen ({self.width} × {self.height})")
        if not self.text.strip():
            faults.append(f"chart {self.name} has no words")
        return faults


@dataclass(frozen=True)
class Visit:
    """One page, opened once: what went wrong, and its charts."""

    faults: tuple[str, ...]
    charts: tuple[Chart, ...]


class Visitor:
    """Opens pages one after the other in one tab and notes everything a visitor's browser would."""

    def __init__(self, tab: Page, origin: str) -> None:
        self._tab = tab
        self._origin = origin
        self._faults: list[str] = []
        tab.on("console", self._console)
        tab.on("pageerror", lambda error: self._faults.append(f"script error: {error}"))
        tab.on("request", self._request)
        tab.on("requestfailed", self._failed)
        tab.on("response", self._response)

    def visit(self, address: str) -> Visit:
        """Open `address`, a path below the site's root."""
        self._faults.clear()
        self._tab.goto(f"{self._origin}/{address}", wait_until="load")
        seen = self._tab.evaluate(MEASURE)
        charts = tuple(Chart(**chart) for chart in seen["charts"])
        faults = list(self._faults)
        if seen["excess"] > 0:
            faults.append(f"overflows by {seen['excess']} px")
        for chart in charts:
            faults += chart.faults()
        return Visit(tuple(faults), charts)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._faults.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self._origin}/", "data:")):
            self._faults.append(f"asks elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.url.endswith("/assets/icon.svg") and request.failure == "net::ERR_ABORTED":
            return  # the browser fetches icons last and drops that when the visitor goes on
        self._faults.append(f"request failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._faults.append(f"status {response.status}: {response.url}")
