/*
 * What the components share. Load it first, `defer` like the rest: the name
 * VungXanh is then known to every other script of the page.
 */
var VungXanh = (() => {
  'use strict';

  /** @typedef {{d: string, c: number[], ok: boolean}} Answer digest, choices, right? */
  /** @typedef {Record<string, Record<string, Answer>>} Lessons */

  const KEY = 'vung-xanh';
  const ASIDE = 'vung-xanh-cu';

  /** @param {string} text @returns {any} undefined when it is no JSON */
  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };

  /** @param {any} value */
  const isObject = (value) => ({}).toString.call(value) === '[object Object]';

  const ui = document.getElementById('vx-ui');
  /** @type {Record<string, string>} */
  const words = parse((ui && ui.textContent) || '') || {};

  /**
   * A text in the page's language, its {gaps} filled.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  const t = (key, values = {}) =>
    (words[key] || key).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {string} name class
   * @param {string} [text]
   */
  const make = (tag, name, text = '') => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  };

  /**
   * A live region. It has to be there, empty, before it has something to say.
   * @param {Element} [after] none: unseen, at the end of the page
   */
  const status = (after) => {
    const region = make('span', after ? 'vx-status' : 'vx-unseen');
    region.setAttribute('role', 'status');
    if (after) after.after(region);
    else document.body.append(region);
    return region;
  };

  const voice = status();
  /** Says it to screen readers. @param {string} text */
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

  /** Does the browser keep what it is given? Asked only where something may be kept. */
  const keeps = () => {
    set(`${KEY}-thu`, '1');
    set(`${KEY}-thu`, null);
    return !refused;
  };

  /** @returns {Lessons} */
  const load = () => {
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

  /**
   * The kept answer, if the question is still the same.
   * @param {string} lesson @param {string} question @param {string} digest
   * @returns {Answer | undefined}
   */
  const recall = (lesson, question, digest) => {
    const answer = (load()[lesson] || {})[question];
    return isObject(answer) && answer.d === digest && Array.isArray(answer.c) ? answer : undefined;
  };

  /** @param {string} lesson @param {string} question @param {Answer} answer */
  const keep = (lesson, question, answer) => {
    const lessons = load();
    lessons[lesson] = { ...lessons[lesson], [question]: answer };
    set(KEY, JSON.stringify({ v: 1, lessons }));
  };

  /** Tells the page that kept answers went, or came back. */
  const changed = () => document.dispatchEvent(new Event('vx-answers'));

  /** Forgets every answer. @returns {() => void} brings them back */
  const wipe = () => {
    const before = [KEY, ASIDE].map(get);
    const put = (/** @type {(string | null)[]} */ values) => {
      set(KEY, values[0]);
      set(ASIDE, values[1]);
      changed();
    };
    put([null, null]);
    return () => put(before);
  };

  // Wiped in another tab; or an old page comes back from the browser's memory.
  addEventListener('storage', (event) => {
    if (event.key === null || (event.key === KEY && !event.newValue)) changed();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) changed();
  });

  /** Inside Zalo, Messenger …, where printing and saving often fail. */
  const inApp =
    /Zalo|FBA[NV]|FB_IAB|Messenger|Instagram|\bLine\/|TikTok|musical_ly|trill_|Bytedance|; wv\)/i
      .test(navigator.userAgent);

  return { t, all, make, status, say, keeps, recall, keep, wipe, inApp };
})();
