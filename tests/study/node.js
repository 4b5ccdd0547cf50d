// Runs the study page's scheduler: `node node.js SCRIPT`, histories of reviews as JSON on standard input, on standard output
// what the script has after each review, and the script's weight.
const api = require(process.argv[2]), fs = require("fs");
const histories = JSON.parse(fs.readFileSync(0, "utf8")).map((reviews) => {
  let card;
  return reviews.map(({ grade, days }) => card = api.review(card, grade, days));
});
const weight = require("zlib").gzipSync(fs.readFileSync(process.argv[2])).length;
process.stdout.write(JSON.stringify({ histories, weight }));
