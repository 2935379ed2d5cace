/* Copying permanent links, following links from a file share, opening what an address points at and
   what is printed, abbreviations where nothing hovers. <button data-print hidden> prints.
   Words: <body data-say-copy data-say-copied data-say-keys>. */
(() => {
  "use strict";

  const { sayCopy, sayCopied, sayKeys } = document.body.dataset;
  const make = (tag, className, more) =>
    Object.assign(document.createElement(tag), { className, ...more });

  const told = make("p", "told", { role: "status" });
  let fading;
  const tell = (text) => {
    told.textContent = text;
    clearTimeout(fading);
    fading = setTimeout(() => told.replaceChildren(), 5000);
  };

  // Without a clipboard (plain http).
  const byHand = (button, value) => {
    const field = make("input", "address", { value, readOnly: true, ariaLabel: sayKeys });
    field.addEventListener("blur", () => field.remove());
    button.after(field);
    field.select();
    const copied = document.execCommand("copy");
    if (copied) button.focus();
    tell(copied ? sayCopied : sayKeys);
  };

  const copy = (button, link) => {
    // The canonical address outlives a mirror.
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const page = canonical || location.href.replace(/[?#].*/, "");
    const { href } = new URL(link.getAttribute("href"), page);
    const written = navigator.clipboard?.writeText(href) ?? Promise.reject();
    written.then(() => tell(sayCopied), () => byHand(button, href));
  };

  if (sayCopy) {
    document.body.append(told);
    for (const link of document.querySelectorAll("a[data-copy]")) {
      const ariaLabel = `${sayCopy}: ${link.title || link.textContent.trim()}`;
      const button = make("button", "copy", { type: "button", title: sayCopy, ariaLabel });
      button.addEventListener("click", () => copy(button, link));
      link.after(button);
    }
  }

  // On a file share nobody turns a folder into its index.html.
  const FOLDER = /^(?![a-z][a-z0-9+.-]*:|\/\/)([^?#]*\/)(?=[?#]|$)/i;
  const point = (link) => {
    const href = link?.getAttribute("href");
    if (href) link.setAttribute("href", href.replace(FOLDER, "$1index.html"));
  };
  if (location.protocol === "file:") {
    document.querySelectorAll("a[href]").forEach(point);
    // Those that come later: a search's.
    document.addEventListener("click", ({ target }) => point(target.closest("a[href]")), true);
  }

  const reveal = () => {
    const target = document.querySelector(":target");
    let one = target?.closest("details:not([open])");
    if (!one) return;
    for (; one; one = one.parentElement.closest("details")) one.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => print());
    button.hidden = false;
  }
  // What is folded is printed too, whatever the browser can unfold by CSS.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open], .why)")];
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });

  // A meaning is written out. For the keyboard the first of each abbreviation is enough.
  const toggle = (abbr) => {
    const open = abbr.nextSibling?.className === "meaning";
    if (open) abbr.nextSibling.remove();
    else abbr.after(make("span", "meaning", { textContent: ` (${abbr.title})` }));
    if (abbr.role) abbr.ariaExpanded = String(!open);
  };
  const seen = new Set();
  for (const abbr of document.querySelectorAll("main abbr[title]")) {
    if (abbr.closest("a, button, summary, label")) continue;
    abbr.addEventListener("click", () => toggle(abbr));
    if (seen.has(abbr.textContent)) continue;
    seen.add(abbr.textContent);
    Object.assign(abbr, { tabIndex: 0, role: "button", ariaExpanded: "false" });
    abbr.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      toggle(abbr);
    });
  }
})();
