/* Search in the index of site_builder/search/: files of keys (k) and of entries (e).
   Results open below the field of <form data-search>, or in full where data-full points. */
(() => {
  "use strict";

  const forms = document.querySelectorAll("form[data-search]");
  if (!forms.length) return;
  const { root, index, found, none, all, more, failed } = forms[0].dataset;

  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[đðɖ]/g, "d");

  const make = (tag, props, ...inside) => {
    const made = Object.assign(document.createElement(tag), props);
    made.append(...inside);
    return made;
  };

  let [toc, digest, files] = [null, "", {}];
  const due = {};
  const load = (name) =>
    (files[name] ??= new Promise((arrive, fail) => {
      due[name] = arrive;
      // After a file's arrival failing has no effect.
      const src = `${index}${name}.js?${digest}`;
      document.head.append(make("script", { src, onload: fail, onerror: fail }));
    }));
  window.plansite = {
    put(name, of, data) {
      if (name === "index") [digest, toc] = [of, data];
      if (of === digest) due[name]?.(data);
    },
  };

  const look = async (key, start = `${key}=`) => {
    const at = toc.keys.split(",").findLastIndex((first) => first <= key);
    const records = (await load(`k${at}`)).split(",");
    return (records.find((one) => one.startsWith(start)) ?? "").replace(/.*=/, "");
  };
  // By entry: 1 if listed under the key (`open`: or a longer one), 2 if too many would be.
  const under = async (key, open) => {
    // Without a star, one key at most.
    const longer = async () => (await look(`${key}*`)) || look(`${key}\uffff`, key);
    const code = await (open ? longer() : look(key));
    const set = new Uint8Array(toc.ends.at(-1));
    if (code === "*") return set.fill(2);
    let [number, gap, shift] = [-1, 0, 0];
    [...code].forEach((digit, at) => {
      const value = digit.charCodeAt() - 63;
      if (code[0] === ".") {
        for (let bit = 0; bit < 6; bit++) set[6 * (at - 1) + bit] = (value >> bit) & 1;
        return;
      }
      gap += (value % 32) << shift;
      shift += 5;
      if (value >= 32) return;
      set[(number += gap + 1)] = 1;
      gap = shift = 0;
    });
    return set;
  };

  const group = (number) => toc.ends.findIndex((end) => number < end);
  // By group, best first. Excerpts count if titles give too few.
  const find = async (typed, words, enough) => {
    const last = words.length - 1;
    const accents = typed.filter((one, at) => one !== words[at]);
    // The last may be only begun.
    const each = (family, list, open) =>
      Promise.all(list.map((one, at) => under(family + one, open && at === last)));
    const [titles, pairs, [starts, closes], written, whole] = await Promise.all([
      each("t", words, true),
      each("p", words.slice(1).map((word, at) => `${words[at]} ${word}`)),
      each("p", [`^ ${words.slice(0, 2).join(" ")}`, `${words[last]} $`]),
      each("w", accents),
      under(`t${words[last]}`),
    ]);
    const score = (excerpts) => (_, number) => {
      const has = (set) => set[number];
      const named = titles.filter(has).length;
      if (named > last) {
        const plan = last && number < toc.ends[0];
        const phrase = pairs.every(has) && (plan ? 7 : 2 + starts[number] * (2 + 2 * closes[number]));
        return 2000 + 100 * (accents.length && written.every(has)) + 10 * phrase + whole[number];
      }
      if (!named && !excerpts.some((set) => set[number] === 1)) return 0;
      const met = titles.filter((set, at) => set[number] || excerpts[at]?.[number]).length;
      return met > last ? 1000 + named : 2 * met > last + 1 && met + named / 100;
    };
    const entries = [...whole.keys()];
    let scores = entries.map(score([]));
    if (scores.filter((one) => one >= 2000).length < enough) {
      scores = entries.map(score(await each("b", words, true)));
    }
    entries.sort((a, b) => scores[b] - scores[a] || a - b);
    // Some words count only if nothing has all.
    const least = scores[entries[0]] >= 1000 ? 1000 : 1;
    const best = entries.filter((one) => scores[one] >= least);
    return [...new Set(best.map(group))].map((at) => best.filter((one) => group(one) === at));
  };

  const marked = (text, own, words) => {
    const pieces = [];
    let end = 0;
    for (const { 0: run, index: at } of text.matchAll(WORD)) {
      const word = fold(run);
      if (!words.includes(word) && !word.startsWith(words.at(-1))) continue;
      pieces.push(text.slice(end, at), make("mark", {}, run));
      end = at + run.length;
    }
    return make("span", own && { lang: own }, ...pieces, text.slice(end));
  };
  const link = async (number, words) => {
    const { block } = toc;
    const entry = (await load(`e${Math.floor(number / block)}`))[number % block];
    const [title, path, excerpt, titleLang, excerptLang] = entry;
    const spans = [marked(title, titleLang, words), marked(excerpt, excerptLang, words)];
    return make("a", { href: root + path }, ...spans);
  };

  for (const form of forms) {
    const field = form.elements.q;
    const status = form.querySelector("[role=status]");
    const full = document.getElementById(form.dataset.full);
    const list = full ?? form.querySelector("[role=listbox]");
    let [turn, active, options] = [0, 0, []];

    // 0 is the field.
    const choose = (to) => {
      active = to;
      const chosen = options[to - 1];
      for (const one of options) one.ariaSelected = String(one === chosen);
      chosen?.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", chosen?.id ?? "");
    };
    const show = (text, ...sections) => {
      turn++;
      status.textContent = text;
      list.replaceChildren(...sections);
      if (full) return;
      options = [...list.querySelectorAll("a")];
      const role = "option";
      options.forEach((one, at) => Object.assign(one, { role, id: `hit${at}`, tabIndex: -1 }));
      list.hidden = !options.length;
      field.ariaExpanded = String(!list.hidden);
      choose(0);
    };
    const section = async (words, numbers, first) => {
      const hits = await Promise.all(numbers.slice(0, first).map((one) => link(one, words)));
      const ariaLabel = toc.groups[group(numbers[0])];
      const head = make(full ? "h2" : "b", {}, ariaLabel);
      const made = make("div", { role: "group", ariaLabel }, head, ...hits);
      if (full && numbers.length > first) {
        const button = make("button", {}, `${more} (${numbers.length - first})`);
        button.onclick = async () => {
          const longer = await section(words, numbers, first + 20);
          made.replaceWith(longer);
          longer.querySelectorAll("a")[first].focus();
        };
        made.append(button);
      }
      return made;
    };
    const search = async () => {
      const mine = ++turn;
      // Not at every letter.
      await new Promise((go) => setTimeout(go, 150));
      const text = field.value.trim();
      const typed = text.toLowerCase().normalize("NFC").match(WORD) ?? [];
      const words = typed.map(fold);
      const answer = async () => {
        if (!words.length) return [""];
        await load("index");
        const most = full ? 24 : 10;
        const groups = await find(typed, words, full ? Infinity : most);
        if (!groups.length) return [`${none} “${text}”`];
        const first = Math.max(2, Math.floor(most / groups.length));
        const shown = full ? groups : groups.slice(0, most / first);
        const sections = await Promise.all(shown.map((one) => section(words, one, first)));
        const href = `${form.action}?q=${encodeURIComponent(text)}`;
        if (!full) sections.push(make("a", { href }, `${all} “${text}”`));
        return [`${groups.flat().length} ${found}`, ...sections];
      };
      if (mine !== turn) return;
      // A cache may hold an earlier site's files: ask past it.
      const again = () => ([digest, files] = [Date.now(), {}]) && answer();
      const result = await answer().catch(again).catch(() => [failed]);
      if (mine === turn) show(...result);
    };

    field.oninput = search;
    if (location.protocol === "file:") form.action += "index.html";
    if (full) {
      field.value = new URLSearchParams(location.search).get("q");
      search();
      continue;
    }
    field.role = "combobox";
    show("");
    field.onfocus = search;
    form.addEventListener("focusout", ({ relatedTarget: to }) => form.contains(to) || show(""));
    field.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const places = options.length + 1;
      if (step) choose((active + step + places) % places);
      else if (event.key === "Enter" && active) options[active - 1].click();
      else if (event.key === "Escape") show("");
      else return;
      event.preventDefault();
    };
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    forms[0].elements.q.focus();
  });
})();
