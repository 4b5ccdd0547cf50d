// Measures the site's own search script over a built index, as a browser would load it, with node:
//
//   node benches/search.js FOLDER [SAMPLE] [--misses]
//
// FOLDER is what the example `search` writes, or `idx/<hash>` of a built site. Known item: three words of a title that no
// more than ten titles share, changed in several ways, must find its question. With `concepts.json` in the folder (from the example), names of concepts in one
// language must find a question of the other. Draws are the same at every run.
const fs = require("fs"), path = require("path"), vm = require("vm"), zlib = require("zlib");

const [folder, sample = "400"] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const tellMisses = process.argv.includes("--misses");
// As served.
const script = [path.resolve(folder, "search.js"), path.resolve(folder, "../../assets/search.js")].find(fs.existsSync);
const packed = {};
const weight = (file) => packed[file] = packed[file] || zlib.gzipSync(fs.readFileSync(file), { level: 6 }).length;
const percent = (part, whole) => (100 * part / whole).toFixed(1);

// The script as a page just opened has it; `loaded` tells what it has asked for since.
const open = () => {
  delete require.cache[require.resolve(script)];
  const search = require(script), loaded = [];
  search.load = async (name) => {
    const file = path.join(folder, name + ".js");
    loaded.push(file);
    globalThis.passerelleSearch = search;
    vm.runInThisContext(fs.readFileSync(file, "utf8"));
  };
  return { search, loaded };
};

// Mulberry32 (T. Ettinger, 2017): as random as words need to be, and the same everywhere.
let state = 2026;
const random = (below) => {
  state = state + 0x6D2B79F5 | 0;
  let t = Math.imul(state ^ state >>> 15, 1 | state);
  t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
  return ((t ^ t >>> 14) >>> 0) % below;
};

// One wrong letter, one left out, one too many, or two swapped, after the first letter: few slips are there.
const slip = (word) => {
  const letters = Array.from(word), at = 1 + random(letters.length - 2), other = "abcdefghijklmnopqrstuvwxyz"[random(26)];
  const wrong = [
    () => letters.splice(at, 1, other),
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, other),
    () => letters.splice(at, 2, letters[at + 1], letters[at]),
  ][random(4)];
  wrong();
  const made = letters.join("");
  return made === word ? slip(word) : made;
};
const longest = (words) => words.map((word, at) => [word.length, at]).sort((a, b) => b[0] - a[0] || a[1] - b[1])[0][1];
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
// The word that gets the change: any of those long enough, else the longest.
const changed = (words, least, change) => {
  const fit = words.map((_, at) => at).filter((at) => new RegExp(`^\\p{L}{${least},}$`, "u").test(words[at]));
  const at = fit[0] === undefined ? longest(words) : fit[random(fit.length)];
  return words.map((word, n) => n === at && /^\p{L}{3,}$/u.test(word) ? change(word) : word).join(" ");
};
const KINDS = {
  "plain": (words) => words.join(" "),
  "no accents": (words) => bare(words.join(" ")),
  "one typo": (words) => changed(words, 5, slip),
  "plural": (words) => changed(words, 4, (word) => word.endsWith("s") ? word.slice(0, -1) : word + "s"),
  "prefix": (words) => words.slice(0, -1).concat(words[words.length - 1].slice(0, Math.max(3, Math.ceil(words[words.length - 1].length * 0.6)))).join(" "),
  "whole question": (_, title) => title,
};

(async () => {
  const { search } = open();
  await search.search("", "fr", {});
  // The manifest once more, for what the script keeps to itself.
  let index;
  vm.runInNewContext(fs.readFileSync(path.join(folder, "manifest.js"), "utf8"), { passerelleSearch: { manifest: (value) => { index = value; } } });
  const stop = new Set([].concat(index.stop).join(" ").split(" "));
  const contentWords = (title) => (title.replace(/[’ʼ]/g, "'").match(/\.?[\p{L}\p{M}\p{N}]+(?:\+\d+|\+\+|#|')?/gu) || [])
    .filter((word) => !word.endsWith("'")).filter((word) => search.tokens(search.fold(word)).some((token) => token[1] && !stop.has(token)));

  // Which titles have a stem: three words that stand together in more than ten titles name none of them.
  const titled = new Map();
  const stems = (text) => new Set(search.tokens(search.fold(text)).filter((token) => !stop.has(token)).map(search.stem));
  for (let at = 0; at < index.documents; at++) {
    for (const stem of stems((await search.row(at)).title)) titled.has(stem) ? titled.get(stem).add(at) : titled.set(stem, new Set([at]));
  }
  const telling = (words) => {
    const [first, ...others] = Array.from(stems(words.join(" ")), (stem) => titled.get(stem) || new Set());
    return [...first].filter((at) => others.every((set) => set.has(at))).length <= 10;
  };

  const items = [];
  for (let tries = 0; items.length < Math.min(+sample, index.documents) && tries < 20 * sample; tries++) {
    const at = +sample < index.documents ? random(index.documents) : tries;
    if (at >= index.documents) break;
    const row = await search.row(at), words = contentWords(row.title);
    while (words.length > 3) words.splice(random(words.length), 1);
    if (words.length === 3 && telling(words)) items.push({ row, words });
  }
  console.log(`${index.documents} questions, ${items.length} known items; S@1 / S@10 / nothing found, in %`);
  for (const [kind, make] of Object.entries(KINDS)) {
    let first = 0, ten = 0, nothing = 0;
    for (const { row, words } of items) {
      const query = make(words, row.title), answer = await search.search(query, row.facets.lang, {});
      const paths = (await Promise.all(answer.documents.slice(0, 10).map(search.row))).map(({ path }) => path), rank = paths.indexOf(row.path);
      if (!rank) first++;
      if (rank >= 0) ten++;
      if (!answer.documents.length) nothing++;
      if (rank < 0 && tellMisses) console.log(`  ${kind}: ${JSON.stringify(query)} for ${JSON.stringify(row.title)}, of ${answer.documents.length}, read as ${answer.corrected}`);
    }
    console.log(`${kind.padEnd(16)} ${[first, ten, nothing].map((n) => percent(n, items.length)).join(" / ")}`);
  }

  const bytes = [], requests = [], shown = [script, "manifest.js"];
  for (const { row, words } of items.slice(0, 200)) {
    const page = open();
    const answer = await page.search.search(words.slice(0, 2).join(" "), row.facets.lang, {});
    await Promise.all(answer.documents.slice(0, 10).map(page.search.row));
    bytes.push(weight(script) + page.loaded.reduce((sum, file) => sum + weight(file), 0));
    requests.push(1 + page.loaded.length);
  }
  const at = (list, share) => list.sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];
  const kb = (n) => (n / 1000).toFixed(1) + " KB";
  console.log(`script ${kb(weight(script))} + manifest ${kb(weight(path.join(folder, shown[1])))}, gzip`);
  if (bytes[0]) console.log(`first query, two words, ten results, gzip: median ${kb(at(bytes, 0.5))}, p95 ${kb(at(bytes, 0.95))}, requests ${at(requests, 0.5)}`);

  if (!fs.existsSync(path.join(folder, "concepts.json"))) return;
  const concepts = JSON.parse(fs.readFileSync(path.join(folder, "concepts.json"), "utf8"));
  for (const [from, to] of [["fr", "en"], ["en", "fr"]]) {
    const asked = concepts.filter((concept) => concept[from].length && concept.questions.some((path) => path.startsWith(to + "/")));
    let all = 0, alone = 0;
    for (const concept of asked) {
      const top = async (filters) => {
        const answer = await search.search(concept[from][0], from, filters);
        return (await Promise.all(answer.documents.slice(0, 5).map(search.row))).some(({ path }) => path.startsWith(to + "/") && concept.questions.includes(path));
      };
      const hit = await top({});
      if (hit) all++;
      if (await top({ lang: to })) alone++;
      if (!hit && tellMisses) console.log(`  ${from}: ${concept[from][0]}`);
    }
    console.log(`${asked.length} concepts by their name in ${from}: a question in ${to} among the first five ${percent(all, asked.length)} %, of those in ${to} alone ${percent(alone, asked.length)} %`);
  }
})();
