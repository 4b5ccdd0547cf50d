// Runs the browser's search script over a built index: `node node.js SCRIPT FOLDER`, a JSON list of tasks on standard
// input, the list of their results on standard output.
const fs = require("fs"), vm = require("vm");
const [script, folder] = process.argv.slice(2);

const search = globalThis.passerelleSearch = require(script);
const loaded = [];
search.load = async (name) => {
  const text = fs.readFileSync(folder + "/" + name + ".js", "utf8");
  loaded.push(name);
  vm.runInThisContext(text);
};

const tasks = {
  words: ({ text }) => search.tokens(search.fold(text)),
  stems: ({ text }) => search.tokens(search.fold(text)).map(search.stem),
  stretches: ({ text, terms }) => search.stretches(text, new Set(terms)).filter((part) => part[1]).map((part) => part[0]),
  search: async ({ query, lang, filters }) => {
    const answer = await search.search(query, lang, filters || {});
    const rows = await Promise.all(answer.documents.slice(0, 10).map(search.row));
    return { paths: rows.map((row) => row.path), titles: rows.map((row) => row.title), total: answer.documents.length, corrected: answer.corrected, topics: Object.fromEntries(answer.topics) };
  },
  loaded: () => loaded.splice(0),
};

(async () => {
  await search.search("", "fr", {});
  const out = [];
  for (const task of JSON.parse(fs.readFileSync(0, "utf8"))) out.push(await tasks[task.task](task));
  process.stdout.write(JSON.stringify(out));
})();
