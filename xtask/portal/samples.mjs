// Writes requests in other languages: reads {languages, requests} from the file that is named,
// prints {address: {language: code}}. Run by `cargo xtask portal`.

import { readFile } from 'node:fs/promises';

import { HTTPSnippet } from 'httpsnippet';

const { languages, requests } = JSON.parse(await readFile(process.argv[2], 'utf8'));
const samples = {};
for (const [address, request] of Object.entries(requests)) {
  const snippet = new HTTPSnippet(request);
  samples[address] = {};
  for (const { name, target, client } of languages) {
    const [code] = [snippet.convert(target, client)].flat();
    // No sample is what the caller names; a sample that is `false` would be shown.
    if (code) samples[address][name] = code;
  }
}
process.stdout.write(JSON.stringify(samples));
