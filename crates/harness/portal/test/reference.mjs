// The rendered document: all of it is there, accessible, and linked with the pages of operations.

import { axe } from './axe.mjs';
import { MODES } from './pages.mjs';

export async function rendered({ address, open, problem, attempt }, operations) {
  const titles = [...new Set(operations.map(({ title }) => title))];
  for (const mode of MODES) {
    const page = await open(mode);
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
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (beyond > 0) problem(`reference.html, ${place}`, 'too wide', `${beyond} pixels beyond a window of ${mode.width}`);
      for (const { rule, text } of await axe(page)) problem(`reference.html, ${place}`, `not accessible (${mode.name})`, text, rule);
    }
    await page.done();
  }
  await linked({ address, open, problem, attempt }, operations);
  return `${titles.length} operations, rendered and linked`;
}

// Each operation leads to its page, whose link leads back to it.
async function linked({ address, open, problem, attempt }, operations) {
  const page = await open();
  await page.goto(`${address}/reference.html`);
  await page.locator('#redoc h2').first().waitFor({ timeout: 30_000 });
  const links = await page.locator('#redoc .api-content a').evaluateAll((all) => all.map((it) => it.href));
  for (const { address: path, documented } of operations) {
    if (!documented) continue;
    await attempt(path, async () => {
      if (!links.includes(`${address}/${path}`)) problem('reference.html', 'not linked', `expected a link to ${path}`);
      await page.goto('about:blank');
      await page.goto(`${address}/${path}`);
      const title = await page.locator('h1').innerText();
      await page.getByRole('link', { name: 'Reference' }).last().click();
      await page.waitForURL(/reference\.html#tag/, { timeout: 5000 });
      await page.locator('#redoc h2', { hasText: title }).first().waitFor({ timeout: 30_000 });
    });
  }
  await page.done();
}
