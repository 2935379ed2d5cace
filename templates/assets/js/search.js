/* Search in the site's own index (site_builder/search/): words are folded as there, files of keys
   and of entries are loaded as scripts when a query needs them, so that search works from a file
   share and asks nobody else. <form data-search> has the field "q", a list that opens below it or,
   with data-results, the id of where the results go in full. Words to say: data-say-… */
(() => {
  "use strict";

  const forms = [...document.querySelectorAll("form[data-search]")];
  if (!forms.length) return;
  const { root, index, sayNone, sayOne, sayMany, sayAll, sayMore, sayFailed } = forms[0].dataset;

  // ---- words

  const MARKS = "\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306đ";
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
  const spread = (text) => text.toLowerCase().normalize("NFD");
  const fold = (text) => spread(text).replace(/\p{M}/gu, "").replace(/[đðɖ]/g, "d");
  const marks = (word) => word.match(/[\p{M}đ]/gu)?.map((one) => MARKS.indexOf(one) + 1).join("");
  const words = (text) =>
    (spread(text).match(WORD) ?? []).map((word) => ({
      word: fold(word).slice(0, 40),
      marks: marks(word)?.slice(0, 40),
    }));

  // ---- files

  let digest = "";
  const files = new Map();
  const given = new Map();
  window.plansite = {
    put(name, of, data) {
      if (name === "index") digest = of;
      const keys = (text) => new Map(text.split("|").map((record) => record.split("=")));
      if (of === digest) given.set(name, typeof data === "string" ? keys(data) : data);
    },
  };

  const load = (name) => {
    if (!files.has(name)) {
      const arrival = new Promise((arrived, failed) => {
        const script = document.createElement("script");
        script.src = `${index}${name}.js${digest && `?${digest}`}`;
        script.onload = () => (given.has(name) ? arrived(given.get(name)) : failed());
        script.onerror = failed;
        document.head.append(script);
      });
      files.set(name, arrival);
    }
    return files.get(name);
  };

  // What is left in a cache from an earlier site does not fit: ask once more, past every cache.
  const afresh = async (work) => {
    try {
      return await work();
    } catch {
      files.clear();
      given.clear();
      digest = String(Date.now());
      return work();
    }
  };

  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const rising = (code) => {
    const numbers = [];
    if (code[0] === ".") {
      for (let at = 0; at < 6 * (code.length - 1); at++) {
        if ((DIGITS.indexOf(code[1 + Math.floor(at / 6)]) >> at % 6) & 1) numbers.push(at);
      }
      return numbers;
    }
    let [last, gap, shift] = [-1, 0, 0];
    for (const digit of code) {
      const value = DIGITS.indexOf(digit);
      gap += (value % 32) << shift;
      shift += 5;
      if (value >= 32) continue;
      last += gap + 1;
      numbers.push(last);
      gap = shift = 0;
    }
    return numbers;
  };

  const contents = async () => {
    const list = await load("index");
    if (!list.ends) {
      let end = 0;
      list.ends = list.counts.map((count) => (end += Number(count)));
      list.total = end;
      list.blocks = rising(list.blocks);
      list.keys = list.keys.split("|");
    }
    return list;
  };

  // The last of rising beginnings that is not after what is looked for.
  const place = (beginnings, wanted) => {
    let [low, high] = [0, beginnings.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (beginnings[middle] <= wanted) low = middle;
      else high = middle;
    }
    return low;
  };

  const codes = async (key, open) => {
    const { keys } = await contents();
    const only = open ? `${key}*` : key;
    const code = (await load(`k${place(keys, only)}`)).get(only);
    if (code !== undefined || !open) return [code ?? ""];
    const near = [];
    for (let at = place(keys, key); at <= place(keys, `${key}\uffff`); at++) near.push(load(`k${at}`));
    const records = (await Promise.all(near)).flatMap((file) => [...file]);
    return records.filter(([one]) => one.startsWith(key)).map(([, found]) => found);
  };

  // Which entries a key leads to: 1 those listed, 2 any, where too many are to be listed.
  const under = async (key, open) => {
    const found = new Uint8Array((await contents()).total);
    for (const code of await codes(key, open)) {
      if (code === "*") return found.fill(2);
      for (const number of rising(code)) found[number] = 1;
    }
    return found;
  };

  const entry = async (number) => {
    const { blocks } = await contents();
    const at = place(blocks, number);
    return (await load(`e${at}`))[number - blocks[at]];
  };

  // ---- ranking

  const count = (sets, number) => sets.reduce((sum, set) => sum + (set[number] > 0), 0);
  // The last word may be the beginning of a longer one.
  const isOpen = (asked, at) => at === asked.length - 1 && asked[at].word.length > 1;

  // The numbers of what fits, best first, by group. Excerpts are read where titles give too few.
  const find = async (asked, enough) => {
    const last = asked.length - 1;
    const each = (key) => Promise.all(asked.map((one, at) => under(key(one, at), isOpen(asked, at))));
    const typed = asked.filter((one) => one.marks);
    const [titles, [starts, ...pairs], [whole, ends, ...accents]] = await Promise.all([
      each(({ word }) => `t${word}`),
      each(({ word }, at) => `p${at ? asked[at - 1].word : "^"} ${word}`),
      Promise.all([
        under(`t${asked[last].word}`),
        under(`p${asked[last].word} $`),
        ...typed.map((one) => under(`t${one.word}'${one.marks}`)),
      ]),
    ]);
    // A single letter at the end is a word that has only been begun.
    const needed = asked.length - (last > 0 && /^\D$/.test(asked[last].word));

    const score = (number, excerpts) => {
      const named = count(titles, number);
      if (named >= needed) {
        const together = count(pairs, number) >= needed - 1;
        const phrase = together && 2 + starts[number] * (2 + 2 * ends[number]);
        const accented = typed.length > 0 && count(accents, number) === typed.length;
        return 2000 + 100 * accented + 10 * phrase + whole[number];
      }
      const met = asked.filter((_, at) => titles[at][number] || excerpts[at]?.[number]).length;
      if (!named && !excerpts.some((set) => set[number] === 1)) return 0;
      if (met >= needed) return 1000 + named;
      return 2 * met > needed ? met + named / 100 : 0;
    };

    const { total, groups, ends: limits } = await contents();
    const fitting = (excerpts) => {
      const scores = Array.from({ length: total }, (_, number) => score(number, excerpts));
      const least = scores.some((one) => one >= 1000) ? 1000 : Number.MIN_VALUE;
      const found = groups.map((name) => ({ name, numbers: [] }));
      let group = 0;
      for (let number = 0; number < total; number++) {
        while (number >= limits[group]) group++;
        if (scores[number] >= least) found[group].numbers.push(number);
      }
      const better = (a, b) => scores[b] - scores[a] || a - b;
      for (const { numbers } of found) numbers.sort(better);
      const kept = found.filter(({ numbers }) => numbers.length);
      return kept.sort((a, b) => better(a.numbers[0], b.numbers[0]));
    };
    const found = fitting([]);
    const titled = scores => scores;
    return found;
  };
})();
