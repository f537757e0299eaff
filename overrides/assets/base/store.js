/*
 * What the browser keeps of a learner: answers, by lesson and question. They are in localStorage;
 * on a shared device in sessionStorage, which goes with the window. Where the browser refuses,
 * this page alone remembers. What cannot be read is set aside, a line each, and the rest kept.
 */

/** @typedef {{d: string, c: (number | string)[], ok?: boolean, t?: number}} VungXanhAnswer
 *  digest of the question; what was chosen or written; right?; the minute */
/** @typedef {Record<string, Record<string, VungXanhAnswer>>} VungXanhLessons */

var VungXanhStore = (() => {
  'use strict';

  const KEY = 'vung-xanh';
  const ASIDE = `${KEY}-cu`;
  const SEED = `${KEY}-thu-tu`; // the order of shuffled choices
  const PLACES = `${KEY}-chieu`; // where the projector stopped
  const TESTS = `${KEY}-tu-kiem-tra`; // self-tests that are not handed in, as answers are
  const BESIDE = [ASIDE, SEED, PLACES, TESTS]; // erased and moved with the answers
  const SHARED = `${KEY}-chung`; // of a window; only ever in sessionStorage
  const CALL = `${KEY}-thu`; // a trial, and what windows tell each other by

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

  /** Kept answers went, or came. */
  const changed = () => document.dispatchEvent(new Event('vx-answers'));

  /** @type {Record<string, string | null>} */
  const memory = {};
  const forget = () => Object.keys(memory).forEach((key) => delete memory[key]);
  let refused = false;
  let tried = false;
  /** @type {boolean | undefined} not yet asked: a sensitive lesson touches no storage */
  let shared;

  const isShared = () => {
    if (shared === undefined) {
      try {
        shared = !!sessionStorage.getItem(SHARED);
      } catch {
        shared = false;
      }
    }
    return shared;
  };
  const place = () => (isShared() ? sessionStorage : localStorage);

  /** @param {string} key @returns {string | null} */
  const get = (key) => {
    try {
      if (!refused || !(key in memory)) return place().getItem(key);
    } catch {
      refused = true;
    }
    return memory[key] || null;
  };

  /** @param {string} key @param {string | null} value null: away with it */
  const set = (key, value) => {
    memory[key] = value;
    try {
      if (value === null) place().removeItem(key);
      else place().setItem(key, value);
      return true;
    } catch {
      refused = true;
      return false;
    }
  };

  /** Asked only where something may be kept. */
  const keeps = () => {
    if (!tried) {
      tried = true;
      set(CALL, '1');
      set(CALL, null);
    }
    return !refused;
  };

  /** @param {any} one @returns {one is VungXanhAnswer} */
  const isAnswer = (one) =>
    isObject(one) && typeof one.d === 'string' && Array.isArray(one.c) &&
    one.c.every((/** @type {any} */ part) => /number|string/.test(typeof part));

  /**
   * What can be read of a text we once wrote, and the rest, in lines.
   * @param {string} text @returns {{lessons: VungXanhLessons | null, bad: string[], newer: boolean}}
   */
  const sift = (text) => {
    const data = parse(text);
    if (!isObject(data) || data.v !== 1 || !isObject(data.lessons)) {
      return { lessons: null, bad: [text], newer: isObject(data) && data.v > 1 };
    }
    /** @type {VungXanhLessons} */
    const lessons = {};
    /** @type {string[]} */
    const bad = [];
    Object.keys(data.lessons).forEach((lesson) => {
      const answers = data.lessons[lesson];
      if (lesson in {} || !isObject(answers)) { // nothing of ours is called `constructor`
        bad.push(JSON.stringify({ [lesson]: answers }));
        return;
      }
      lessons[lesson] = {};
      Object.keys(answers).forEach((question) => {
        const answer = answers[question];
        if (!(question in {}) && isAnswer(answer)) lessons[lesson][question] = answer;
        else bad.push(JSON.stringify({ [lesson]: { [question]: answer } }));
      });
    });
    return { lessons, bad, newer: false };
  };

  /** @param {VungXanhLessons} lessons */
  const put = (lessons) => set(KEY, JSON.stringify({ v: 1, lessons }));

  /** @type {string | null} what `known` was read from: forty questions ask for it in a row */
  let read = null;
  /** @type {VungXanhLessons} */
  let known = {};

  /** @returns {VungXanhLessons} */
  const kept = () => {
    const text = get(KEY);
    if (text === null) return {};
    if (text !== read) {
      const { lessons, bad } = sift(text);
      known = lessons || {};
      read = text;
      // Put aside first: where that is refused, nothing is taken away.
      if (bad.length && set(ASIDE, [get(ASIDE), ...bad].filter(Boolean).join('\n').slice(-1e5))) {
        if (lessons) put(lessons);
        else set(KEY, null);
        read = get(KEY);
      }
    }
    return known;
  };

  /** If the question is still the same. @param {string} lesson @param {string} question @param {string} digest */
  const recall = (lesson, question, digest) => {
    const answer = (kept()[lesson] || {})[question];
    return answer && answer.d === digest ? answer : null;
  };

  /** False where the page alone remembers it. @param {string} lesson @param {string} question @param {VungXanhAnswer} answer */
  const keep = (lesson, question, answer) => {
    const lessons = kept();
    const dated = { ...answer, t: Math.floor(Date.now() / 6e4) };
    return put({ ...lessons, [lesson]: { ...lessons[lesson], [question]: dated } });
  };

  /** A number of this learner's, from which the order of shuffled choices follows. */
  const seed = () => {
    const found = Number(get(SEED)) || 1 + Math.floor(Math.random() * 1e9);
    if (get(SEED) !== String(found)) set(SEED, String(found));
    return found;
  };

  /** Forgets every answer; gives what brings them back. */
  const wipe = () => {
    const keys = [KEY, ...BESIDE];
    const before = keys.map(get);
    const write = (back = false) => {
      keys.forEach((key, at) => set(key, back ? before[at] : null));
      changed();
    };
    write();
    return () => write(true);
  };

  /** Tells the other windows. @param {string} what */
  const tell = (what) => {
    try {
      localStorage.setItem(CALL, what);
      localStorage.removeItem(CALL);
    } catch {} // then nothing is kept anyway
  };

  /** Into the mode for shared devices, or out of it; what is kept moves along. @param {boolean} on */
  const move = (on) => {
    if (on === isShared()) return;
    const mine = kept();
    const texts = BESIDE.map(get);
    try {
      const from = place();
      if (on) sessionStorage.setItem(SHARED, '1');
      else sessionStorage.removeItem(SHARED);
      [KEY, ...BESIDE].forEach((key) => from.removeItem(key));
    } catch {
      return; // no window to keep it in
    }
    shared = on;
    forget();
    const there = kept();
    const lessons = { ...there };
    Object.keys(mine).forEach((one) => (lessons[one] = { ...lessons[one], ...mine[one] }));
    if (Object.keys(lessons).length) put(lessons);
    BESIDE.forEach((key, at) => texts[at] && set(key, texts[at]));
    document.dispatchEvent(new Event('vx-shared'));
    if (Object.keys(there).length) changed(); // else what is half answered may stay
  };

  addEventListener('storage', ({ key, newValue }) => {
    // Another window was opened, or has changed its mode: all of them are in it, or none.
    if (key === CALL && newValue === '1' && isShared()) tell('chung');
    if (key === CALL && newValue && newValue !== '1') move(newValue === 'chung');
    // Wiped in another window: what this page alone remembers goes, too.
    if (key === null || (key === KEY && !newValue)) {
      forget();
      changed();
    }
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (shared !== undefined) { // the window may have changed its mode since
      shared = undefined;
      tried = false;
      keeps();
      document.dispatchEvent(new Event('vx-shared'));
    }
    changed();
  });

  return {
    PLACES, TESTS, get, set, keeps, recall, keep, seed, wipe, kept, put, sift, changed, isShared,
    aside: () => get(ASIDE),
    /** @param {boolean} on */
    share: (on) => {
      move(on);
      tell(on ? 'chung' : 'rieng');
    },
  };
})();
