// What a reader chose stays chosen from page to page: the theme, and the language of samples.

export async function remembered({ address, open, problem }, operations) {
  const [one, other] = operations.filter(({ documented }) => documented);
  const page = await open();
  const theme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.goto(`${address}/${one.address}`);
  await page.getByRole('button', { name: 'dark theme' }).click();
  if (await theme() !== 'dark') problem('theme', 'switch', 'expected dark after switching');
  await page.getByRole('tab', { name: 'Go', exact: true }).click();
  await page.goto(`${address}/${other.address}`);
  if (await theme() !== 'dark') problem('theme', 'remembered', 'expected dark on the next page');
  const chosen = await page.locator('.samples [role=tab][aria-selected=true]').innerText();
  if (chosen !== 'Go') problem('samples', 'remembered', `expected Go on the next page, but found ${chosen} instead`);
  await page.keyboard.press('Tab');
  await page.getByRole('tab', { name: 'Go', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  const next = await page.locator('.samples [role=tabpanel]:visible').getAttribute('data-tab');
  if (next !== 'Swift') problem('samples', 'keyboard', `expected the arrow to show Swift, but found ${next} instead`);
  await page.done();
  const dark = await open({ theme: 'dark' });
  await dark.goto(`${address}/index.html`);
  const seen = await dark.evaluate(() => document.documentElement.dataset.theme);
  if (seen !== 'dark') problem('theme', 'system', 'expected dark where the system is dark');
  await dark.done();
  return 'theme and language';
}
