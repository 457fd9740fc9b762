// What came back: status, time, headers and body.

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

// Text and what is between it: a string, a bracket, a comma, a colon, or any other value.
const PARTS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

// Indented JSON. Only what is between its values changes: a number read and written again may be
// another one, as 100.00 would be 100.
export function pretty(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const parts = text.match(PARTS);
  let shown = '';
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const [place, part] of parts.entries()) {
    if (part === '{' || part === '[') {
      depth += 1;
      shown += /^[}\]]$/.test(parts[place + 1]) ? part : part + line();
    } else if (part === '}' || part === ']') {
      depth -= 1;
      shown += /^[{[]$/.test(parts[place - 1]) ? part : line() + part;
    } else if (part === ',') {
      shown += part + line();
    } else {
      shown += part === ':' ? ': ' : part;
    }
  }
  return shown;
}

// The line that is read out, and what stands below it.
function show(place, good, outcome, ...below) {
  const line = place.querySelector('.outcome');
  line.className = `outcome ${good ? 'good' : 'bad'}`;
  line.replaceChildren(...outcome);
  place.querySelector('.came').replaceChildren(...below);
}

export function showAnswer(place, { url, method, status, reason, headers, text, time }) {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const head = element('details', 'headers', element('summary', '', `${[...headers].length} headers`));
  const shown = element('pre', '', element('code', '', lines));
  shown.tabIndex = 0;
  head.append(shown);
  const body = element('pre', 'body', element('code', '', text ? pretty(text) : 'No body.'));
  body.tabIndex = 0;
  show(place, status < 400,
    [element('strong', 'status', `${status}`), ` ${reason} `,
      element('span', 'time', `${time.toFixed(time < 10 ? 1 : 0)} ms`)],
    element('p', 'sent', element('span', 'verb', method), ' ', element('code', '', url)),
    head,
    body,
  );
}

export function showFailure(place, sandbox) {
  show(place, false, [element('strong', 'status', 'No answer')],
    element('p', '', 'Expected a sandbox at ', element('code', '', sandbox),
      ', but found none that answers instead: nothing runs there, it refused the request, or the browser '
      + 'blocked it. Start it with ', element('code', '', 'cargo run -p sandbox'),
      '; a sandbox elsewhere than on this machine has to serve these pages itself, at /docs/.'));
}

// What keeps the form from being sent at all.
export function showUnsent(place, problem) {
  show(place, false, [element('strong', 'status', 'Not sent')], element('p', '', problem));
}
