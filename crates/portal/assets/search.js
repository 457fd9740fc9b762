// The search: reads the index when it is first used, and shows what fits best.

import { reveal } from './reveal.js';

const MOST = 30;
const KINDS = { page: 'Page', operation: 'Operation', parameter: 'Parameter', field: 'Field', error: 'Error', reading: 'Reading' };

const root = new URL('../', import.meta.url);
let index;

async function entries() {
  index ??= fetch(new URL('search.json', root)).then((answer) => {
    if (!answer.ok) throw new Error(`expected the index, but found status ${answer.status} instead`);
    return answer.json();
  });
  try {
    return await index;
  } catch (error) {
    index = undefined; // The next letter asks again.
    throw error;
  }
}

// Operations come before what is within them, where both fit alike.
const WEIGHTS = { operation: 1.5, page: 1.2 };

// How well an entry fits a word: the name counts most, its beginning more than its middle.
function fit(entry, word) {
  const name = entry.n.toLowerCase();
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (name === word || last === word) return 100;
  if (name.startsWith(word) || last.startsWith(word)) return 60;
  if (name.includes(word)) return 40;
  if (entry.w.toLowerCase().includes(word)) return 15;
  if (entry.t.toLowerCase().includes(word)) return 5;
  return 0;
}

export function find(all, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = [];
  for (const [place, entry] of all.entries()) {
    const fits = words.map((word) => fit(entry, word));
    if (fits.every(Boolean)) {
      const fit = fits.reduce((sum, one) => sum + one, 0);
      found.push({ entry, place, score: fit * (WEIGHTS[entry.k] ?? 1) });
    }
  }
  found.sort((one, other) => other.score - one.score || one.place - other.place);
  return found.map(({ entry }) => entry);
}

function option(entry, number) {
  const item = document.createElement('li');
  item.role = 'option';
  item.id = `found-${number}`;
  item.ariaSelected = 'false';
  item.dataset.address = new URL(entry.u, root);
  for (const [name, text] of [['kind', KINDS[entry.k]], ['name', entry.n], ['where', entry.w]]) {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    item.append(span, ' ');
  }
  return item;
}

export function startSearch() {
  const box = document.querySelector('.search');
  if (!box) return;
  box.hidden = false;
  const input = box.querySelector('input');
  const results = box.querySelector('.results');
  const list = box.querySelector('[role=listbox]');
  const tally = box.querySelector('.tally');
  let chosen = -1;
  let shown = null; // The query whose results are in the list.
  let asked = 0; // How often results were asked for or given up: the last counts.
  let entered = false; // Whether someone pressed Enter before they were.

  const choose = (next) => {
    const options = [...list.children];
    options[chosen]?.setAttribute('aria-selected', 'false');
    chosen = options.length === 0 ? -1 : (next + options.length) % options.length;
    const option = options[chosen];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };

  const follow = (option) => {
    const { address } = option.dataset;
    close();
    // An address that is the current one changes nothing, so that nobody would be told of it.
    if (address === location.href) reveal();
    else location.assign(address);
  };

  const close = () => {
    results.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
    list.replaceChildren();
    asked += 1;
    shown = null;
    entered = false;
  };

  const show = async () => {
    const query = input.value.trim();
    if (!query) return close();
    asked += 1;
    const mine = asked;
    let all;
    try {
      all = await entries();
    } catch {
      if (mine !== asked) return;
      entered = false;
      list.replaceChildren();
      list.hidden = true;
      tally.textContent = 'The search failed: its index could not be loaded. Type on to try again.';
      results.hidden = false;
      input.setAttribute('aria-expanded', 'false');
      return;
    }
    if (mine !== asked) return; // Someone went on typing, or closed the search.
    const found = find(all, query);
    shown = query;
    chosen = -1;
    list.replaceChildren(...found.slice(0, MOST).map(option));
    input.removeAttribute('aria-activedescendant');
    list.hidden = found.length === 0;
    tally.textContent = found.length > MOST ? `The best ${MOST} of ${found.length}`
      : found.length === 0 ? 'No results.' : `${found.length} found`;
    results.hidden = false;
    input.setAttribute('aria-expanded', String(found.length > 0));
    if (entered && list.children[0]) follow(list.children[0]);
    entered = false;
  };

  input.addEventListener('input', () => {
    entered = false;
    show();
  });
  input.addEventListener('focus', () => { if (input.value) show(); });
  // Of the list as well: it takes the focus where it has to be scrolled.
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === 'Enter') {
      const query = input.value.trim();
      if (!query) return;
      event.preventDefault();
      const option = list.children[chosen] ?? list.children[0];
      if (shown !== query) {
        entered = true;
        show();
      } else if (option && !results.hidden) {
        follow(option);
      }
    } else if (event.key === 'Escape') {
      if (results.hidden) input.value = '';
      close();
    }
  });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget)) close();
  });
  // A click on a result must not take the focus before it is followed.
  results.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) follow(option);
  });
  addEventListener('keydown', (event) => {
    const writing = event.target.closest?.('input, textarea, select');
    if (event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}
