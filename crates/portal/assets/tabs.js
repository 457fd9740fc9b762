// What stands beside each other as tabs: samples by language, answers by status. The language is
// remembered from page to page.

function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key, name) {
  try {
    localStorage.setItem(key, name);
  } catch {
    // Storage may be forbidden; then the next page begins with the first tab.
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

function startGroup(section) {
  const panels = [...section.querySelectorAll('.tabbed')];
  if (panels.length === 0) return;
  const key = section.dataset.remember;
  const list = document.createElement('div');
  list.role = 'tablist';
  list.setAttribute('aria-labelledby', section.getAttribute('aria-labelledby'));

  const show = (name) => {
    for (const [number, panel] of panels.entries()) {
      const here = panel.dataset.tab === name;
      panel.hidden = !here;
      const tab = list.children[number];
      tab.ariaSelected = String(here);
      tab.tabIndex = here ? 0 : -1;
    }
  };

  for (const [number, panel] of panels.entries()) {
    const { tab: name } = panel.dataset;
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.id = `${section.id}-tab-${name}`;
    tab.textContent = name;
    panel.id = `${section.id}-${name}`;
    panel.role = 'tabpanel';
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    panel.querySelector('h3').hidden = true;
    tab.addEventListener('click', () => {
      if (key) remember(key, name);
      show(name);
    });
    tab.addEventListener('keydown', (event) => {
      const steps = { ArrowRight: number + 1, ArrowLeft: number - 1, Home: 0, End: panels.length - 1 };
      if (!(event.key in steps)) return;
      event.preventDefault();
      const next = list.children[(steps[event.key] + panels.length) % panels.length];
      next.click();
      next.focus();
    });
    list.append(tab);
  }
  panels[0].before(list);
  const names = panels.map((panel) => panel.dataset.tab);
  const known = key && remembered(key);
  show(names.includes(known) ? known : names[0]);
}

export function startTabs() {
  for (const code of document.querySelectorAll('.code')) code.append(copyButton(code.querySelector('code')));
  for (const section of document.querySelectorAll('.rail > section')) startGroup(section);
}
