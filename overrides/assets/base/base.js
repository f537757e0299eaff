/* What the components share; loaded first. */
var VungXanh = (() => {
  'use strict';

  /** @typedef {{d: string, c: number[], ok: boolean}} Answer digest, choices, right? */

  const KEY = 'vung-xanh';
  const ASIDE = 'vung-xanh-cu';

  /** @param {string} text */
  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };

  /** @param {any} value */
  const isObject = (value) => ({}).toString.call(value) === '[object Object]';

  const ui = document.getElementById('vx-ui');
  /** @type {Record<string, string>} */
  const words = parse((ui && ui.textContent) || '') || {};

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
  /** Loads a bundle of bundles.toml once, its style first. @param {string} name @returns {Promise<unknown>} */
  const load = (name) => {
    const loading = loaded[name] || fetched(name, 'css').then(() => fetched(name, 'js'));
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

  // Storage. When the browser refuses, this page alone remembers.

  /** @type {Record<string, string | null>} */
  const memory = {};
  let refused = false;

  /** @param {string} key @returns {string | null} */
  const get = (key) => {
    try {
      if (!refused) return localStorage.getItem(key);
    } catch {
      refused = true;
    }
    return memory[key] || null;
  };

  /** @param {string} key @param {string | null} value null: away with it */
  const set = (key, value) => {
    memory[key] = value;
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      refused = true;
    }
  };

  /** Asked only where something may be kept. */
  const keeps = () => {
    set(`${KEY}-thu`, '1');
    set(`${KEY}-thu`, null);
    return !refused;
  };

  /** @returns {Record<string, Record<string, Answer>>} by lesson and question */
  const answers = () => {
    const text = get(KEY);
    if (text === null) return {};
    const data = parse(text);
    if (
      isObject(data) && data.v === 1 && isObject(data.lessons) &&
      Object.values(data.lessons).every(isObject)
    ) return data.lessons;
    set(ASIDE, text); // broken, or from a newer edition
    set(KEY, null);
    return {};
  };

  /** If the question is still the same. @param {string} lesson @param {string} question @param {string} digest */
  const recall = (lesson, question, digest) => {
    const answer = (answers()[lesson] || {})[question];
    return isObject(answer) && answer.d === digest && Array.isArray(answer.c) ? answer : null;
  };

  /** @param {string} lesson @param {string} question @param {Answer} answer */
  const keep = (lesson, question, answer) => {
    const lessons = answers();
    lessons[lesson] = { ...lessons[lesson], [question]: answer };
    set(KEY, JSON.stringify({ v: 1, lessons }));
  };

  /** Kept answers went, or came back. */
  const changed = () => document.dispatchEvent(new Event('vx-answers'));

  /** Forgets every answer; gives what brings them back. */
  const wipe = () => {
    const keys = [KEY, ASIDE];
    const before = keys.map(get);
    const put = (back = false) => {
      keys.forEach((key, at) => set(key, back ? before[at] : null));
      changed();
    };
    put();
    return () => put(true);
  };

  // Wiped in another tab; or the page comes back from the browser's memory.
  addEventListener('storage', (event) => {
    if (event.key === null || (event.key === KEY && !event.newValue)) changed();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) changed();
  });

  /** Inside Zalo, Messenger … */
  const inApp =
    /Zalo|FBA[NV]|FB_IAB|Messenger|Instagram|\bLine\/|TikTok|musical_ly|trill_|Bytedance|; wv\)/i
      .test(navigator.userAgent);

  return { t, all, make, status, say, load, keeps, recall, keep, wipe, inApp };
})();
