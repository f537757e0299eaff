/*
 * 404.html: in the language of the address, on to the newest edition if that has the page, else to
 * the pages that were perhaps meant. One such page answers for all editions of a server.
 */
(() => {
  'use strict';

  const { all, make } = VungXanh;
  const box = /** @type {HTMLElement} */ (document.querySelector('.vx-lost'));
  const edition = new URL(box.dataset.base || '.', location.href);
  const root = new URL('..', edition);
  const inside = location.pathname.startsWith(root.pathname);
  const [first, ...rest] = location.pathname.slice(inside ? root.pathname.length : 1).split('/');
  const named = /^(20\d\d\.\d+|moi-nhat|xem-truoc)$/.test(first);
  const path = (named ? rest : [first, ...rest]).join('/');

  const lang = /^en(\/|$)/.test(path) ? 'en' : 'vi';
  all('.vx-lost__in').forEach((part) => part.lang === lang || part.remove());
  const title = /** @type {HTMLElement} */ (box.querySelector('h1, h2'));
  if (title.tagName !== 'H1') title.replaceWith(make('h1', '', title.textContent || ''));
  document.documentElement.lang = lang;
  document.title = `${title.textContent} – ${document.title.split(' – ').pop()}`;

  /** A folder's page is its index. */
  const file = path.replace(/(^|\/)$|(\/[^/.]+)$/, '$1$2/index.html').replace('//', '/').replace(/^\//, '');
  const newest = new URL(`moi-nhat/${file}`, root);

  /** Scripts of the search box, which is not open yet. @param {string} address */
  const load = (address) =>
    new Promise((done, failed) => {
      const script = document.createElement('script');
      Object.assign(script, { src: address, onload: done, onerror: failed });
      document.head.append(script);
    });

  /** Shows the pages whose words are most like those of the address. */
  const guess = async () => {
    const words = decodeURI(path).replace(/(index)?\.html$/, '').split('/').filter(Boolean).pop();
    const config = document.getElementById('__config');
    const { search } = JSON.parse((config && config.textContent) || '{}');
    if (!words || !search) return;
    const engine = new URL(search, location.href).href.replace(/\?.*/, `?${lang}`);
    await load(engine);
    const ask = vungXanhSearch(engine, load, ({ data }) => {
      const found = data.items.slice(0, 3).map((/** @type {any[]} */ [page]) => {
        const shown = new DOMParser().parseFromString(page.title, 'text/html').body;
        all('small', shown).forEach((small) => small.remove());
        const link = make('a', '', shown.textContent || '');
        link.href = new URL(page.location, edition).href;
        const item = make('li', '');
        item.append(link);
        return item;
      });
      const near = /** @type {HTMLElement} */ (box.querySelector('.vx-lost__near'));
      near.hidden = !found.length;
      all('ul', near)[0].append(...found);
    });
    await ask({ type: 2, data: words.replace(/[-_]/g, ' ') });
  };

  const find = async () => {
    const answer = location.protocol === 'file:' ? { ok: false } : await fetch(newest.href, { method: 'HEAD' });
    if (!answer.ok) return guess();
    if (!named) return location.replace(newest.href + location.search + location.hash);
    const way = /** @type {HTMLElement} */ (box.querySelector('.vx-lost__newest'));
    /** @type {HTMLAnchorElement} */ (way.firstElementChild).href = newest.href;
    way.hidden = false;
  };
  find().catch(() => {}); // no network: the page stays as it is
})();
