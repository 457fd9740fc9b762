// Runs the lines of spec/README.md about the JSON Schemas, for every file and type. Prints a line for
// everything that does not work, and then the number of types.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";

const readme = readFileSync("spec/README.md", "utf8");
const sections = readme.split(/^## /m);
const section = sections.find((text) => text.startsWith("JSON Schemas\n")) ?? "";
const block = (language) => section.match(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "m"))?.[1] ?? "";
const say = (what, why) => console.log(`spec/README.md: ${what}: ${why.replace(/\s+/g, " ")}`);

const vendors = readdirSync("spec/schemas").map((name) => name.replace(".schema.json", ""));
const schemas = new Map();
for (const vendor of vendors) {
  schemas.set(vendor, JSON.parse(readFileSync(`spec/schemas/${vendor}.schema.json`, "utf8")));
}
const types = (vendor) => Object.keys(schemas.get(vendor).$defs);

const PATH = `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH}`;
function run(program, ...argv) {
  const options = { cwd: "spec", encoding: "utf8", env: { ...process.env, PATH }, stdio: "pipe" };
  return execFileSync(program, argv, options);
}

/** The types that Ajv in strict mode does not compile once it was told `line`. */
function refused(line) {
  const problems = [];
  for (const vendor of vendors) {
    const ajv = addFormats(new Ajv());
    new Function("ajv", line)(ajv);
    ajv.addSchema(schemas.get(vendor), vendor);
    for (const type of types(vendor)) {
      try {
        ajv.compile({ $ref: `${vendor}#/$defs/${type}` });
      } catch (error) {
        problems.push(`${type}: ${error.message}`);
      }
    }
  }
  return problems;
}

const example = block("js");
const line = example.split("\n").find((text) => text.startsWith("ajv.addVocabulary(")) ?? "";
for (const problem of refused(line)) say("Ajv", problem);
if (refused("").length === 0) say("Ajv", "compiles every type without the line that the README gives");
writeFileSync("spec/example.mjs", example);
try {
  run(process.execPath, "example.mjs");
} catch (error) {
  say("Ajv", error.stderr || error.message);
}

/** The types of a vendor that a command does not write. */
function missing(command, vendor) {
  const written = run("sh", "-c", command.replace("citi.schema.json", `${vendor}.schema.json`));
  const declared = (type) => new RegExp(`\\b(interface|enum|type|class) ${type}\\b`, "i").test(written);
  return types(vendor).filter((type) => !declared(type));
}

const commands = block("sh").split("\n").filter((text) => text !== "");
for (const [tool, option] of [["quicktype", "#/$defs/"], ["json2ts", "--unreachableDefinitions"]]) {
  const command = commands.find((text) => text.startsWith(`${tool} `)) ?? "";
  try {
    for (const vendor of vendors) {
      const lacking = missing(command, vendor);
      if (lacking.length > 0) say(tool, `does not write ${lacking.join(", ")} of ${vendor}`);
    }
    if (missing(command.replace(option, ""), vendors[0]).length === 0) {
      say(tool, `writes every type without \`${option}\``);
    }
  } catch (error) {
    say(tool, error.stderr || error.message);
  }
}
console.log(`checked ${vendors.flatMap(types).length}`);
