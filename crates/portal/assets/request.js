// The request that a form says: address, headers and body.

export function requestOf(form) {
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
      headers.set(name, value);
    }
  }
  const authorization = form.elements.authorization.value;
  if (authorization) headers.set('Authorization', authorization);
  const preference = form.elements.prefer?.value;
  if (preference) headers.set('Prefer', preference);
  const body = form.elements.body;
  if (body) headers.set('Content-Type', body.dataset.mediaType);
  const sandbox = form.elements.sandbox.value.replace(/\/+$/, '');
  const asked = query.size > 0 ? `?${query}` : '';
  return {
    url: `${sandbox}/${prefix}${filled}${asked}`,
    options: { method, headers, body: body?.value, cache: 'no-store', credentials: 'omit' },
  };
}
