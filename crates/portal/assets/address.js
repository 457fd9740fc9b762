// Where the sandbox is: the one that serves this page, the one that a reader named, or the usual one.

const KEY = 'portal.sandbox';
const DOCS = '/docs/';

// The sandbox serves the portal below /docs/; any other server is none.
function serving() {
  const at = location.pathname.indexOf(DOCS);
  return at < 0 ? null : location.origin + location.pathname.slice(0, at);
}

export function sandboxAddress(usual) {
  try {
    // An emptied field is no address.
    return sessionStorage.getItem(KEY) || serving() || usual;
  } catch {
    return serving() || usual;
  }
}

export function rememberSandbox(address) {
  try {
    sessionStorage.setItem(KEY, address);
  } catch {
    // Storage may be forbidden; then the address holds for this page.
  }
}
