// Shows the readings that fit, and counts them where they stand and in the contents.

import { reveal, target } from './reveal.js';

export function startFilter() {
  const form = document.querySelector('.filter');
  if (!form) return;
  form.hidden = false;
  const groups = [...document.querySelectorAll('.group')].map((group) => ({
    group,
    count: document.querySelector(`.contents a[href="#${group.id}"] + .count`),
    readings: [...group.querySelectorAll('.reading')].map((it) => ({ it, text: it.textContent.toLowerCase() })),
  }));

  const fits = ({ it, text }) => {
    const { text: words, page, kind, basis } = form.elements;
    return words.value.toLowerCase().split(/\s+/).every((word) => text.includes(word))
      && (page.value === '' || it.dataset.page.split(' ').includes(page.value))
      && (kind.value === '' || it.dataset.kind === kind.value)
      && (basis.value === '' || it.dataset.basis === basis.value);
  };

  const filter = () => {
    let shown = 0;
    let all = 0;
    for (const { group, count, readings } of groups) {
      const fitting = readings.filter(fits);
      for (const { it } of readings) it.hidden = true;
      for (const { it } of fitting) it.hidden = false;
      group.hidden = fitting.length === 0;
      count.textContent = String(fitting.length);
      count.parentElement.hidden = group.hidden;
      shown += fitting.length;
      all += readings.length;
    }
    form.querySelector('.tally').textContent = `${shown} of ${all} readings`;
  };

  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A link leads to its reading, whatever the filter says.
  addEventListener('hashchange', () => {
    if (!target()?.closest('[hidden]')) return;
    form.reset();
    filter();
    reveal();
  });
  filter();
}
