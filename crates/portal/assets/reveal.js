// Opens what an address leads into: an element may stand in a closed part of the page.

// The element of the fragment; a fragment may be no percent-encoding, as `#%` is none.
export function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

export function reveal() {
  const found = target();
  if (!found) return;
  for (let part = found; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
  found.scrollIntoView();
}

export function startReveal() {
  addEventListener('hashchange', reveal);
  reveal();
}
