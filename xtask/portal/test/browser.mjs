// Headless Chromium that reaches this machine only, and remembers whatever else was asked for.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb',
  // No name is looked up: what is not on this machine is not there.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function launch(executablePath, report) {
  const profile = await mkdtemp(join(tmpdir(), 'portal-test-'));
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });

  // A page of its own, with its own storage; problems are reported with where they were seen.
  const open = async ({ theme = 'light', width = 1440, height = 1000, scripts = true } = {}) => {
    const context = await browser.newContext({
      colorScheme: theme, viewport: { width, height }, javaScriptEnabled: scripts, reducedMotion: 'reduce',
    });
    await context.route('**/*', (route) => {
      const { hostname, protocol } = new URL(route.request().url());
      if (hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:') return route.continue();
      report(page.url(), 'leaves the machine', `a request for ${route.request().url()}`);
      return route.abort();
    });
    const page = await context.newPage();
    page.expected = new Set();
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // The browser itself notes answers of 4xx and 5xx; where the test asks for one, it is no error.
      if (page.expected.has(message.location().url)) return;
      report(page.url(), 'console error', message.text());
    });
    page.on('pageerror', (error) => report(page.url(), 'script error', String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400 && !page.expected.has(response.url())) {
        report(page.url(), 'broken reference', `${response.url()} is answered with ${response.status()}`);
      }
    });
    page.done = () => context.close();
    return page;
  };
  const close = async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { open, close };
}
