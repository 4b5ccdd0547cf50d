// Study with spaced repetition. Questions come in scripts, one a topic, that call `passerelleStudy.topic`; progress stays
// in this browser, and leaves it only as a file that the reader asks for.
(function () {
  "use strict";
  const api = {};

  // FSRS 6 with its published parameters, for a retention of 90 %; checked against py-fsrs.
  const W = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542];
  const RETENTION = 0.9, LONGEST = 36500, DAY = 1440; // days, minutes
  const STEPS = { learning: [1, 10], relearning: [10] }; // minutes
  const FACTOR = 0.9 ** (-1 / W[20]) - 1;
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
  const firstDifficulty = (grade) => W[4] - Math.exp(W[5] * (grade - 1)) + 1;

  const nextStability = ({ stability: s, difficulty: d }, grade, days) => {
    if (days < 1) {
      const gain = Math.exp(W[17] * (grade - 3 + W[18])) * s ** -W[19];
      return s * (grade > 1 ? Math.max(gain, 1) : gain);
    }
    const forgotten = 1 - (1 + FACTOR * days / s) ** -W[20];
    if (grade === 1) {
      return Math.min(W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * Math.exp(forgotten * W[14]), s / Math.exp(W[17] * W[18]));
    }
    const factor = grade === 2 ? W[15] : grade === 4 ? W[16] : 1;
    return s * (1 + Math.exp(W[8]) * (11 - d) * s ** -W[9] * Math.expm1(forgotten * W[10]) * factor);
  };

  const nextDifficulty = (d, grade) => W[7] * firstDifficulty(4) + (1 - W[7]) * (d - W[6] * (grade - 3) * (10 - d) / 9);

  // A card after a review, and the minutes to the next one. `card` is none for a new one; `grade` is 1 (again) to 4 (easy);
  // `days` are whole days since the review before.
  api.review = (card, grade, days) => {
    const known = card || { state: "learning", step: 0 };
    const stability = Math.max(0.001, card ? nextStability(card, grade, days) : W[grade - 1]);
    const difficulty = clamp(card ? nextDifficulty(card.difficulty, grade) : firstDifficulty(grade), 1, 10);
    const after = (state, step, minutes) => ({ state, step, stability, difficulty, minutes });
    const review = () => {
      const interval = stability / FACTOR * (RETENTION ** (-1 / W[20]) - 1);
      return after("review", 0, DAY * clamp(Math.round(interval), 1, LONGEST));
    };
    if (known.state === "review") return grade > 1 ? review() : after("relearning", 0, STEPS.relearning[0]);
    const steps = STEPS[known.state], step = known.step;
    if (grade === 1) return after(known.state, 0, steps[0]);
    if (grade === 2) {
      const minutes = step ? steps[step] : steps[1] ? (steps[0] + steps[1]) / 2 : steps[0] * 1.5;
      return after(known.state, step, minutes);
    }
    return grade === 4 || step + 1 >= steps.length ? review() : after(known.state, step + 1, steps[step + 1]);
  };

  // Progress: `{schema, cards, fresh}`. Cards by `language/id`; `fresh` is how many new ones a day has seen.
  const SCHEMA = 1;
  const STATES = ["learning", "review", "relearning"];
  const empty = () => ({ schema: SCHEMA, cards: {}, fresh: { day: "", count: 0 } });
  const sound = (key, card) => /^(fr|en)\/./.test(key) && card && STATES.includes(card.state) && typeof card.topic === "string"
    && [card.stability, card.difficulty, card.due, card.last].every((n) => Number.isFinite(n) && n > 0)
    && Number.isInteger(card.step) && card.step >= 0 && card.step < (STEPS[card.state] || [0]).length && Number.isInteger(card.level);

  // Progress out of the text of a file or of the browser's store; throws where it is none, or that of a later version.
  api.parse = (text) => {
    const data = JSON.parse(text), db = empty();
    if (!data || data.schema !== SCHEMA || typeof data.cards !== "object") throw new Error("schema");
    for (const [key, card] of Object.entries(data.cards)) {
      if (!sound(key, card)) throw new Error("card " + key);
      const { state, step, stability, difficulty, due, last, topic, level } = card;
      db.cards[key] = { state, step, stability, difficulty, due, last, topic, level };
      if (card.gone) db.cards[key].gone = true;
    }
    if (data.fresh && typeof data.fresh.day === "string" && data.fresh.count >= 0) db.fresh = { day: data.fresh.day, count: data.fresh.count };
    return db;
  };

  // Two histories as one: of each card the one reviewed last.
  api.merge = (one, other) => {
    const db = { ...one, cards: { ...one.cards } };
    for (const [key, card] of Object.entries(other.cards)) {
      if (!db.cards[key] || db.cards[key].last < card.last) db.cards[key] = card;
    }
    if (other.fresh.day === db.fresh.day) db.fresh = { day: db.fresh.day, count: Math.max(db.fresh.count, other.fresh.count) };
    else if (other.fresh.day > db.fresh.day) db.fresh = other.fresh;
    return db;
  };

  if (typeof module !== "undefined") module.exports = api;
  if (typeof document === "undefined") return;
  window.passerelleStudy = api;

  const data = document.currentScript.dataset, root = data.root && data.root.replace(/[^/]$/, "$&/"), KEY = "passerelle-study-" + data.store;
  const byId = (id) => document.getElementById("study-" + id);
  const form = byId("form"), status = byId("status"), card = byId("card"), grades = byId("grades");
  if (!form) return;
  const say = (name, values) => Object.entries(values || {}).reduce((text, [key, value]) => text.replace("%" + key, value), data["msg" + name]);
  const number = (n) => n.toLocaleString(data.lang);
  const count = (one, many, n) => say(n > 1 || (n === 0 && data.lang === "en") ? many : one, { n: number(n) });

  // The browser's store, read anew each time: another tab may have written to it.
  let memory, locked;
  const read = () => {
    if (locked && memory) return memory;
    try {
      const text = localStorage.getItem(KEY);
      if (text) return api.parse(text);
    } catch {
      // No store, or the progress of another version: nothing is written over it.
      locked = true;
    }
    return memory || empty();
  };
  const write = (db) => {
    memory = db;
    if (locked) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(db));
    } catch {
      locked = true;
    }
  };

  const midnight = (time, days) => {
    const day = new Date(time);
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() + (days || 0)).getTime();
  };
  const today = () => {
    const day = new Date();
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };

  // What is chosen: topics in order, level, and how many new questions a day.
  const options = Array.from(form.topic.querySelectorAll("option[data-n]"), (option) => ({ key: option.value, counts: option.dataset.n.split(" ").map(Number) }));
  const chosen = () => {
    const topic = form.topic.value, level = Number(form.level.value);
    const topics = options.filter(({ key }) => key === topic || key.startsWith(topic + "/") || !topic);
    return { topics, level, most: clamp(Math.floor(Number(form.fresh.value)) || 0, 0, 999) };
  };
  const state = () => {
    const db = read(), { topics, level, most } = chosen(), keys = new Set(topics.map(({ key }) => key));
    const fits = (card) => !level || card.level === level;
    const mine = Object.entries(db.cards).filter(([key, card]) => !card.gone && fits(card) && keys.has(key.slice(0, 3) + card.topic));
    const due = mine.filter(([, card]) => card.due < midnight(Date.now(), 1)).sort(([a, x], [b, y]) => x.due - y.due || (a < b ? -1 : 1));
    const all = topics.reduce((sum, { counts }) => sum + (level ? counts[level] : counts.reduce((a, b) => a + b)), 0);
    const seen = db.fresh.day === today() ? db.fresh.count : 0;
    const later = mine.map(([, card]) => card.due).sort((a, b) => a - b)[0];
    return { db, topics, fits, due, later, fresh: Math.max(0, Math.min(all - mine.length, most - seen)) };
  };

  // Topics, each loaded once.
  const loaded = {}, pending = {};
  api.topic = (key, rows) => {
    loaded[key] = new Map(rows.map(([id, level, title, front, back, folder]) => [key.slice(0, 3) + id, { level, title, front, back, folder: folder || id }]));
    // Questions move from one topic to another, and some go.
    const db = read(), [lang, topic] = [key.slice(0, 3), key.slice(3)];
    let moved = false;
    for (const [id, card] of Object.entries(db.cards)) {
      if (!id.startsWith(lang)) continue;
      const row = loaded[key].get(id);
      if (row && (card.topic !== topic || card.level !== row.level || card.gone)) {
        moved = true;
        Object.assign(card, { topic, level: row.level });
        delete card.gone;
      } else if (!row && card.topic === topic && !card.gone) moved = card.gone = true;
    }
    if (moved) write(db);
  };
  const load = (key) => pending[key] = pending[key] || new Promise((onload, onerror) => {
    const src = root + key.slice(0, 3) + "study/" + encodeURIComponent(key.slice(3)) + ".js";
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  }).then(() => loaded[key], (error) => {
    delete pending[key];
    throw error;
  });

  // The next question: what is due by now, then new ones, then what is due later today.
  const pick = async () => {
    for (;;) {
      const { db, topics, fits, due, fresh } = state(), now = Date.now();
      if (due[0] && (due[0][1].due <= now || !fresh)) {
        const [key, record] = due[0], row = (await load(key.slice(0, 3) + record.topic)).get(key);
        if (row) return { key, row, topic: record.topic, record };
        if (!(read().cards[key] || {}).gone) return;
        continue;
      }
      if (!fresh) return;
      for (const topic of topics) {
        for (const [key, row] of await load(topic.key)) {
          if (!db.cards[key] && fits(row)) return { key, row, topic: topic.key.slice(3) };
        }
      }
      return;
    }
  };

  const counts = () => {
    const { due, fresh, db } = state();
    byId("due").textContent = number(due.length);
    byId("new").textContent = number(fresh);
    byId("known").textContent = number(Object.keys(db.cards).length);
    byId("start").disabled = !due.length && !fresh;
    byId("locked").hidden = !locked;
    return { due, fresh };
  };
  const interval = (minutes) => {
    const [n, unit] = minutes < 60 ? [Math.round(minutes), "minute"] : minutes < 60 * DAY ? [minutes / DAY, "day"]
      : minutes < 730 * DAY ? [minutes / DAY / 30.4, "month"] : [minutes / DAY / 365, "year"];
    return new Intl.NumberFormat(data.lang, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: unit === "year" ? 1 : 0 }).format(n);
  };
  const daysSince = (record) => record ? Math.round((midnight(Date.now()) - midnight(record.last)) / 864e5) : 0;

  let current, before;
  const show = async () => {
    try {
      current = await pick();
    } catch {
      status.textContent = data.msgOffline;
      return;
    }
    const { due, fresh } = counts();
    card.hidden = !current;
    form.hidden = byId("keep").hidden = !!current;
    byId("undo").hidden = !before;
    if (!current) {
      const { later } = state();
      status.textContent = say("Done") + (later ? " " + say("Next", { date: new Date(later).toLocaleDateString(data.lang, { weekday: "long", day: "numeric", month: "long" }) }) : "");
      byId("start").focus();
      return;
    }
    const { row, key } = current, lang = key.slice(0, 2), question = byId("question");
    card.lang = lang === data.lang ? "" : lang;
    if (!card.lang) card.removeAttribute("lang");
    // The site's own pages hold the same markup, made safe when they were built.
    question.innerHTML = row.title;
    byId("front").innerHTML = row.front;
    byId("back").innerHTML = row.back;
    byId("link").href = root + lang + "/q/" + encodeURIComponent(row.folder) + "/index.html";
    byId("answer").hidden = grades.hidden = true;
    byId("reveal").hidden = false;
    status.textContent = count("LeftOne", "LeftMany", due.length + fresh);
    question.focus();
  };
  const reveal = () => {
    byId("answer").hidden = grades.hidden = false;
    byId("reveal").hidden = true;
    grades.querySelectorAll("button").forEach((button) => {
      const { minutes } = api.review(current.record, Number(button.value), daysSince(current.record));
      button.querySelector("small").textContent = interval(minutes);
    });
    byId("answer").focus();
  };
  const grade = (value) => {
    const db = read(), { key, row, topic } = current, record = db.cards[key];
    const { minutes, ...after } = api.review(record, value, daysSince(record)), now = Date.now();
    before = JSON.stringify(db);
    if (!record) db.fresh = { day: today(), count: (db.fresh.day === today() ? db.fresh.count : 0) + 1 };
    // An interval of days ends with the day, whatever the hour.
    const due = minutes < DAY ? now + minutes * 6e4 : midnight(now, minutes / DAY);
    db.cards[key] = { ...after, due: Math.round(due), last: now, topic, level: row.level };
    write(db);
    show();
  };
  const stop = () => {
    card.hidden = true;
    form.hidden = byId("keep").hidden = false;
    status.textContent = "";
    counts();
    byId("start").focus();
  };

  form.onsubmit = (event) => {
    event.preventDefault();
    before = undefined;
    show();
  };
  form.onchange = () => {
    counts();
    try {
      localStorage.setItem(KEY + "-choice", JSON.stringify([form.topic.value, form.level.value, form.fresh.value]));
    } catch { /* private window */ }
  };
  byId("reveal").onclick = reveal;
  byId("stop").onclick = stop;
  byId("undo").onclick = () => {
    write(api.parse(before));
    before = undefined;
    show();
  };
  grades.onclick = ({ target }) => {
    const button = target.closest("button");
    if (button) grade(Number(button.value));
  };
  // Only while the focus is on the card, so that no key is taken from anything else.
  card.onkeydown = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("a, summary, input")) return;
    const open = !grades.hidden, button = event.target.closest("button");
    if (!open && event.key === " " && !button) reveal();
    else if (open && /^[1-4]$/.test(event.key)) grade(Number(event.key));
    else return;
    event.preventDefault();
  };

  byId("export").onclick = () => {
    const text = JSON.stringify({ ...read(), store: data.store, exported: new Date().toISOString() }, null, 1);
    const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href, download: data.store + "-" + today() + ".json" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 6e4);
  };
  byId("import").onchange = async ({ target }) => {
    const [file] = target.files, told = byId("told");
    if (!file) return;
    try {
      const other = api.parse(await file.text());
      write(api.merge(read(), other));
      told.textContent = count("ImportedOne", "ImportedMany", Object.keys(other.cards).length);
    } catch {
      told.textContent = data.msgRefused;
    }
    target.value = "";
    counts();
  };
  addEventListener("storage", ({ key }) => { if (key === KEY) counts(); });

  try {
    const [topic, level, fresh] = JSON.parse(localStorage.getItem(KEY + "-choice"));
    form.topic.value = topic;
    form.level.value = level;
    form.fresh.value = fresh;
  } catch { /* nothing kept */ }
  const asked = new URLSearchParams(location.search).get("topic");
  if (asked) form.topic.value = asked;
  if (form.topic.selectedIndex < 0) form.topic.value = data.lang;
  form.hidden = byId("keep").hidden = false;
  counts();
})();
