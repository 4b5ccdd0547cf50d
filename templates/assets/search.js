// Search over an index of scripts that call `passerelleSearch`: a manifest, shards of terms, chunks of rows.
// The tables of words are the builder's and come with the manifest.
(function () {
  "use strict";
  const api = {}, shards = [], chunks = [], pending = {};
  const WORD = /\.?[\p{Alphabetic}\p{N}](?:[\p{Alphabetic}\p{N}]|\+(?=[0-9]))*(?:\+\+|#(?![\p{Alphabetic}\p{N}]))?/gu;
  let index, base;

  api.manifest = (value) => {
    index = value;
    for (const key of ["starts", "elisions", "stop", "suffixes"]) index[key] = value[key].split(" ");
    index.facets = [];
    for (let i = 0; i < index.runs.length; i += 5) {
      const [count, lang, topic, level, answered] = index.runs.slice(i, i + 5);
      const facets = { lang: index.langs[lang], topic: index.topics[topic], level: index.levels[level - 1], answered };
      for (let n = count; n--;) index.facets.push(facets);
    }
  };
  api.shard = (number, text) => {
    const parts = text.split(" "), terms = shards[number] = [];
    for (let i = 0, term = ""; i + 1 < parts.length; i += 2) {
      term = term.slice(0, index.digits.indexOf(parts[i][0])) + parts[i].slice(1);
      terms.push({ term, postings: parts[i + 1] });
    }
  };
  api.rows = (number, rows) => { chunks[number] = rows; };

  api.load = (name) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src: base + name + ".js", onload, onerror }));
  });
  const load = (name) => pending[name] = pending[name] || api.load(name).catch(() => {
    delete pending[name];
    throw name;
  });

  // Words, as the builder has them.
  api.fold = (text) => Array.from(text.normalize("NFD").replace(/\p{M}/gu, ""), (c) => index.folded[c] || c.toLowerCase()).join("");
  api.tokens = (folded) => {
    const words = [];
    for (let found; (found = WORD.exec(folded));) {
      let [word] = found;
      const before = folded[found.index - 1] || " ";
      if (word[0] === "." && !(/^\.[a-z]/.test(word) && /[\t\n\f\r (]/.test(before))) word = word.slice(1);
      if (folded[WORD.lastIndex] !== "'" || !index.elisions.includes(word)) words.push(word);
    }
    return words;
  };
  api.stem = (word) => {
    if (!/^[a-z]{5,}$/.test(word)) return /[^s]s$/.test(word) && Array.from(word).length > 3 ? word.slice(0, -1) : word;
    const suffix = index.suffixes.find((suffix) => word.length - suffix.length > 3 && word.endsWith(suffix));
    return suffix ? word.slice(0, -suffix.length) : word;
  };

  // Damerau-Levenshtein distance (optimal string alignment).
  const distance = (a, b) => {
    let before, row = Array.from(b + " ", (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[b.length];
  };

  const place = (key) => index.starts.filter((start) => start <= key).length - 1;
  const terms = async (from, to) => {
    const numbers = index.starts.map((_, at) => at).filter((at) => at >= from && at <= to);
    await Promise.all(numbers.map((at) => load("t" + at)));
    return [].concat(...numbers.map((at) => shards[at]));
  };

  // A word's terms: its stem, what it begins (if it is the last), else the nearest spelling.
  const lookup = async (word, open) => {
    const key = api.stem(word), own = place(key), found = [];
    const take = (entry, factor) => found.push({ entry, factor });
    const exact = async (key, factor) => (await terms(place(key), place(key))).forEach((entry) => entry.term === key && take(entry, factor));
    await exact(key, 1);
    if (open && (word[1] || !found[0])) {
      const first = place(word);
      for (const entry of await terms(first, Math.min(place(word + "\uffff"), first + 2))) {
        if (entry.term !== key && entry.term.startsWith(word)) take(entry, 0.5);
      }
    }
    // `idempoten` has passed the stem of `idempotence`.
    for (let cut = word.length - 1; open && !found[0] && cut > 3; cut--) {
      if (index.suffixes.some((suffix) => suffix.startsWith(word.slice(cut)))) await exact(word.slice(0, cut), 0.8);
    }
    if (found[0] || !/^\p{L}{4,}$/u.test(word)) return { found };
    const most = word.length > 7 && key.length > 4 ? 2 : 1;
    let best, least = most + 0.01;
    for (let wide = 0; wide < 2 && least > 1; wide++) {
      for (const entry of await terms(own - wide, own + wide)) {
        if (Math.abs(entry.term.length - key.length) > most) continue;
        // The more frequent among equals.
        const away = distance(key, entry.term) - entry.postings.length / 1e7;
        if (away < least) [best, least] = [entry, away];
      }
    }
    if (best) take(best, 0.8);
    return { found, corrected: found.map(({ entry }) => entry.term) };
  };

  // The entries for a query, best first.
  api.search = async (query, lang, filters) => {
    await load("manifest");
    const folded = api.fold(query), words = api.tokens(folded), last = words[words.length - 1];
    const kept = words.filter((word) => !index.stop.includes(word));
    const known = new Map((kept[0] ? kept : words.slice(-1)).map((word) => [api.stem(word), word]));
    const groups = await Promise.all(Array.from(known.values(), (word) => lookup(word, word === last && folded.endsWith(word))));
    const N = index.documents, scores = Array(N).fill(0), all = Array(N).fill(0), matched = new Set();
    for (const { found } of groups) {
      const best = new Map();
      for (const { entry, factor } of found) {
        matched.add(entry.term);
        const list = [];
        let shift = 0, value = 0, at = 0;
        for (const c of entry.postings) {
          const digit = index.digits.indexOf(c);
          value += (digit & 31) << shift;
          shift += 5;
          if (digit > 31) continue;
          at += value >> index.bits;
          list.push([at, value % (1 << index.bits) + 0.5]);
          shift = value = 0;
        }
        const rarity = factor * Math.log(1 + N / list.length);
        for (const [at, level] of list) best.set(at, Math.max(best.get(at) || 0, level * rarity));
      }
      for (const [at, score] of best) {
        scores[at] += score;
        all[at]++;
      }
    }
    const documents = [];
    scores.forEach((score, at) => {
      const facets = index.facets[at];
      if (!score || Object.keys(filters).some((name) => filters[name] && name in facets && facets[name] != filters[name])) return;
      if (facets.lang === lang) scores[at] *= 1.2;
      if (all[at] === groups.length) scores[at] += 1e6;
      documents.push(at);
    });
    documents.sort((a, b) => scores[b] - scores[a] || a - b);
    return { documents, matched, corrected: [].concat(...groups.map((group) => group.corrected || [])) };
  };

  api.row = async (at) => {
    const chunk = Math.floor(at / index.rows), facets = index.facets[at];
    await load("r" + chunk);
    const [id, title, lead] = chunks[chunk][at % index.rows];
    return { title, lead, facets, path: facets.lang + "/q/" + encodeURIComponent(id) + "/index.html" };
  };

  // `text` cut into `[string, whether it is one of the terms]`.
  api.stretches = (text, matched) => text.split(/(\.?[\p{Alphabetic}\p{M}\p{N}]+(?:\+\d+|\+\+|#)?)/u)
    .map((part) => [part, matched.has(api.stem(api.fold(part)))]);

  if (typeof module !== "undefined") module.exports = api;
  if (typeof document === "undefined") return;
  window.passerelleSearch = api;

  const script = document.currentScript, data = script.dataset;
  const [box, status, list] = ["q", "search-status", "results"].map((id) => document.getElementById(id));
  if (!list) return;
  const folder = (path) => path.replace(/[^/]$/, "$&/"), root = folder(data.root);
  base = folder(data.index);
  let run = 0, timer;

  const element = (name, ...parts) => {
    const made = document.createElement(name);
    made.append(...parts);
    return made;
  };
  const show = async (answer, from, current) => {
    const rows = await Promise.all(answer.documents.slice(from, from + 10).map(api.row));
    if (current !== run) return;
    if (!from) list.textContent = "";
    const marked = (text) => api.stretches(text, answer.matched).map(([part, hit]) => hit ? element("mark", part) : part);
    for (const { title, lead, facets, path } of rows) {
      const link = element("a", ...marked(title)), named = (name) => script.getAttribute("data-" + name);
      const about = [facets.lang !== data.lang && named("lang-" + facets.lang), named("level-" + facets.level), facets.topic, !facets.answered && named("unanswered")];
      const text = element("p", ...marked(lead));
      link.href = root + path;
      link.lang = text.lang = facets.lang;
      list.append(element("li", link, " ", element("span", about.filter(Boolean).join(" · ")), " ", text));
    }
    // More when the last one comes into sight.
    const watcher = new IntersectionObserver(([last]) => {
      if (!last.isIntersecting) return;
      watcher.disconnect();
      if (current === run) show(answer, from + 10, current);
    });
    if (rows[9]) watcher.observe(list.lastChild);
    return rows;
  };
  const search = async () => {
    const query = box.value.trim(), current = ++run;
    clearTimeout(timer);
    try {
      history.replaceState(null, "", "?q=" + encodeURIComponent(query));
    } catch { /* file:// */ }
    if (!query) return list.textContent = status.textContent = "";
    try {
      const answer = await api.search(box.value, data.lang, Object.fromEntries(new FormData(box.form)));
      const rows = await show(answer, 0, current), n = answer.documents.length;
      if (!rows) return;
      let text = (n > 1 ? data.msgMany : n ? data.msgOne : data.msgNone).replace("{n}", n.toLocaleString(data.lang));
      for (const term of answer.corrected) {
            // A term is a stem: the word itself stands in the results.
        const word = api.stretches(rows.map(({ title, lead }) => title + " " + lead).join(" "), new Set([term])).find(([, hit]) => hit);
        text += " " + data.msgCorrected.replace("{word}", word ? word[0].toLowerCase() : term);
      }
      status.textContent = text;
    } catch {
      if (current === run) status.textContent = data.msgOffline || "";
    }
  };

  box.onfocus = () => load("manifest").catch(() => {});
  box.form.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  };
  box.form.onsubmit = (event) => {
    event.preventDefault();
    search();
  };
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    box.value = asked;
    search();
  }
})();
