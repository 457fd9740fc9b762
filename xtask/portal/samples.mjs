// Writes requests in other languages: reads {languages, requests} from the file that is named,
// prints {address: {language: code}}. Run by `cargo xtask portal`.

import { readFile } from 'node:fs/promises';

import { HTTPSnippet } from 'httpsnippet';

import { hide, reveal } from './control.mjs';

const { languages, requests } = JSON.parse(await readFile(process.argv[2], 'utf8'));
const samples = {};
for (const [address, request] of Object.entries(requests)) {
  const snippet = new HTTPSnippet(hide(request));
  samples[address] = {};
  for (const { name, target, client } of languages) {
    const [code] = [snippet.convert(target, client)].flat();
    // That there is none is said by the caller, who sees it missing.
    if (code) samples[address][name] = reveal(code, name);
  }
}
process.stdout.write(JSON.stringify(samples));
