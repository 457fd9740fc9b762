// Writes examples.ts: each documented example as a literal of its generated type, which the
// compiler checks, and as text, with which the literal is compared when it runs.
//
// node write-examples.mjs FOLDER MODULE IMPORT TYPE; `{}` in IMPORT and TYPE is the schema's name.
import { readFileSync, writeFileSync } from "node:fs";

const [folder, module, imported, type] = process.argv.slice(2);
const examples = JSON.parse(readFileSync("examples.json", "utf8"));
const named = (pattern, schema) => pattern.replace("{}", schema);
const names = new Set(examples.map(({ schema }) => named(imported, schema)));
const literals = examples.map(
  ({ schema, value }) =>
    `check(${JSON.stringify(value)} satisfies ${named(type, schema)}, ${JSON.stringify(JSON.stringify(value))});`,
);
const lines = [
  `import { deepStrictEqual } from "node:assert";`,
  `import type { ${[...names].join(", ")} } from "${module}";`,
  "",
  "let count = 0;",
  "function check(read: unknown, text: string): void {",
  "  deepStrictEqual(JSON.parse(JSON.stringify(read)), JSON.parse(text));",
  "  count += 1;",
  "}",
  "",
  ...literals,
  "console.log(`round-tripped ${count}`);",
  "",
];
writeFileSync(`${folder}/examples.ts`, lines.join("\n"));
