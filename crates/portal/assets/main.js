// Starts what a page has: each module looks for its own elements and does nothing without them.

import { startFilter } from './filter.js';
import { startReveal } from './reveal.js';
import { startSearch } from './search.js';
import { startTabs } from './tabs.js';
import { startTry } from './try.js';

// One that fails must not keep the others from starting.
for (const start of [startReveal, startSearch, startFilter, startTabs, startTry]) {
  try {
    start();
  } catch (error) {
    reportError(error);
  }
}
