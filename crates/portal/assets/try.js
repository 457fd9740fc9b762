// "Try it": sends what the form says to the sandbox and shows what comes back.

import { rememberSandbox, sandboxAddress } from './address.js';
import { showAnswer, showFailure, showUnsent } from './answer.js';
import { requestOf, Unsendable } from './request.js';

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Only pages of a secure origin have it; a sandbox on another machine may serve these.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// A new one for every request, unless a reader wrote another.
function refresh(form) {
  for (const input of form.querySelectorAll('[data-fresh=uuid]')) {
    if (input.dataset.written !== 'yes') input.value = uuid();
  }
}

async function send(form, answer, usual) {
  try {
    const { url, options } = requestOf(form, usual);
    const began = performance.now();
    const response = await fetch(url, options);
    const text = await response.text();
    const time = performance.now() - began;
    const { status, statusText, headers } = response;
    showAnswer(answer, { url, method: options.method, status, reason: statusText, headers, text, time });
  } catch (error) {
    if (error instanceof Unsendable) showUnsent(answer, error.message);
    else showFailure(answer, form.elements.sandbox.value.trim() || usual);
  }
}

export function startTry() {
  const section = document.querySelector('.try');
  const form = section?.querySelector('form');
  if (!form) return;
  const button = section.querySelector('button.send');
  form.hidden = false;
  button.hidden = false;
  section.querySelector('.no-script')?.remove();
  const { sandbox } = form.elements;
  const usual = sandbox.value;
  sandbox.value = sandboxAddress(usual);
  refresh(form);
  form.addEventListener('input', ({ target }) => {
    if (target.dataset.fresh) target.dataset.written = target.value ? 'yes' : 'no';
    if (target === sandbox) rememberSandbox(sandbox.value);
  });
  const answer = section.querySelector('.answer');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    answer.setAttribute('aria-busy', 'true');
    try {
      await send(form, answer, sandboxAddress(usual));
      answer.scrollIntoView({ block: 'nearest' });
    } finally {
      answer.removeAttribute('aria-busy');
      button.disabled = false;
      refresh(form);
    }
  });
}
