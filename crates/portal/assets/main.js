// Starts what a page has: each module looks for its own elements and does nothing without them.

import { startReveal } from './reveal.js';
import { startSamples } from './samples.js';
import { startSearch } from './search.js';
import { startTry } from './try.js';

// One that fails must not keep the others from starting.
for (const start of [startReveal, startSearch, startSamples, startTry]) {
  try {
    start();
  } catch (error) {
    reportError(error);
  }
}
