// What came back: status, time, headers and body.

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

export function showAnswer(place, { url, method, status, reason, headers, text, time }) {
  const good = status < 400 ? 'good' : 'bad';
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const head = element('details', 'headers', element('summary', '', `${[...headers].length} headers`));
  const shown = element('pre', '', element('code', '', lines));
  shown.tabIndex = 0;
  head.append(shown);
  const body = element('pre', 'body', element('code', '', text ? pretty(text) : 'No body.'));
  body.tabIndex = 0;
  place.replaceChildren(
    element('p', `outcome ${good}`,
      element('strong', 'status', `${status}`), ` ${reason} `,
      element('span', 'time', `${time.toFixed(time < 10 ? 1 : 0)} ms`)),
    element('p', 'sent', element('span', 'verb', method), ' ', element('code', '', url)),
    head,
    body,
  );
}

export function showFailure(place, sandbox) {
  place.replaceChildren(
    element('p', 'outcome bad', element('strong', 'status', 'No answer')),
    element('p', '', 'Expected a sandbox at ', element('code', '', sandbox),
      ', but found none instead. Start it with ', element('code', '', 'cargo run -p sandbox'),
      '; a sandbox elsewhere than on this machine has to serve these pages itself, at /docs/.'),
  );
}
