// Writes samples.ts: each sample as a literal of its generated type, which the compiler checks, and
// which is written to returned.jsonl when it runs.
//
// node write-samples.mjs FOLDER MODULE IMPORT TYPE; `{}` in IMPORT and TYPE is the schema's name.
import { readFileSync, writeFileSync } from "node:fs";

const [folder, module, imported, type] = process.argv.slice(2);
const samples = JSON.parse(readFileSync("examples.json", "utf8"));
const named = (pattern, schema) => pattern.replace("{}", schema);
const names = new Set(samples.map(({ schema }) => named(imported, schema)));
const lines = [
  `import { writeFileSync } from "node:fs";`,
  `import type { ${[...names].join(", ")} } from "${module}";`,
  "",
  "const lines: string[] = [];",
  "const returned = (read: unknown) => lines.push(`${JSON.stringify(read)}\\n`);",
  "",
  ...samples.map(({ schema, text }) => `returned(${text} satisfies ${named(type, schema)});`),
  `writeFileSync("returned.jsonl", lines.join(""));`,
  "",
];
writeFileSync(`${folder}/samples.ts`, lines.join("\n"));
