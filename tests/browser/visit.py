"""Opening a page as a visitor does, and what was seen on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import ConsoleMessage, Page, Request, Response

HEIGHT = 900
EXCESS = "() => document.documentElement.scrollWidth - window.innerWidth"
CHARTS = """() => [...document.querySelectorAll("svg.chart")].map((svg) => {
  const box = svg.getBoundingClientRect();
  return {
    name: svg.id || svg.querySelector("title")?.textContent || "(no name)",
    width: box.width,
    height: box.height,
    visible: svg.checkVisibility({visibilityProperty: true, opacityProperty: true}),
    text: [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" "),
  };
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
    """Opens pages one after the other in one tab and notes everything a visitor's browser would.

    `origin` is the site's root without a slash at its end; whatever lies outside is a fault.
    """

    def __init__(self, tab: Page, origin: str) -> None:
        self.tab = tab
        self._origin = origin
        self._faults: list[str] = []
        tab.on("console", self._console)
        tab.on("pageerror", lambda error: self._faults.append(f"script error: {error}"))
        tab.on("request", self._request)
        tab.on("requestfailed", self._failed)
        tab.on("response", self._response)

    def visit(self, address: str, widths: Iterable[int] = ()) -> Visit:
        """Open `address`, a path below the site's root, and look at it in each width in turn."""
        self._faults.clear()
        self.tab.goto(f"{self._origin}/{address}", wait_until="load")
        return self.look(widths)

    def follow(self, selector: str) -> Visit:
        """Click the first visible link that the selector finds, and look at where it leads."""
        self._faults.clear()
        with self.tab.expect_navigation(wait_until="load"):
            self.tab.locator(selector).filter(visible=True).first.click()
        return self.look()

    @property
    def address(self) -> str:
        """Where the tab is: a path below the site's root, without an anchor."""
        return self.tab.url.removeprefix(f"{self._origin}/").partition("#")[0]

    def look(self, widths: Iterable[int] = ()) -> Visit:
        """Look at the page that is open, as it is and then in each width in turn."""
        faults = self._overflow()
        for width in widths:
            self.tab.set_viewport_size({"width": width, "height": HEIGHT})
            faults += self._overflow()
        charts = tuple(Chart(**chart) for chart in self.tab.evaluate(CHARTS))
        for chart in charts:
            faults += chart.faults()
        return Visit((*self._faults, *faults), charts)

    def _overflow(self) -> list[str]:
        excess = self.tab.evaluate(EXCESS)
        width = self.tab.viewport_size and self.tab.viewport_size["width"]
        return [f"at {width} px overflows by {excess} px"] if excess > 0 else []

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
