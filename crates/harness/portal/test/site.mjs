// What the site should hold, as its own list of files and the documents in it say.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIXES = {
  'citi-hong-kong': 'citi-hong-kong', 'citi-australia': 'citi-australia', 'citibanamex-segments': 'citibanamex',
  'worldline-connect': 'worldline', 'flexiti-customers': 'flexiti',
};

// Every HTML page, by its path.
export async function pagesOf(site) {
  const files = await readdir(site, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).sort();
}

// Every operation of every page: where its page should be, and whether it is documented.
export async function operationsOf(site) {
  const folder = join(site, 'files/providers');
  const operations = [];
  for (const file of (await readdir(folder)).sort()) {
    const page = file.replace('.json', '');
    const { paths } = JSON.parse(await readFile(join(folder, file), 'utf8'));
    for (const [path, item] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(item)) {
        operations.push({
          page, method, path,
          prefix: PREFIXES[page],
          title: operation.summary,
          documented: operation['x-documentation'] !== 'listed',
          statuses: Object.keys(operation.responses),
          address: `${page}/${operation.operationId}.html`,
        });
      }
    }
  }
  return operations;
}
