// Finds the root of the site, which is one of the folders of this address, and starts links there.
(async () => {
  const start = (root) => {
    for (const link of document.querySelectorAll('a[href]')) {
      const to = link.getAttribute('href');
      if (!/^(#|[a-z]+:)/.test(to)) link.setAttribute('href', root + to);
    }
    for (const it of document.querySelectorAll('[data-href]')) it.href = root + it.dataset.href;
    for (const it of document.querySelectorAll('[data-src]')) it.src = root + it.dataset.src;
  };
  const folders = location.pathname.split('/').slice(1, -1);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const root = `/${folders.slice(0, depth).map((folder) => `${folder}/`).join('')}`;
    const answer = await fetch(`${root}search.json`, { method: 'HEAD' }).catch(() => null);
    if (answer?.ok && /json/.test(answer.headers.get('content-type'))) return start(root);
  }
})();
