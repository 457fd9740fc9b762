// The search, by keyboard alone.

import { axe } from './axe.mjs';

const CASES = [
  { query: 'emailKey', kind: 'Field', lands: /#200\.emails\.emailKey$/ },
  { query: 'payment_protection', kind: 'Field', lands: /flexitiLookUpCustomer\.html#200\.payment_protection$/ },
  { query: 'paymentProductId', kind: 'Parameter', lands: /worldlineGetCustomerDetails\.html#path\.paymentProductId$/ },
  { query: 'businessValidationFailed', kind: 'Error', lands: /citibanamexRetrieveCustomerSegment\.html#422$/ },
  { query: 'Retrieve Offer Details', kind: 'Operation', lands: /citiGetOfferDetails\.html$/ },
  { query: 'fulfillments', kind: 'Operation', lands: /citiFulfillOffer\.html$/ },
  { query: 'citi-error-rows', kind: 'Reading', lands: /readings\.html#reading\.citi-error-rows$/ },
];

async function lookFor(page, { address, problem }, { query, kind, lands }) {
  await page.goto(`${address}/coverage.html`);
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  const first = page.getByRole('option').first();
  await first.waitFor({ timeout: 5000 });
  const found = (await first.locator('.kind').innerText()).trim();
  if (found !== kind) problem('search', query, `expected a ${kind} first, but found a ${found} instead`);
  await page.keyboard.press('ArrowDown');
  if (await first.getAttribute('aria-selected') !== 'true') problem('search', query, 'expected the arrow to choose the first result');
  for (const { rule, text } of await axe(page, '.search')) problem('search', 'not accessible', text, rule);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('coverage.html'), { timeout: 5000 });
  if (!lands.test(decodeURIComponent(page.url()))) problem('search', query, `expected to land at ${lands}, but landed at ${page.url()} instead`);
  const hash = decodeURIComponent(new URL(page.url()).hash.slice(1));
  if (hash && !await page.locator(`[id="${hash}"]`).isVisible()) problem('search', query, `expected to see #${hash}`);
}

export async function search(place) {
  const { address, open, problem, attempt } = place;
  const page = await open();
  for (const one of CASES) await attempt(`search for ${one.query}`, () => lookFor(page, place, one));
  await page.goto(`${address}/index.html`);
  await page.keyboard.press('/');
  await page.keyboard.type('no such thing anywhere');
  await page.getByText('No results.').waitFor({ timeout: 5000 });
  await page.keyboard.press('Escape');
  if (await page.locator('.results').isVisible()) problem('search', 'Escape', 'expected the results to close');
  await page.done();
  return `${CASES.length} queries`;
}
