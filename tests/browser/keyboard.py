"""Going through a page with the Tab key: what can be reached, and what is seen on the way."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

WATCH = """() => {
  const usable = "a[href], button, input, select, textarea, summary, [tabindex]";
  const shown = (el) => el.checkVisibility({visibilityProperty: true}) && !el.closest("[inert]");
  const stops = [...document.querySelectorAll(usable)].filter((el) =>
    el.tabIndex >= 0 && !el.disabled && shown(el)
    && (el.localName !== "summary" || el === el.parentElement.querySelector("summary")));
  // What scrolls and holds nothing to stop at is a stop itself.
  const scrolls = (el) => /auto|scroll/.test(getComputedStyle(el).overflow)
    && (el.scrollWidth > el.clientWidth || el.scrollHeight > el.clientHeight)
    && shown(el) && !stops.some((stop) => el.contains(stop));
  const wanted = [...document.querySelectorAll("body *")].filter((el) =>
    stops.includes(el) || scrolls(el));

  const name = (el) => el.outerHTML.replace(/\\s+/g, " ").slice(0, 120);
  const outlined = (el) => {
    const style = getComputedStyle(el);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== "none";
  };
  const within = (value, end) => Math.min(Math.max(value, 1), end - 1);
  const seen = (el) => [...el.getClientRects()].some((box) =>
    [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]].some(([across, down]) => {
      const x = within(box.left + across * box.width, innerWidth);
      const y = within(box.top + down * box.height, innerHeight);
      const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      const hit = inside && document.elementFromPoint(x, y);
      return hit && el.contains(hit);
    }));
  const log = {wanted: wanted.map(name), reached: [], faults: []};
  const note = (el) => {
    log.reached.push(wanted.indexOf(el));
    if (!outlined(el)) log.faults.push(`no visible focus: ${name(el)}`);
    if (!seen(el)) log.faults.push(`focused but not in sight: ${name(el)}`);
  };
  // Noted when the next key goes down: by then the browser has scrolled to where the focus is.
  addEventListener("keydown", () => {
    if (document.activeElement !== document.body) note(document.activeElement);
  }, {capture: true});
  window.tabLog = log;
  return wanted.length;
}"""
BEYOND = 3
"""Presses after the last stop: the focus must have left the page and begun again."""


@dataclass(frozen=True)
class Round:
    """One way through a page from its beginning by Tab alone."""

    stops: int
    faults: tuple[str, ...]


def go_round(tab: Page) -> Round:
    """Press Tab until every stop of the page should have been reached, and once round."""
    stops: int = tab.evaluate(WATCH)
    for _ in range(stops + BEYOND):
        tab.keyboard.press("Tab")
    log = tab.evaluate("tabLog")
    faults = [*log["faults"], *_out_of_order(log["wanted"], log["reached"])]
    return Round(stops, tuple(dict.fromkeys(faults)))


def _out_of_order(wanted: list[str], reached: list[int]) -> list[str]:
    missed = sorted(set(range(len(wanted))) - set(reached))
    if missed:
        return [f"never reached: {wanted[stop]}" for stop in missed]
    return [
        f"reached too early or too late: {wanted[stop]}"
        for place, stop in enumerate(reached[: len(wanted)])
        if stop != place
    ][:1]
