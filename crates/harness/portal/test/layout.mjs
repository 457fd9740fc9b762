// What stands where, as a reader sees it who has not clicked yet.

const WINDOW = { width: 1300, height: 900 };

// Where an element begins and ends in the page, in pixels from its top and its left.
async function box(locator) {
  const { x, y, width, height } = await locator.boundingBox({ timeout: 5000 });
  return { left: x, top: y, right: x + width, bottom: y + height };
}

// Samples and the form beside the request, on the first screen; each answer with its example.
async function operationPage(page, { address, problem }, { address: path, documented }) {
  await page.goto(`${address}/${path}`);
  const [request, form, send] = [await box(page.locator('#request')), await box(page.locator('#try')), await box(page.getByRole('button', { name: 'Send' }))];
  if (form.left < request.right) problem(path, 'layout', 'expected Try it beside the request');
  if (send.bottom > WINDOW.height) problem(path, 'layout', `expected Send on the first screen, but found it ${send.bottom} pixels down`);
  if (!documented) return;
  const samples = await box(page.locator('#samples'));
  if (samples.left < request.right) problem(path, 'layout', 'expected the samples beside the request');
  if (samples.bottom > WINDOW.height) problem(path, 'layout', `expected the samples on the first screen, but found their end ${samples.bottom} pixels down`);
  const readings = await box(page.locator('#readings'));
  const answers = await box(page.locator('#examples'));
  if (Math.max(samples.bottom, answers.bottom) > readings.top) problem(path, 'layout', 'expected samples and answers before the readings');
  const example = page.locator('#examples .example:visible, #examples .none:visible').first();
  if (!await example.isVisible()) problem(path, 'layout', 'expected the example of the answer, or that there is none, without a click');
}

// Downloads and calls on the first screen; nothing but two clicks between it and an answer.
async function firstPage({ address, sandbox, open, problem }) {
  const page = await open(WINDOW);
  await page.goto(`${address}/index.html`);
  for (const name of ['openapi.json', 'openapi.yaml', 'openapi-3.0.json', 'openapi-3.2.json', 'citi-australia', 'flexiti']) {
    const { bottom } = await box(page.locator('.begin').getByRole('link', { name, exact: true }));
    if (bottom > WINDOW.height) problem('index.html', 'layout', `expected ${name} on the first screen, but found it ${bottom} pixels down`);
  }
  const calls = page.locator('.firsts a');
  const { bottom } = await box(calls.last());
  if (bottom > WINDOW.height) problem('index.html', 'layout', `expected calls on the first screen, but found one ${bottom} pixels down`);
  const count = await calls.count();
  for (let place = 0; place < count; place += 1) {
    await page.goto(`${sandbox}/docs/`);
    await calls.nth(place).click();
    await page.getByRole('button', { name: 'Send' }).click();
    const status = await page.locator('.answer .status').innerText({ timeout: 10_000 });
    if (status !== '200') problem('index.html', 'two clicks', `expected 200 of call ${place + 1}, but found ${status} instead`);
  }
  await page.done();
}

// The numbers of the coverage stand in the window with their names, however narrow it is.
async function narrowTable({ address, open, problem }) {
  const page = await open({ width: 390, height: 844 });
  await page.goto(`${address}/coverage.html`);
  for (const cell of await page.locator('table.numbers tbody > tr > *').all()) {
    const { left, right } = await box(cell);
    if (left < 0 || right > 390) problem('coverage.html', 'cut', `expected a cell within 390 pixels, but found it from ${left} to ${right}`);
  }
  const name = await page.locator('table.numbers td').first().evaluate((cell) => getComputedStyle(cell, '::before').content);
  if (!name.includes('Statements')) problem('coverage.html', 'cut', `expected the name beside the number, but found ${name} instead`);
  await page.done();
}

export async function layout(place, operations) {
  const page = await place.open(WINDOW);
  for (const operation of operations) {
    await place.attempt(operation.address, () => operationPage(page, place, operation));
  }
  await page.done();
  await place.attempt('index.html', () => firstPage(place));
  await place.attempt('coverage.html', () => narrowTable(place));
  return `${operations.length} operations, the first page, the table`;
}
