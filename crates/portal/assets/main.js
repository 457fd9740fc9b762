// Starts what a page has: each module looks for its own elements and does nothing without them.

import { startReveal } from './reveal.js';
import { startSamples } from './samples.js';
import { startSearch } from './search.js';
import { startTry } from './try.js';

startReveal();
startSearch();
startSamples();
startTry();
