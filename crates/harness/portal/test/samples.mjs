// The samples do what they say: those for Node are run against the sandbox.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function runSamples({ address, sandbox, open, problem }, operations) {
  const page = await open();
  let ran = 0;
  for (const { address: path, documented } of operations) {
    if (!documented) continue;
    await page.goto(`${address}/${path}`);
    const code = await page.locator('.sample[data-tab=Node] code').textContent({ timeout: 5000 });
    const here = code.replaceAll('http://127.0.0.1:8080', sandbox)
      // Status first: the sample itself prints the body alone.
      .replace('const data', 'if (!response.ok) throw new Error(`status ${response.status}: ${await response.text()}`);\n  const data');
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', here]).catch((error) => error);
    if (stderr || !stdout?.includes('{')) {
      problem(path, 'sample', `expected the sample for Node to print an object, but found ${(stderr || stdout || '').slice(0, 300)} instead`);
    }
    ran += 1;
  }
  await page.done();
  return `${ran} samples for Node`;
}
