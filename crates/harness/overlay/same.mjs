// same.mjs KEY COUNT DOCUMENT RESULT…: each result is the document with KEY in COUNT places, and all
// results are equal.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";

const [key, count, document, ...results] = process.argv.slice(2);
const read = (file) => parse(readFileSync(file, "utf8"), { maxAliasCount: -1 });

let found = 0;
function without(value) {
  if (Array.isArray(value)) return value.map(without);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([name]) => {
    found += name === key ? 1 : 0;
    return name !== key;
  });
  return Object.fromEntries(members.map(([name, member]) => [name, without(member)]));
}

const original = read(document);
const all = results.map(read);
let wrong = false;
const due = (holds, problem) => {
  if (!holds) console.error(problem);
  wrong ||= !holds;
};
due(results.length > 0 && Number(count) > 0, "expected results, and an overlay with actions");
for (const [index, result] of all.entries()) {
  found = 0;
  const rest = without(result);
  due(found === Number(count), `${results[index]}: expected ${count} times ${key}, but found ${found}`);
  due(isDeepStrictEqual(rest, original), `${results[index]}: expected no other change, but found one`);
  due(isDeepStrictEqual(result, all[0]), `${results[index]}: expected the same as ${results[0]}`);
}
console.log(`${results.length} results, ${count} times ${key}`);
process.exit(wrong ? 1 : 0);
