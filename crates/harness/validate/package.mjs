// Installs the packed npm package as spec/README.md says, and takes from it all that it exports. Prints
// a line for everything that does not work, and then the number of exports.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";

const [spec, name, version] = process.argv.slice(2);
const readme = readFileSync(`${spec}/README.md`, "utf8");
const section = readme.split(/^## /m).find((text) => text.startsWith("Pin a release\n")) ?? "";
const say = (what, why) => console.log(`${what}: ${`${why}`.replace(/\s+/g, " ")}`);

/** Runs a program as a reader does, without a network. */
function run(program, ...argv) {
  const quiet = { npm_config_audit: "false", npm_config_fund: "false", npm_config_offline: "true" };
  const env = { ...process.env, ...quiet, VERSION: version };
  return execFileSync(program, argv, { encoding: "utf8", env, stdio: "pipe" });
}

// npm takes a folder for part of the closest one above that has such a file.
writeFileSync("package.json", "{}\n");
for (const path of ["node_modules", "package-lock.json"]) rmSync(path, { force: true, recursive: true });
const install = section.match(/^npm install .*$/m)?.[0] ?? "false";
try {
  run("sh", "-c", install);
} catch (error) {
  say("spec/README.md", error.stderr || error.message);
}

const require = createRequire(import.meta.url);
const folder = `node_modules/${name}`;
const { exports = {} } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
for (const [path, target] of Object.entries(exports)) {
  const specifier = name + path.slice(1);
  try {
    const bytes = readFileSync(require.resolve(specifier));
    const due = target === "./package.json" ? `${folder}/package.json` : `${spec}/${target}`;
    if (!bytes.equals(readFileSync(due))) say(specifier, `it is not ${target}`);
    if (!target.endsWith(".json")) continue;
    const value = JSON.parse(bytes);
    const imported = await import(specifier, { with: { type: "json" } });
    if (!isDeepStrictEqual(imported.default, value)) say(specifier, "import gives another document");
    if (!isDeepStrictEqual(require(specifier), value)) say(specifier, "require gives another document");
  } catch (error) {
    say(specifier, error.message);
  }
}
try {
  require.resolve(`${name}/README.md`);
  say(name, "expected only what `exports` names to be found, but found README.md");
} catch {
  // It is there, and not exported.
}

writeFileSync("example.mjs", section.match(/^```js\n([^]*?)^```/m)?.[1] ?? "");
try {
  if (!run(process.execPath, "example.mjs").startsWith(`${version} https://`)) {
    say("spec/README.md", "expected the example to print the version and a server");
  }
} catch (error) {
  say("spec/README.md", error.stderr || error.message);
}
console.log("checked", Object.keys(exports).length);
