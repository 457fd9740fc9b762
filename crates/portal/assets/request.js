// The request that a form says: address, headers and body. A form that names no sandbox means the
// usual one.

// What a form says that no request can hold.
export class Unsendable extends Error {}

// A header as it can be sent (RFC 9110, section 5.5); the value is the reader's and is not repeated.
function set(headers, name, value) {
  try {
    headers.set(name, value);
  } catch {
    throw new Unsendable(`Expected a value that a header can hold in ${name}, but found line breaks or characters beyond Latin-1 instead.`);
  }
}

export function requestOf(form, usual) {
  const { method, path, prefix } = form.dataset;
  const headers = new Headers();
  const query = new URLSearchParams();
  let filled = path;
  for (const input of form.querySelectorAll('[data-place]')) {
    const { value, name } = input;
    if (input.dataset.place === 'path') {
      filled = filled.replace(`{${name}}`, encodeURIComponent(value));
    } else if (value !== '' && input.dataset.place === 'query') {
      query.append(name, value);
    } else if (value !== '' && input.dataset.place === 'header') {
      set(headers, name, value);
    }
  }
  const authorization = form.elements.authorization.value;
  if (authorization) set(headers, 'Authorization', authorization);
  const preference = form.elements.prefer?.value;
  if (preference) headers.set('Prefer', preference);
  const body = form.elements.body;
  if (body) headers.set('Content-Type', body.dataset.mediaType);
  const sandbox = (form.elements.sandbox.value.trim() || usual).replace(/\/+$/, '');
  const asked = query.size > 0 ? `?${query}` : '';
  return {
    url: `${sandbox}/${prefix}${filled}${asked}`,
    options: { method, headers, body: body?.value, cache: 'no-store', credentials: 'omit' },
  };
}
