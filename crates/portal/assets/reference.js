// Renders the document with Redoc, in the colours of the theme.

const FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", "DejaVu Sans Condensed", system-ui, sans-serif';
const CODE = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace';

const COLOURS = {
  light: { ink: '#1c1b19', soft: '#5c574e', accent: '#0b5563', good: '#1f6a3a', bad: '#a1331c', paper: '#fcfbf8', panel: '#f4f1ea', line: '#e0dbcf' },
  dark: { ink: '#e8e4db', soft: '#b0aa9d', accent: '#82cad6', good: '#8fd0a2', bad: '#f2a18c', paper: '#15171a', panel: '#1d2023', line: '#34383c' },
};

function options(theme) {
  const { ink, soft, accent, good, bad, paper, panel, line } = COLOURS[theme];
  return {
    // It would search in a worker that is made of text, which the policy of these pages forbids;
    // the search above finds more.
    disableSearch: true,
    hideDownloadButton: true,
    nativeScrollbars: true,
    jsonSamplesExpandLevel: 3,
    scrollYOffset: '.site',
    theme: {
      colors: {
        primary: { main: accent },
        text: { primary: ink, secondary: soft },
        border: { dark: line, light: line },
        success: { main: good },
        error: { main: bad },
      },
      schema: { linesColor: line, nestedBackground: panel, typeNameColor: soft, typeTitleColor: soft, requireLabelColor: bad },
      sidebar: { width: '17.5rem', backgroundColor: paper, textColor: ink, activeTextColor: accent },
      // As wide and as light as what stands beside the text on the other pages.
      rightPanel: { backgroundColor: paper, textColor: ink, width: '42%' },
      codeBlock: { backgroundColor: panel },
      typography: {
        fontFamily: FONT,
        fontSize: '16px',
        headings: { fontFamily: FONT, fontWeight: '650' },
        code: { fontFamily: CODE, color: ink, backgroundColor: panel },
        links: { color: accent, visited: accent, hover: accent },
      },
    },
  };
}

// The document, in which each operation leads to its page of this site.
async function linked(url) {
  const answer = await fetch(url);
  const description = await answer.json();
  for (const item of Object.values(description.paths)) {
    for (const operation of Object.values(item)) {
      const page = pages.get(operation.operationId);
      if (page) operation.externalDocs = { description: 'Lines, decisions, samples and Try it', url: page };
    }
  }
  return description;
}

const place = document.getElementById('redoc');
// The list for readers without scripts says which operation has which page.
const links = document.querySelectorAll('[data-operation]');
const pages = new Map([...links].map((link) => [link.dataset.operation, link.href]));
document.querySelector('.no-script')?.remove();

async function render() {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
  // Redoc takes its colours when it starts.
  window.Redoc.init(await linked(place.dataset.document), options(theme), place);
}

// What Redoc says to screen readers and does not mean: a heading that skips two levels, and a menu
// entry whose name is not the text that it shows.
function mend() {
  for (const heading of place.querySelectorAll('h5:not([aria-level])')) heading.ariaLevel = '3';
  for (const entry of place.querySelectorAll('li[data-item-id][aria-label]')) entry.removeAttribute('aria-label');
}

new MutationObserver(mend).observe(place, { childList: true, subtree: true, attributeFilter: ['aria-label'] });
render();
document.addEventListener('portal:theme', () => location.reload());
