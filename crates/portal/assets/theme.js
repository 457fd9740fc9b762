// Light or dark: as the system says, unless a reader has said otherwise. Runs before anything is
// painted, so it is no module.

(() => {
  const KEY = 'portal.theme';
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen = null; // Storage may be forbidden; then the choice holds for this page.
  const remembered = () => {
    try {
      return chosen ?? localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const theme = () => remembered() ?? (system.matches ? 'dark' : 'light');

  const show = () => {
    const now = theme();
    document.documentElement.dataset.theme = now;
    const button = document.querySelector('button.theme');
    if (button) {
      button.hidden = false;
      button.textContent = now === 'dark' ? 'Light' : 'Dark';
      button.setAttribute('aria-label', `Switch to the ${now === 'dark' ? 'light' : 'dark'} theme`);
    }
  };

  const change = () => {
    show();
    document.dispatchEvent(new Event('portal:theme'));
  };

  const turn = () => {
    chosen = theme() === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // Kept above.
    }
    change();
  };

  show();
  system.addEventListener('change', change);
  const start = () => {
    show();
    document.querySelector('button.theme')?.addEventListener('click', turn);
  };
  // The page for an unknown address loads this when all of it is there.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
