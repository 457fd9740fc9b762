// "Try it" of every operation, from a plain file server and from the sandbox's own /docs/.

import { axe } from './axe.mjs';

async function send(page) {
  // The answer before this one must not be taken for it.
  await page.locator('.answer .outcome').evaluate((outcome) => outcome.replaceChildren());
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.answer .status').waitFor({ timeout: 10_000 });
  return {
    status: await page.locator('.answer .status').innerText(),
    body: await page.locator('.answer pre.body').innerText({ timeout: 1000 }).catch(() => ''),
  };
}

async function judge(page, problem, operation) {
  const { status, body } = await send(page);
  const due = operation.documented ? /^2\d\d$/ : /^501$/;
  if (!due.test(status)) {
    problem(operation.address, 'try it', `expected ${due.source.slice(1, -1)}, but found ${status} instead: ${body.slice(0, 300)}`);
    return;
  }
  if (status !== '204' && !body.startsWith('{')) {
    problem(operation.address, 'try it', `expected a JSON object, but found ${body.slice(0, 60)} instead`);
  }
  if (!/ms$/.test((await page.locator('.answer .time').innerText()).trim())) problem(operation.address, 'try it', 'expected the time');
  if (!/content-type/i.test(await page.locator('.answer .headers pre').textContent())) problem(operation.address, 'try it', 'expected the headers');
}

export async function tryEverything({ address, sandbox, open, problem, attempt }, operations) {
  const elsewhere = await open();
  // Answers of the sandbox may be errors: they are what is asked for.
  elsewhere.expects = (url) => url.startsWith(sandbox) && !url.includes('/docs/');
  for (const operation of operations) {
    await attempt(operation.address, async () => {
      await elsewhere.goto('about:blank');
      await elsewhere.goto(`${address}/${operation.address}`);
      await elsewhere.getByLabel('Sandbox', { exact: true }).fill(sandbox, { timeout: 5000 });
      await judge(elsewhere, problem, operation);
      for (const { rule, text } of await axe(elsewhere, '.try')) problem(operation.address, 'answer not accessible', text, rule);
    });
  }
  await elsewhere.done();
  const own = await open();
  own.expects = elsewhere.expects;
  for (const operation of operations) {
    await attempt(operation.address, async () => {
      // A page that failed must not fail the next one as well.
      await own.goto('about:blank');
      await own.goto(`${sandbox}/docs/${operation.address}`);
      const filled = await own.getByLabel('Sandbox', { exact: true }).inputValue({ timeout: 5000 });
      if (filled !== sandbox) problem(operation.address, 'try it', `expected the address ${sandbox} at /docs/, but found ${filled} instead`);
      await judge(own, problem, operation);
    });
  }
  await own.done();
  return `${operations.length} operations, each from two servers`;
}

// An error that the page documents can be asked for, and a sandbox that is not there is named.
export async function tryWhatFails({ address, sandbox, open, problem }, operations) {
  const page = await open();
  const gone = 'http://127.0.0.1:9';
  page.expects = (url) => url.startsWith(sandbox) || url.startsWith(gone);
  const { address: path } = operations.find(({ documented }) => documented);
  await page.goto(`${address}/${path}`);
  await page.getByLabel('Sandbox', { exact: true }).fill(sandbox);
  await page.getByLabel('Prefer').selectOption('code=404');
  const asked = await send(page);
  if (asked.status !== '404') problem(path, 'try it', `expected the documented 404, but found ${asked.status} instead`);
  await page.getByLabel('Prefer').selectOption('');
  await page.getByLabel('Authorization').fill('');
  const { status } = await send(page);
  if (status !== '401') problem(path, 'try it', `expected 401 without credentials, but found ${status} instead`);
  await page.getByLabel('Sandbox', { exact: true }).fill(gone);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Expected a sandbox at').waitFor({ timeout: 10_000 });
  await tryWhatIsNotSent({ page, address, problem }, path);
  await page.done();
  return 'a documented error, no credentials, no sandbox, an impossible header, a bad fragment';
}

// A header that cannot be sent has a message of its own and does not block the form, and a
// fragment that cannot be read does not keep the scripts from starting.
async function tryWhatIsNotSent({ page, address, problem }, path) {
  await page.getByLabel('Authorization').fill('Bearer \u0142');
  const { status } = await send(page);
  if (status !== 'Not sent') problem(path, 'try it', `expected a header beyond Latin-1 not to be sent, but found ${status} instead`);
  if (await page.getByRole('button', { name: 'Send' }).isDisabled()) problem(path, 'try it', 'expected to be able to send again');
  await page.goto('about:blank');
  await page.goto(`${address}/${path}#%`);
  if (!await page.getByRole('button', { name: 'Send' }).isVisible()) problem(path, 'bad fragment', 'expected the form to start');
}
