"""Every page carries a policy that lets in nothing from elsewhere and runs nothing written in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import serve

pytestmark = pytest.mark.xdist_group("browser-policy")

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
LOADING = re.compile(r"<(?:script|link|style|img|svg|body)\b")
INLINE = re.compile(r"""<style\b|<[a-z][^<>]*\s(?:style|on[a-z]+)=["']""")
ALLOWED = {"'none'", "'self'", "data:"}

TRY = """(address) => new Promise((done) => {
  const refused = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    refused.push(event.effectiveDirective));
  const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
  add("script", {textContent: "window.ran = true"});
  add("script", {src: address});
  add("img", {src: address});
  add("iframe", {src: address});
  add("style", {textContent: "body { color: red }"});
  document.body.setAttribute("style", "color: red");
  document.body.setAttribute("onclick", "window.ran = true");
  document.body.click();
  fetch(address).catch(() => {});
  setTimeout(() => done({refused, ran: window.ran === true}), 100);
})"""


def policies(html: str) -> dict[str, set[str]]:
    """What each directive of a page's policy lets in."""
    found = POLICY.search(html)
    if not found:
        return {}
    parts = [part.split() for part in found[1].split(";") if part.strip()]
    return {name: set(sources) for name, *sources in parts}


def faults(html: str) -> list[str]:
    """What is wrong with the policy of a page."""
    policy = policies(html)
    if not policy:
        return ["no policy"]
    found = [
        f"{name} lets in {sorted(sources - ALLOWED)}"
        for name, sources in policy.items()
        if sources - ALLOWED
    ]
    if policy.get("default-src") not in ({"'none'"}, {"'self'"}):
        found.append("what is not named is not kept out")
    if "data:" in policy.get("script-src", set()):
        found.append("a script may be written into an address")
    head = html[: html.index("Content-Security-Policy")]
    if "<meta charset" not in head or LOADING.search(head):
        found.append("something stands before the policy and is not bound by it")
    return [*found, *(f"written into the page: {part[0]}" for part in INLINE.finditer(html))]


def test_every_page_carries_the_policy(shipped_site: Path) -> None:
    pages = sorted(shipped_site.rglob("*.html"))
    wrong = [
        f"{page.relative_to(shipped_site)}: {fault}"
        for page in pages
        for fault in faults(page.read_text("utf-8"))
    ]
    assert not wrong, "\n".join(wrong)
    assert len(pages) > 200


@pytest.mark.parametrize(
    "html",
    [
        "<meta charset><title>none</title>",
        "<meta charset>{script-src 'self'}",
        "<meta charset>{default-src 'self' cdn.example}",
        "<meta charset>{default-src 'self'; script-src 'unsafe-inline'}",
        "<meta charset>{default-src 'none'; script-src data:}",
        "<meta charset><script></script>{default-src 'self'}",
        "<meta charset>{default-src 'self'}<p style='color: red'>",
        "<meta charset>{default-src 'self'}<p\n  onclick='a()'>",
    ],
)
def test_a_weak_policy_is_seen(html: str) -> None:
    meta = r'<meta http-equiv="Content-Security-Policy" content="\1">'
    assert faults(re.sub(r"\{(.*)\}", meta, html))


def test_the_policy_holds(browser: Browser, origin: str, shipped_site: Path) -> None:
    answered: list[str] = []
    with serve(shipped_site) as elsewhere, browser.new_context() as context:
        tab = context.new_page()
        tab.on("response", lambda response: answered.append(response.url))
        tab.goto(f"{origin}/", wait_until="load")
        seen = tab.evaluate(TRY, f"{elsewhere}/assets/site.js")
    assert seen["ran"] is False
    kinds = {directive.partition("-src")[0] for directive in seen["refused"]}
    assert kinds >= {"script", "img", "frame", "connect", "style"}
    assert answered and all(url.startswith(f"{origin}/") for url in answered)
