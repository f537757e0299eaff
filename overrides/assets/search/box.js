/*
 * The search box of the page; loaded just ahead of the theme's script.
 * “Go” on a phone's keyboard shows the results instead of loading the page anew, and a page
 * opened from a USB stick, where browsers start no worker, searches by itself and asks for nothing
 * outside its folder.
 */
(() => {
  'use strict';

  const form = document.forms.namedItem('search');
  if (!form) return;
  const box = /** @type {HTMLElement} */ (form.closest('.md-search'));
  box.setAttribute('aria-label', form.query.placeholder);
  const count = /** @type {HTMLElement} */ (box.querySelector('.md-search-result__meta'));
  count.setAttribute('role', 'status');
  form.query.enterKeyHint = 'search';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.query.blur(); // the keyboard goes, the results are seen
  });
  if (location.protocol !== 'file:') return;

  // The theme would ask the folder above for other editions.
  const config = /** @type {HTMLElement} */ (document.getElementById('__config'));
  config.textContent = JSON.stringify({ ...JSON.parse(config.textContent || ''), version: undefined });

  /** @param {string} address @returns {Promise<unknown>} */
  const load = (address) =>
    new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });

  /** What the theme needs of a worker, in the page. */
  class InPage extends EventTarget {
    /** @param {string} path */
    constructor(path) {
      super();
      const address = new URL(path, location.href).href;
      /** @param {unknown} data */
      const reply = (data) => this.dispatchEvent(new MessageEvent('message', { data }));
      this.answer = load(address).then(() => vungXanhSearch(address, load, reply));
    }

    /** @param {any} message */
    postMessage(message) {
      this.answer.then((answer) => answer(message));
    }
  }
  Object.assign(window, { Worker: InPage });
})();
