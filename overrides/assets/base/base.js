/* What the components share; loaded first, after store.js. */
var VungXanh = (() => {
  'use strict';

  const ui = document.getElementById('vx-ui');
  /** @type {Record<string, string>} */
  const words = JSON.parse((ui && ui.textContent) || '{}');

  /** @param {string} key @param {Record<string, string | number>} [values] for its {gaps} */
  const t = (key, values = {}) =>
    (words[key] || key).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag @param {string} name @param {string} [text]
   */
  const make = (tag, name, text = '') => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  };

  /** A live region: there, empty, before it speaks. @param {Element} [after] none: unseen */
  const status = (after) => {
    const region = make('span', after ? 'vx-status' : 'vx-unseen');
    region.setAttribute('role', 'status');
    if (after) after.after(region);
    else document.body.append(region);
    return region;
  };

  /** Where the joined files are. */
  const home = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** @type {Record<string, Promise<unknown> | undefined>} */
  const loaded = {};
  /** @param {string} name @param {'js' | 'css'} kind */
  const fetched = (name, kind) => new Promise((done, failed) => {
    const element = document.createElement(kind === 'js' ? 'script' : 'link');
    const { href } = new URL(`${name}.${kind}`, home);
    Object.assign(element, kind === 'js' ? { src: href } : { href, rel: 'stylesheet' });
    element.onload = done;
    element.onerror = failed;
    document.head.append(element);
  });
  /** Loads a bundle of bundles.toml that has words once, its style first. @param {string} name @returns {Promise<unknown>} */
  const load = (name) => {
    const loading = loaded[name] || fetched(name, 'css').then(() => fetched(`${name}.${document.documentElement.lang}`, 'js'));
    loaded[name] = loading;
    loading.catch(() => (loaded[name] = undefined)); // no network: the next click asks again
    return loading;
  };

  const voice = status();
  /** @param {string} text for screen readers */
  const say = (text) => {
    voice.textContent = '';
    setTimeout(() => (voice.textContent = text), 50);
  };

  let noticed = false;
  /** Says, once on a page, that this browser keeps nothing. @param {Element} place what it is of */
  const notice = (place) => {
    if (noticed) return;
    noticed = true;
    place.prepend(make('p', 'vx-note', t('not_kept')));
    say(t('not_kept'));
  };

  /** Inside Zalo, Messenger … */
  const inApp =
    /Zalo|FBA[NV]|FB_IAB|Messenger|Instagram|\bLine\/|TikTok|musical_ly|trill_|Bytedance|; wv\)/i
      .test(navigator.userAgent);

  /** What quiz/ puts here for itself and for others. */
  const quiz = /** @type {VxQuizTools} */ ({});

  return { words, t, all, make, status, say, load, notice, inApp, quiz, ...VungXanhStore };
})();
