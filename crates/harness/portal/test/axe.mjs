// What axe-core finds on a page, rule by rule.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { source } = require('axe-core');

// Every problem with the first elements that have it.
export async function axe(page, within) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (place) => window.axe.run(place ?? document, { resultTypes: ['violations'] }), within,
  );
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    nodes: nodes.length,
    text: `${help} (${id}), ${nodes.length} times, such as ${nodes[0].target.join(' ')}: ${
      nodes[0].failureSummary.split('\n').slice(1).join('; ').trim().slice(0, 300)}`,
  }));
}
