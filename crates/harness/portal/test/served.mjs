// What servers make of the site: its page for unknown addresses, and the texts for programs.

import { axe } from './axe.mjs';

const UNKNOWN = ['nope.html', 'citi-australia/nope.html', 'a/b/c/d', 'files/nope.json'];

// Whatever the depth of the address: the styles are there, and each link leads somewhere.
async function unknown(page, { problem }, root, path) {
  const where = `${root}/${path}`;
  const answer = await page.goto(where);
  if (answer.status() !== 404) problem(where, 'unknown address', `expected status 404, but found ${answer.status()} instead`);
  await page.getByRole('heading', { name: 'Page not found' }).waitFor({ timeout: 5000 });
  await page.waitForFunction(() => document.querySelector('.search')?.hidden === false, null, { timeout: 5000 });
  const styled = await page.evaluate(() => getComputedStyle(document.querySelector('header.site')).display);
  if (styled !== 'flex') problem(where, 'unknown address', 'expected the styles of the site');
  for (const { rule, text } of await axe(page)) problem(where, 'not accessible', text, rule);
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((it) => it.href));
  for (const link of new Set(links.filter((it) => !it.includes(`${path}#`)))) {
    const { status } = await fetch(link);
    if (status !== 200) problem(where, 'unknown address', `expected a link to lead somewhere, but ${link} is answered with ${status}`);
  }
}

// The Markdown of each operation is where its page says, under the right type.
async function texts(page, { problem }, root, operations) {
  for (const { address: path, title } of operations) {
    await page.goto(`${root}/${path}`);
    const to = await page.locator('link[rel=alternate][type="text/markdown"]').evaluate((it) => it.href);
    const answer = await fetch(to);
    const type = answer.headers.get('content-type');
    if (answer.status !== 200 || type !== 'text/markdown; charset=utf-8') problem(path, 'Markdown', `expected Markdown at ${to}, but found ${answer.status} and ${type} instead`);
    if (!(await answer.text()).startsWith(`# ${title}\n`)) problem(path, 'Markdown', 'expected the title of the operation');
  }
  const llms = await fetch(`${root}/llms.txt`);
  const type = llms.headers.get('content-type');
  if (llms.status !== 200 || type !== 'text/plain; charset=utf-8') problem('llms.txt', 'served', `expected plain text, but found ${llms.status} and ${type} instead`);
  const links = [...(await llms.text()).matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to);
  for (const to of links) {
    const { status } = await fetch(`${root}/${to}`);
    if (status !== 200) problem('llms.txt', 'broken reference', `${to} is answered with ${status}`);
  }
}

export async function served(place, operations) {
  const page = await place.open();
  // The page asks for the root of the site from its own folder upwards.
  page.expects = (url) => UNKNOWN.some((path) => url.endsWith(path)) || url.endsWith('/search.json');
  for (const root of [place.address, `${place.sandbox}/docs`]) {
    for (const path of UNKNOWN) await place.attempt(path, () => unknown(page, place, root, path));
    await place.attempt('llms.txt', () => texts(page, place, root, operations));
  }
  await page.done();
  return `${UNKNOWN.length} unknown addresses and ${operations.length} texts, each from two servers`;
}
