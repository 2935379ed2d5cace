/* <form data-filter="duty" hidden> narrows [data-item="duty"]: a select "plan" looks for its value
   among the words of data-plan, "q" in the folded text; all must agree. Of a word body/role the
   select "agency" looks at the first part, one with data-of="agency" at the second of the same
   word. [data-group="duty"] hides when emptied; one that folds is open while something is chosen.
   [data-none="duty"] shows when nothing is left. The choice stands in the address. */
(() => {
  "use strict";

  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();
  const folded = new WeakMap();
  const textOf = (item) => {
    if (!folded.has(item)) folded.set(item, fold(item.textContent));
    return folded.get(item);
  };

  // What a choice opened closes without it; what a reader opened stays.
  const opened = new Set();
  const unfold = (group, wanted) => {
    if (wanted && !group.open) opened.add(group);
    if (opened.has(group)) group.open = wanted;
    if (!wanted) opened.delete(group);
  };

  const agrees = (item, { name, value, dataset, form }) => {
    if (name === "q") return fold(value).split(/\s+/).every((word) => textOf(item).includes(word));
    const { of } = dataset;
    const words = (item.getAttribute(`data-${of || name}`) || "").split(" ");
    const first = of ? form.elements[of]?.value : value;
    return words.some((word) => {
      const [head, tail] = word.split("/");
      return (!first || head === first) && (!of || tail === value);
    });
  };

  const remember = (controls) => {
    const address = new URL(location.href);
    for (const { name, value } of controls) {
      address.searchParams.delete(name);
      if (value) address.searchParams.set(name, value);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Browsers may refuse (files, too often); the list is narrowed anyway.
    }
  };

  const start = (form) => {
    const all = (kind) => [...document.querySelectorAll(`[data-${kind}="${form.dataset.filter}"]`)];
    const items = all("item");
    const controls = [...form.elements].filter((one) => one.matches("select, input"));

    const show = () => {
      const chosen = controls.filter(({ value }) => value.trim());
      for (const item of items) item.hidden = !chosen.every((one) => agrees(item, one));
      const left = items.filter((item) => !item.hidden);
      for (const group of all("group")) {
        group.hidden = chosen.length > 0 && !left.some((item) => group.contains(item));
        if ("open" in group) unfold(group, chosen.length > 0);
      }
      for (const none of all("none")) none.hidden = left.length > 0;
      form.querySelector("output").value = `${left.length} / ${items.length}`;
    };
    const change = () => {
      show();
      remember(controls);
    };

    const asked = new URLSearchParams(location.search);
    for (const control of controls) {
      control.value = asked.get(control.name) || "";
      if (control.selectedIndex === -1) control.value = "";
    }
    form.addEventListener("input", change);
    form.addEventListener("submit", (event) => event.preventDefault());
    // The controls are emptied only after the event.
    form.addEventListener("reset", () => setTimeout(change));
    show();
    form.hidden = false;
  };

  document.querySelectorAll("form[data-filter]").forEach(start);
})();
