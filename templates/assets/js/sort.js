/* In <table data-sort> each <th data-key="text|num|date"> gets a button: up, down, as printed. A
   cell's data-value goes before its text (numbers need one: "22.000" has two readings); the empty
   stand last; rows stay in their tbody. data-col gives the column under a head of several rows. */
(() => {
  "use strict";

  const compare = {
    text: new Intl.Collator("vi", { numeric: true }).compare,
    date: (a, b) => (a < b ? -1 : Number(a > b)),
    num: (a, b) => a - b,
  };
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  const sorted = (rows, column, key, direction) => {
    if (direction === "none") return rows;
    const sign = direction === "ascending" ? 1 : -1;
    const value = (row) => row.cells[column]?.dataset.value ?? row.cells[column]?.textContent.trim();
    const filled = rows.filter(value);
    filled.sort((a, b) => sign * compare[key](value(a), value(b)));
    return [...filled, ...rows.filter((row) => !value(row))];
  };

  for (const table of document.querySelectorAll("table[data-sort]")) {
    const printed = [...table.tBodies].map((body) => [body, [...body.rows]]);
    const heads = table.querySelectorAll("th[data-key]");
    for (const head of heads) {
      const { key, col = head.cellIndex } = head.dataset;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const direction = NEXT[head.ariaSort];
        for (const one of heads) one.ariaSort = one === head ? direction : "none";
        for (const [body, rows] of printed) body.append(...sorted(rows, col, key, direction));
      });
      head.append(button);
      head.ariaSort = "none";
    }
  }
})();
