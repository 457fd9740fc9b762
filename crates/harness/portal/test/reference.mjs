// The rendered document: all of it is there, and it is as accessible as the best that was measured.

import { axe } from './axe.mjs';

// Elements with a problem, at the beginning and at an operation (Redoc 2.5.4, measured).
const MOST = { landing: 0, operation: 4 };

export async function rendered({ address, open, problem }, operations) {
  const counts = [];
  const titles = [...new Set(operations.map(({ title }) => title))];
  for (const theme of ['light', 'dark']) {
    const page = await open({ theme });
    await page.goto(`${address}/reference.html`);
    await page.locator('#redoc h1').waitFor({ timeout: 30_000 });
    await page.locator('#redoc h2', { hasText: titles.at(-1) }).first().waitFor({ timeout: 30_000 });
    const headings = (await page.locator('#redoc h2').allInnerTexts()).map((text) => text.trim());
    for (const title of titles.filter((title) => !headings.includes(title))) {
      problem('reference.html', 'incomplete', `expected \`${title}\` among the headings`);
    }
    for (const [place, id] of [['landing', ''], ['operation', 'tag/citi-hong-kong/operation/citiGetPartnerCustomerProfile']]) {
      await page.goto(`${address}/reference.html#${id}`);
      await page.waitForTimeout(500);
      const found = await axe(page);
      const nodes = found.reduce((sum, { nodes: more }) => sum + more, 0);
      counts.push(`${theme} ${place} ${nodes}`);
      if (nodes > MOST[place]) {
        for (const { text } of found) problem(`reference.html, ${place}`, `not accessible (${theme})`, text);
      }
    }
    await page.done();
  }
  return `problems of axe-core: ${counts.join(', ')}`;
}
