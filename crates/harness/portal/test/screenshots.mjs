// Pictures of every kind of page, for people to look at.

import { join } from 'node:path';

import { MODES } from './pages.mjs';

const KINDS = [
  { name: 'index', path: 'index.html' },
  { name: 'provider', path: 'citi-australia/index.html' },
  { name: 'operation', path: 'citi-hong-kong/citiGetPartnerCustomerProfile.html' },
  { name: 'operation-with-body', path: 'worldline-connect/worldlineGetCustomerDetails.html' },
  { name: 'evidence', path: 'citibanamex-segments/citibanamexRetrieveCustomerSegment.html', act: openEvidence },
  { name: 'listed', path: 'citi-australia/citiUpdateGenericOffer.html' },
  { name: 'tried', path: 'worldline-connect/worldlineGetCustomerDetails.html', act: send, sandbox: true },
  { name: 'search', path: 'index.html', act: searchFor },
  { name: 'coverage', path: 'coverage.html' },
  { name: 'readings', path: 'readings.html' },
  { name: 'reference', path: 'reference.html', act: waitForRedoc },
  { name: 'changelog', path: 'changelog.html' },
  { name: 'missing', path: '404.html' },
];

async function openEvidence(page) {
  const evidence = page.locator('.field .evidence');
  for (const number of [0, 2, 4]) await evidence.nth(number).locator('summary').click();
}

async function send(page) {
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.answer .status').waitFor();
  await page.locator('.answer').scrollIntoViewIfNeeded();
}

async function searchFor(page) {
  await page.locator('#search').fill('email');
  await page.getByRole('option').first().waitFor();
}

async function waitForRedoc(page) {
  await page.goto(`${page.url()}#tag/citi-hong-kong/operation/citiGetPartnerCustomerProfile`);
  await page.locator('#redoc h1').waitFor();
  await page.waitForTimeout(1500);
}

export async function takeScreenshots({ address, sandbox, open }, folder) {
  let taken = 0;
  for (const mode of MODES) {
    const page = await open(mode);
    for (const { name, path, act, sandbox: atSandbox } of KINDS) {
      await page.goto(`${atSandbox ? `${sandbox}/docs` : address}/${path}`, { waitUntil: 'networkidle' });
      await act?.(page);
      await page.screenshot({ path: join(folder, `${name}-${mode.name}.png`) });
      taken += 1;
    }
    await page.done();
  }
  return `${taken} pictures`;
}
