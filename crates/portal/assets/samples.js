// The samples as tabs, one language at a time; the language is remembered from page to page.

const KEY = 'portal.language';

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be forbidden; then the next page begins with the first language.
  }
}

function copyButton(code) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = 'Selected';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  return button;
}

export function startSamples() {
  const section = document.querySelector('.samples');
  if (!section) return;
  const panels = [...section.querySelectorAll('.sample')];
  const tabs = document.createElement('div');
  tabs.role = 'tablist';
  tabs.ariaLabel = 'Language';

  const show = (language) => {
    for (const panel of panels) {
      const here = panel.dataset.language === language;
      panel.hidden = !here;
      const tab = document.getElementById(`tab-${panel.dataset.language}`);
      tab.ariaSelected = String(here);
      tab.tabIndex = here ? 0 : -1;
    }
  };

  for (const [number, panel] of panels.entries()) {
    const { language } = panel.dataset;
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.id = `tab-${language}`;
    tab.textContent = language;
    panel.id = `sample-${language}`;
    panel.role = 'tabpanel';
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    panel.querySelector('h3').hidden = true;
    panel.append(copyButton(panel.querySelector('code')));
    tab.addEventListener('click', () => {
      remember(language);
      show(language);
    });
    tab.addEventListener('keydown', (event) => {
      const steps = { ArrowRight: number + 1, ArrowLeft: number - 1, Home: 0, End: panels.length - 1 };
      if (!(event.key in steps)) return;
      event.preventDefault();
      const next = tabs.children[(steps[event.key] + panels.length) % panels.length];
      next.click();
      next.focus();
    });
    tabs.append(tab);
  }
  panels[0].before(tabs);
  const known = panels.map((panel) => panel.dataset.language);
  show(known.includes(remembered()) ? remembered() : known[0]);
}
