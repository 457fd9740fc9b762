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

// Choosing the result that is the current address shows it again.
async function findAgain(page, { address, problem }) {
  await page.goto(`${address}/citi-hong-kong/citiGetPartnerCustomerProfile.html#500`);
  const response = page.locator('[id="500"]');
  await response.evaluate((it) => { it.open = false; });
  const here = await page.evaluate(async (where) => {
    const index = await (await fetch('../search.json')).json();
    return index.find((entry) => entry.u === where);
  }, 'citi-hong-kong/citiGetPartnerCustomerProfile.html#500');
  if (!here) {
    problem('search', 'the same address', 'expected an entry for the error 500');
    return;
  }
  await page.locator('#search').fill(`${here.n} ${here.w}`);
  await page.locator('[role=option][data-address$="citiGetPartnerCustomerProfile.html#500"]').first().click({ timeout: 5000 });
  if (!await response.evaluate((it) => it.open)) problem('search', 'the same address', 'expected it to open again');
}

// Whatever the width, the results stand above all else.
async function onTop({ address, open, problem }) {
  for (const width of [390, 1300]) {
    const page = await open({ width, height: 844 });
    await page.goto(`${address}/index.html`);
    await page.locator('#search').fill('email');
    await page.getByRole('option').first().waitFor({ timeout: 5000 });
    const covered = await page.evaluate(() => {
      const { left, right, top, bottom } = document.querySelector('.results').getBoundingClientRect();
      const middle = (left + right) / 2;
      const heights = Array.from({ length: 40 }, (_, step) => top + 2 + ((bottom - top - 4) * step) / 39);
      return heights.filter((y) => !document.elementFromPoint(middle, y)?.closest('.results')).length;
    });
    if (covered > 0) problem('index.html', 'search', `expected the results above all else at ${width} pixels, but something covers ${covered} of 40 points`);
    await page.done();
  }
}

// Enter waits for the index, and an index that cannot be loaded is said and asked for again.
async function withoutIndex({ address, open, problem }) {
  const page = await open();
  page.expects = (url) => url.endsWith('/search.json');
  let answers = 'no';
  await page.route('**/search.json', async (route) => {
    if (answers === 'no') return route.abort();
    await new Promise((done) => { setTimeout(done, 300); });
    return route.continue();
  });
  await page.goto(`${address}/coverage.html`);
  await page.keyboard.press('/');
  await page.keyboard.type('e');
  await page.getByText('The search failed').waitFor({ timeout: 5000 });
  answers = 'late';
  await page.locator('#search').fill('emailKey');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#200\.emails\.emailKey$/, { timeout: 5000 }).catch(() => {
    problem('search', 'Enter before the index', `expected to land at emailKey, but stayed at ${page.url()} instead`);
  });
  await page.done();
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
  await findAgain(page, place);
  await withoutIndex(place);
  await onTop(place);
  await page.done();
  return `${CASES.length} queries`;
}
