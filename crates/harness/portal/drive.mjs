// Drives the portal in headless Chromium. Run by `cargo harness portal-test`, which starts
// the sandbox; takes {site, sandbox, browser, screenshots, only} as
// JSON, prints {groups, problems} as JSON.

import { launch } from './test/browser.mjs';
import { filter } from './test/filter.mjs';
import { layout } from './test/layout.mjs';
import { everyOperationHasItsPage, openEveryPage, readsWithoutScripts } from './test/pages.mjs';
import { rendered } from './test/reference.mjs';
import { remembered } from './test/remembered.mjs';
import { newReport } from './test/report.mjs';
import { runSamples } from './test/samples.mjs';
import { takeScreenshots } from './test/screenshots.mjs';
import { search } from './test/search.mjs';
import { served } from './test/served.mjs';
import { serve } from './test/server.mjs';
import { operationsOf, pagesOf } from './test/site.mjs';
import { tryEverything, tryWhatFails } from './test/try.mjs';

const { site, sandbox, browser: executable, screenshots, only } = JSON.parse(process.argv[2]);
const { problem, attempt, group, print } = newReport(only);
const server = await serve(site);
const browser = await launch(executable, problem);
const place = { address: server.address, sandbox, open: browser.open, problem, attempt };
const pages = await pagesOf(site);
const operations = await operationsOf(site);

// With the sandbox beside it, which has to be there until the end.
const withSandbox = (look) => async () => {
  await fetch(`${sandbox}/health`).catch(() => { throw new Error(`expected the sandbox to run at ${sandbox}, but it has ended`); });
  return look();
};

await group('pages', () => openEveryPage(place, pages));
await group('operations', () => everyOperationHasItsPage(place, operations));
await group('without scripts', () => readsWithoutScripts(place, operations));
await group('layout', withSandbox(() => layout(place, operations)));
await group('filter', () => filter(place));
await group('search', () => search(place));
await group('served', withSandbox(() => served(place, operations)));
await group('try it', withSandbox(() => tryEverything(place, operations)));
await group('what fails', withSandbox(() => tryWhatFails(place, operations)));
await group('samples', withSandbox(() => runSamples(place, operations)));
await group('remembered', () => remembered(place, operations));
await group('reference', () => rendered(place, operations));
await group('screenshots', withSandbox(() => takeScreenshots(place, screenshots)));

await browser.close();
server.stop();
print();
