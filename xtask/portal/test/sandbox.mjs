// The sandbox on a free port, with the site that is tested.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const PATIENCE = 20_000;

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export async function startSandbox(program, site) {
  const port = await freePort();
  const child = spawn(program, ['--port', String(port), '--docs', site], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data) => { said += data; });
  child.stderr.on('data', (data) => { said += data; });
  const address = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${address}/health`).catch(() => null);
    if (answer?.ok) return { address, stop: () => child.kill('SIGTERM') };
    await new Promise((wait) => setTimeout(wait, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`expected the sandbox to answer at ${address}/health, but it did not; it said:\n${said.slice(-2000)}`);
}
