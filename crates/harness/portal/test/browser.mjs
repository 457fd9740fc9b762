// Headless Chromium that reaches this machine only, and remembers whatever else was asked for.

import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb',
  // No name is looked up: what is not on this machine is not there.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function launch(executablePath, report) {
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
    // Which addresses a test expects to fail: the browser notes their answers as errors.
    page.expects = () => false;
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (page.expects(message.location().url)) return;
      report(page.url(), 'console error', message.text());
    });
    page.on('pageerror', (error) => report(page.url(), 'script error', String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400 && !page.expects(response.url())) {
        report(page.url(), 'broken reference', `${response.url()} is answered with ${response.status()}`);
      }
    });
    page.done = () => context.close();
    return page;
  };
  return { open, close: () => browser.close() };
}
