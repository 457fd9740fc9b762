// The readings: filtered with scripts, all there without.

const CASES = [
  { words: 'driver licence', page: 'flexiti-customers' },
  { page: 'worldline-connect' },
  { kind: 'override' },
  { page: 'citi-hong-kong', basis: 'inferred' },
  { words: 'no such words anywhere', none: true },
];

// What is shown, and what should be by the attributes and the text of each reading.
const looked = (asked) => {
  const fits = (it) => (asked.words ?? '').split(' ').every((word) => it.textContent.toLowerCase().includes(word))
    && (!asked.page || it.dataset.page.split(' ').includes(asked.page))
    && (!asked.kind || it.dataset.kind === asked.kind)
    && (!asked.basis || it.dataset.basis === asked.basis);
  const all = [...document.querySelectorAll('.reading')];
  const ids = (list) => list.map((it) => it.id).join(' ');
  const counts = [...document.querySelectorAll('.contents li:not([hidden]) .count')];
  return {
    due: ids(all.filter(fits)),
    shown: ids(all.filter((it) => it.checkVisibility())),
    number: all.filter(fits).length,
    all: all.length,
    counted: counts.reduce((sum, it) => sum + Number(it.textContent), 0),
    headings: [...document.querySelectorAll('.group')].filter((it) => it.checkVisibility()).length,
    entries: counts.length,
  };
};

export async function filter({ address, open, problem }) {
  const page = await open();
  await page.goto(`${address}/readings.html`);
  for (const asked of CASES) {
    const name = JSON.stringify(asked);
    await page.getByLabel('Filter', { exact: true }).fill(asked.words ?? '');
    await page.getByLabel('Page', { exact: true }).selectOption(asked.page ?? '');
    await page.getByLabel('What it does').selectOption(asked.kind ?? '');
    await page.getByLabel('Rests on').selectOption(asked.basis ?? '');
    const { due, shown, number, all, counted, headings, entries } = await page.evaluate(looked, asked);
    if (shown !== due) problem('readings.html', 'filter', `${name}: expected ${due}, but found ${shown} instead`);
    if ((number === 0) !== (asked.none ?? false) || number === all) problem('readings.html', 'filter', `${name}: ${number} of ${all} fit, which tests nothing`);
    if (counted !== number || headings !== entries) problem('readings.html', 'filter', `${name}: expected the contents to count ${number} under ${headings} headings, but found ${counted} under ${entries} instead`);
    const tally = await page.locator('.filter .tally').innerText();
    if (tally !== `${number} of ${all} readings`) problem('readings.html', 'filter', `${name}: expected to be told ${number}, but found \`${tally}\` instead`);
  }
  // A link to what the filter hides shows it.
  await page.evaluate(() => { location.hash = 'reading.citi-error-rows'; });
  if (!await page.locator('[id="reading.citi-error-rows"]').isVisible()) problem('readings.html', 'filter', 'expected a link to lead to its reading');
  await page.done();

  const plain = await open({ scripts: false });
  await plain.goto(`${address}/readings.html`);
  const { shown, all } = { shown: await plain.locator('.reading:visible').count(), all: await plain.locator('.reading').count() };
  if (shown !== all || await plain.locator('.filter').isVisible()) problem('readings.html', 'filter', 'expected every reading and no filter without scripts');
  await plain.locator('.contents a').last().click();
  if (!plain.url().includes('#pages.')) problem('readings.html', 'contents', 'expected the contents to lead to a heading without scripts');
  await plain.done();
  return `${CASES.length} filters`;
}
