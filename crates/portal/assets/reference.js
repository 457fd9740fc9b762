// Renders the document with Redoc, in the colours of the theme.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
const CODE = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace';

const COLOURS = {
  light: { ink: '#1c1b19', soft: '#5a564e', accent: '#0b5563', good: '#14532d', bad: '#8f2a15', panel: '#f4f2ec', code: '#23282b', line: '#ddd8cc' },
  dark: { ink: '#e9e5dc', soft: '#b3ada0', accent: '#7cc7d4', good: '#8fd0a2', bad: '#f2a18c', panel: '#1e2124', code: '#0f1113', line: '#383c40' },
};

function options(theme) {
  const { ink, soft, accent, good, bad, panel, code, line } = COLOURS[theme];
  return {
    // It would search in a worker that is made of text, which the policy of these pages forbids;
    // the search above finds more.
    disableSearch: true,
    hideDownloadButton: true,
    nativeScrollbars: true,
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
      sidebar: { backgroundColor: panel, textColor: ink, activeTextColor: accent },
      rightPanel: { backgroundColor: code, textColor: '#f1efe9' },
      codeBlock: { backgroundColor: theme === 'dark' ? '#1a1d20' : '#171b1d' },
      typography: {
        fontFamily: FONT,
        fontSize: '16px',
        headings: { fontFamily: FONT },
        code: { fontFamily: CODE, color: ink, backgroundColor: panel },
        links: { color: accent, visited: accent, hover: accent },
      },
    },
  };
}

const place = document.getElementById('redoc');
const url = place.dataset.document;
document.querySelector('.no-script')?.remove();

function render() {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
  // Redoc takes its colours when it starts.
  window.Redoc.init(url, options(theme), place);
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
