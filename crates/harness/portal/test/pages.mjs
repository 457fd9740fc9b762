// Every page as it opens: in light and dark, wide and narrow, with and without scripts.

import { axe } from './axe.mjs';

export const MODES = [
  { name: 'light', theme: 'light', width: 1300, height: 900 },
  { name: 'dark', theme: 'dark', width: 1300, height: 900 },
  { name: 'narrow', theme: 'light', width: 390, height: 844 },
  { name: 'narrow-dark', theme: 'dark', width: 390, height: 844 },
];

export async function openEveryPage({ address, open, problem, attempt }, pages) {
  const look = async (mode) => {
    const page = await open(mode);
    for (const path of pages.filter((path) => path !== 'reference.html')) {
      await attempt(path, async () => {
        await page.goto(`${address}/${path}`, { waitUntil: 'load' });
        if (await page.locator('h1').count() !== 1) problem(path, 'no heading', 'expected one h1');
        // What is closed is part of the page as well.
        await page.evaluate(() => document.querySelectorAll('details').forEach((it) => { it.open = true; }));
        for (const { rule, text } of await axe(page)) problem(path, `not accessible (${mode.name})`, text, rule);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (beyond > 0) problem(path, 'too wide', `${beyond} pixels beyond a window of ${mode.width}`);
      });
    }
    await page.done();
  };
  await Promise.all(MODES.map(look));
  return `${MODES.length * (pages.length - 1)} pages opened and judged by axe-core`;
}

async function lookAt(page, { address, problem }, operation) {
  // A page that failed must not fail the next one as well.
  await page.goto('about:blank');
  await page.goto(`${address}/${operation.page}/index.html`);
  const link = page.locator('main a', { hasText: operation.title })
    .and(page.locator(`[href="${operation.address.split('/')[1]}"]`));
  if (await link.count() !== 1) {
    problem(operation.address, 'not linked', 'expected one link on the page of its provider');
    return;
  }
  await link.click();
  await page.waitForURL(`${address}/${operation.address}`, { timeout: 5000 });
  const said = await page.locator('article').innerText({ timeout: 5000 });
  if (!said.includes(operation.title)) problem(operation.address, 'incomplete', 'expected its title');
  if (operation.documented) {
    const statuses = await page.locator('.response .status').allInnerTexts();
    if (String(statuses) !== String(operation.statuses)) {
      problem(operation.address, 'incomplete', `expected the statuses ${operation.statuses}, but found ${statuses} instead`);
    }
    const tabs = await page.locator('.samples').getByRole('tab').allInnerTexts();
    if (tabs.join() !== 'cURL,Ruby,Python,PHP,Java,Node,Go,Swift') {
      problem(operation.address, 'incomplete', `expected samples in eight languages, but found ${tabs} instead`);
    }
  } else if (!/Only listed\..*on lines? \d+/s.test(said)) {
    problem(operation.address, 'incomplete', 'expected that it is only listed, and on which line');
  }
  const evidence = page.locator('.evidence').first();
  await evidence.locator('summary').click();
  if (!/lines? \d+/.test(await evidence.locator('table').innerText())) {
    problem(operation.address, 'incomplete', 'expected evidence that names a line');
  }
}

export async function everyOperationHasItsPage(place, operations) {
  const page = await place.open();
  for (const operation of operations) {
    await place.attempt(operation.address, () => lookAt(page, place, operation));
  }
  await page.done();
  return `${operations.length} operations`;
}

export async function readsWithoutScripts({ address, open, problem }, operations) {
  const page = await open({ scripts: false });
  for (const { address: path } of operations.filter(({ documented }) => documented)) {
    await page.goto(`${address}/${path}`);
    const shown = await page.locator('.sample pre').count();
    if (shown !== 8) problem(path, 'incomplete without scripts', `expected eight samples, but found ${shown} instead`);
    if (!await page.getByText('needs JavaScript').isVisible()) {
      problem(path, 'incomplete without scripts', 'expected that sending needs JavaScript');
    }
  }
  await page.done();
  return 'operations without scripts';
}
