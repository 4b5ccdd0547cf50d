// Search over an index of scripts that call `passerelleSearch`: a manifest, shards of terms, chunks of rows.
// The tables of words are the builder's and come with the manifest.
(function () {
  "use strict";
  const api = {}, shards = [], chunks = [], words = [], pending = {};
  const WORD = /\.?[\p{Alphabetic}\p{N}](?:[\p{Alphabetic}\p{N}]|\+(?=[0-9]))*(?:\+\+|#(?![\p{Alphabetic}\p{N}]))?/gu;
  let index, base;

  api.manifest = (value) => {
    index = value;
    pending.manifest = Promise.resolve();
    for (const key of ["elisions", "stop", "suffixes"]) index[key] = value[key].split(" ");
    // How much each start shares with the one before is a capital.
    for (const key of ["starts", "words"]) {
      let start;
      index[key] = value[key].split(/(?=[A-Z])/).map((part) => start = part[0] === "A" ? part.slice(1) : start.slice(0, index.digits.indexOf(part[0])) + part.slice(1));
    }
    index.facets = [];
    let topic = 0;
    index.runs[0].forEach((count, run) => {
      const [, lang, step, level, answered] = index.runs.map((column) => column[run]);
      topic += step;
      const facets = { lang: index.langs[lang], topic: index.topics[topic], level: index.levels[level - 1], answered };
      while (count--) index.facets.push(facets);
    });
  };
  const coded = (text) => {
    const parts = text.split(" "), terms = [];
    for (let i = 0, term = ""; i + 1 < parts.length; i += 2) {
      term = term.slice(0, index.digits.indexOf(parts[i][0])) + parts[i].slice(1);
      terms.push({ term, postings: parts[i + 1] });
    }
    return terms;
  };
  api.shard = (number, text) => { shards[number] = coded(text); };
  api.words = (number, text) => { words[number] = coded(text); };
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

  // Damerau-Levenshtein distances (optimal string alignment) of `a` to what `b` begins with: nothing, one letter…
  const distances = (a, b) => {
    let before, row = Array.from(b + " ", (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row;
  };

  const place = (key, starts = index.starts) => starts.filter((start) => start <= key).length - 1;
  const terms = async (from, to) => {
    const numbers = index.starts.map((_, at) => at).filter((at) => at >= from && at <= to);
    await Promise.all(numbers.map((at) => load("t" + at)));
    return [].concat(...numbers.map((at) => shards[at]));
  };
  const exact = async (key) => (await terms(place(key), place(key))).filter(({ term }) => term === key);

  // The terms that `word` may be a slip of, best first. A slip may be in the ending, which terms have lost.
  const nearest = async (word) => {
    const ends = Array.from(word + " ", (_, at) => {
      const end = word.slice(at);
      return Math.min(end.length, ...index.suffixes.map((suffix) => Math.abs(suffix.length - end.length) > 1 ? 9 : distances(suffix, end).pop()));
    });
    let found = [], least = word.length > 7 ? 2 : 1;
    // The second letter is the first where the two were swapped, or the first is one too many.
    for (const first of word.slice(0, 2)) {
      const at = place(first, index.words);
      await load("w" + at);
      for (const { term, postings } of words[at]) {
        if (term[0] !== first || term.length > word.length + least) continue;
        const row = distances(term, word);
        const away = term.length < 4 ? row.pop() : Math.min(...row.map((slips, end) => slips + ends[end]));
        if (away > least || term === api.stem(word)) continue;
        if (away < least) found = [];
        least = away;
        found.push([index.digits.indexOf(postings), term]);
      }
    }
    // The more frequent first.
    return found.sort((a, b) => b[0] - a[0]).slice(0, 4).map(([, term]) => term);
  };

  // A word's terms: its stem, what it begins (if it is the last), else the nearest spellings.
  const lookup = async (word, open) => {
    const key = api.stem(word), found = [];
    const take = (factor) => (entry) => found.push({ entry, factor });
    (await exact(key)).forEach(take(1));
    if (open && (word[1] || !found[0])) {
      const first = place(word);
      const begun = ({ term }) => term !== key && term.startsWith(word) && !term.endsWith("_");
      (await terms(first, Math.min(place(word + "\uffff"), first + 2))).filter(begun).forEach(take(0.5));
    }
    // `idempoten` has passed the stem of `idempotence`.
    for (let cut = word.length - 1; open && !found[0] && cut > 3; cut--) {
      if (index.suffixes.some((suffix) => suffix.startsWith(word.slice(cut)))) (await exact(word.slice(0, cut))).forEach(take(0.8));
    }
    if (found[0] || !/^\p{L}{4,}$/u.test(word)) return { found };
    const meant = await nearest(word);
    (await Promise.all(meant.map(exact))).forEach(([entry]) => take(0.8)(entry));
    return { found, meant };
  };

  // The entries for a query, best first.
  api.search = async (query, lang, filters) => {
    await load("manifest");
    const folded = api.fold(query), words = api.tokens(folded), last = words[words.length - 1];
    const kept = words.filter((word) => !index.stop.includes(word));
    const known = new Map((kept[0] ? kept : words.slice(-1)).map((word) => [api.stem(word), word]));
    const groups = await Promise.all(Array.from(known.values(), (word) => lookup(word, word === last && folded.endsWith(word))));
    // Names of concepts are also terms as a whole.
    const stems = kept.map(api.stem), names = [];
    stems.forEach((_, from) => {
      for (let to = from + 1; to <= from + 4 && to <= stems.length; to++) names.push(stems.slice(from, to).join("_") + "_");
    });
    const named = (await Promise.all(names.map(exact))).map(([entry]) => ({ found: entry ? [{ entry, factor: 0.3 }] : [], extra: true }));
    const N = index.documents, scores = Array(N).fill(0), all = Array(N).fill(0), matched = new Set();
    for (const group of groups.concat(named)) {
      const best = group.best = new Map();
      for (const { entry, factor } of group.found) {
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
        for (const [at, level] of list) {
          if (!best.has(at) || best.get(at)[0] < level * rarity) best.set(at, [level * rarity, entry.term]);
        }
      }
      for (const [at, [score]] of best) {
        scores[at] += score;
        if (!group.extra) all[at]++;
      }
    }
    const documents = [], topics = new Map();
    const passes = (facets, but) => Object.keys(filters).every((name) => !filters[name] || name === but || !(name in facets) || facets[name] == filters[name]);
    scores.forEach((score, at) => {
      const facets = index.facets[at];
      // Without words, everything that the filters leave.
      if (groups[0] ? !score : !Object.keys(filters).some((name) => name in facets && filters[name])) return;
      if (passes(facets, "topic")) topics.set(facets.topic, 1 + (topics.get(facets.topic) || 0));
      if (!passes(facets)) return;
      if (facets.lang === lang) scores[at] *= 1.2;
      if (all[at] === groups.length) scores[at] += 1e6;
      documents.push(at);
    });
    documents.sort((a, b) => scores[b] - scores[a] || a - b);
    // A page of the other language is among the first five: one about the concept that the query names, else one that has every word.
    const about = (named[names.indexOf(stems.join("_") + "_")] || { best: new Map() }).best;
    const foreign = (fits) => documents.findIndex((at) => index.facets[at].lang !== lang && fits(at));
    let best = foreign((at) => about.has(at));
    if (best < 0) best = foreign((at) => scores[at] > 1e6);
    if (best > 4) documents.splice(4, 0, ...documents.splice(best, 1));
    // Of several spellings, the one that the first result has.
    const corrected = groups.filter((group) => group.meant && group.meant[0]).map(({ best, meant }) => (best.get(documents[0]) || [, meant[0]])[1]);
    return { documents, matched, corrected, topics };
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
  const form = box.form, topic = form.elements.topic;

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
      const about = [facets.lang !== data.lang && named("lang-" + facets.lang), named("level-" + facets.level), !facets.answered && named("unanswered")];
      const text = element("p", ...marked(lead)), of = element("span", facets.topic);
      link.href = root + path;
      link.lang = text.lang = of.lang = facets.lang;
      list.append(element("li", link, " ", element("span", of, ...about.filter(Boolean).map((said) => " · " + said)), " ", text));
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
  // The topics of what was found, with how many of it each has.
  const offer = (topics) => {
    const chosen = topic.value;
    if (chosen && !topics.has(chosen)) topics.set(chosen, 0);
    topic.length = 1;
    for (const name of Array.from(topics.keys()).filter(Boolean).sort(new Intl.Collator(data.lang).compare)) {
      topic.add(new Option(name + " (" + topics.get(name).toLocaleString(data.lang) + ")", name, false, name === chosen));
    }
  };
  const search = async () => {
    const query = box.value.trim(), current = ++run;
    clearTimeout(timer);
    try {
      history.replaceState(null, "", "?" + new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => value)));
    } catch { /* file:// */ }
    const filters = Object.fromEntries(new FormData(form));
    if (!query && !["lang", "topic", "level", "answered"].some((name) => filters[name])) return list.textContent = status.textContent = "";
    try {
      const answer = await api.search(query && box.value, data.lang, filters);
      if (current !== run) return;
      if (topic) offer(answer.topics);
      const rows = await show(answer, 0, current), n = answer.documents.length;
      if (!rows) return;
      let text = (n > 1 ? data.msgMany : n ? data.msgOne : data.msgNone).replace("{n}", n.toLocaleString(data.lang));
      // A term is a stem: the word itself stands in the results.
      const shown = rows.map(({ title, lead }) => title + " " + lead).join(" ");
      const meant = answer.corrected.map((term) => (api.stretches(shown, new Set([term])).find(([, hit]) => hit) || [term])[0].toLowerCase());
      if (meant[0] && n) text += " " + data.msgCorrected.replace("{word}", meant.join(" "));
      status.textContent = text;
    } catch {
      if (current === run) status.textContent = data.msgOffline || "";
    }
  };

  box.onfocus = () => load("manifest").catch(() => {});
  form.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  };
  // Not every browser tells of a choice as input; and the box tells of a change when it is left.
  form.onchange = ({ target }) => { if (target !== box) form.oninput(); };
  form.onsubmit = (event) => {
    event.preventDefault();
    search();
  };
  // Arrows lead from the box through the results and back.
  addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], stops = [box, ...list.querySelectorAll("a")], at = stops.indexOf(event.target);
    if (!step || at < 0 || !stops[at + step] || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stops[at + step].focus();
  });
  const asked = new URLSearchParams(location.search);
  asked.forEach((value, name) => {
    const field = form.elements[name];
    if (field === topic && value) topic.add(new Option(value));
    if (field) field.value = value;
  });
  // The page's own script for the manifest runs after this one.
  if (location.search) addEventListener("DOMContentLoaded", search);
})();
