// The rendered document: all of it is there, accessible, and linked with the pages of operations.

import { axe } from './axe.mjs';

export async function rendered({ address, open, problem, attempt }, operations) {
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
      for (const { rule, text } of await axe(page)) problem(`reference.html, ${place}`, `not accessible (${theme})`, text, rule);
    }
    await page.done();
  }
  await linked({ address, open, problem, attempt }, operations);
  return `${titles.length} operations, rendered and linked`;
}

// Each operation leads to its page, whose link leads back to it.
async function linked({ address, open, problem, attempt }, operations) {
  const page = await open({ width: 390, height: 844 });
  await page.goto(`${address}/reference.html`);
  await page.locator('#redoc h2').first().waitFor({ timeout: 30_000 });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (beyond > 0) problem('reference.html', 'too wide', `${beyond} pixels beyond a window of 390`);
  const links = await page.locator('#redoc .api-content a').evaluateAll((all) => all.map((it) => it.href));
  await page.done();
  const wide = await open();
  for (const { address: path, documented } of operations) {
    if (!documented) continue;
    await attempt(path, async () => {
      if (!links.includes(`${address}/${path}`)) problem('reference.html', 'not linked', `expected a link to ${path}`);
      await wide.goto('about:blank');
      await wide.goto(`${address}/${path}`);
      const title = await wide.locator('h1').innerText();
      await wide.getByRole('link', { name: 'Reference' }).last().click();
      await wide.waitForURL(/reference\.html#tag/, { timeout: 5000 });
      await wide.locator('#redoc h2', { hasText: title }).first().waitFor({ timeout: 30_000 });
    });
  }
  await wide.done();
}
