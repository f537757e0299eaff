/*
 * Finds pages. What a search means here stands in this file alone: letters count with or without
 * their marks, a word by its beginning. Only pages that hold most of the words come; of these
 * first the ones with the very marks that were typed, the handbook after all that do as well. A
 * title weighs more than a heading, that more than text, words side by side more than words apart.
 */
var vungXanhFind = (() => {
  'use strict';

  /** @typedef {{at: string, title: string, who: string, weight: number,
   *   parts: [anchor: string, heading: string, text: string][]}} Page of the index, which
   *   scripts/vungxanh/render/search_index.py writes */
  /** @typedef {{typed: string, plain: string, sound: string, marked: boolean, open: boolean}} Term
   *   `open`: may go on, being the last one typed, or a long one */
  /** @typedef {{text: string, plain: string, weight: number}} Field */
  /** @typedef {{found: Set<Term>, exact: number, score: number}} Weight */
  /** @typedef {{location: string, title: string, text: string, score: number,
   *   terms: Record<string, boolean>}} Item a result, as the theme shows it */

  const [TITLE, HEADING, TEXT] = [12, 3, 1];
  const LONG = 5; // letters of a word that others may go on from: photo, photos; but not bị, biết
  const ABOUT = 160; // letters of an excerpt
  const BEFORE = 40; // of them ahead of what was found

  // Letters

  /** @type {Record<string, string>} */
  const letters = { đ: 'd', Đ: 'd' };
  /** @param {string} letter */
  const bare = (letter) => letters[letter] || (letters[letter] = letter.normalize('NFD')[0]);

  /** Without marks, in lower case, letter for letter. @param {string} text in NFC */
  const fold = (text) => text.replace(/[^\x00-\x7f]/g, bare).toLowerCase();

  /** The tone behind its syllable: hoà and hòa are one word. @param {string} word */
  const sound = (word) =>
    word
      .toLowerCase()
      .normalize('NFD')
      .replace(/([\u0300\u0301\u0303\u0309\u0323])([a-zđ\u0302\u0306\u031b]+)/g, '$2$1');

  /** @param {string} text @param {number} weight @returns {Field} */
  const field = (text, weight) => ({ text, plain: fold(text), weight });

  /** The words of a query. @param {string} query @returns {Term[]} */
  const read = (query) => {
    const words = query
      .normalize('NFC')
      .toLowerCase()
      .split(/[\s\-–]+/)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .filter(Boolean);
    const last = words[words.length - 1];
    return Array.from(new Set(words), (typed) => {
      const plain = fold(typed);
      const open = typed === last || plain.length >= LONG;
      return { typed, plain, sound: sound(typed), marked: plain !== typed, open };
    });
  };

  // Places and weights

  /** @param {string | undefined} letter of a folded text */
  const inWord = (letter) => !!letter && /[a-z0-9]/.test(letter);

  /** Every place where words begin so. @param {string} plain @param {string} start */
  const starts = (plain, start) => {
    const found = [];
    for (let at = plain.indexOf(start); at >= 0; at = plain.indexOf(start, at + 1)) {
      if (!inWord(plain[at - 1])) found.push(at);
    }
    return found;
  };

  /** Where a folded text has a term: as a word of its own; failing that, as a beginning.
   * @param {string} plain @param {Term} term */
  const places = (plain, term) => {
    const found = starts(plain, term.plain);
    const words = found.filter((at) => !inWord(plain[at + term.plain.length]));
    return { at: words.length || !term.open ? words : found, whole: words.length > 0 };
  };

  /** @param {Term[]} terms */
  const phrase = (terms) => terms.map((term) => term.plain).join(' ');

  /** How a field holds a term: 0 not, 1 begins a word, 2 is a word, 3 with the marks as typed.
   * @param {Field} field @param {Term} term */
  const holds = ({ text, plain }, term) => {
    const { at, whole } = places(plain, term);
    if (!whole) return at.length ? 1 : 0;
    const size = term.plain.length;
    const same = at.some((from) => sound(text.slice(from, from + size)) === term.sound);
    return term.marked && same ? 3 : 2;
  };

  /** @param {Field[]} fields @param {Term[]} terms @returns {Weight} */
  const weigh = (fields, terms) => {
    const found = new Set();
    let [exact, score] = [0, 0];
    for (const term of terms) {
      const held = fields.map((one) => holds(one, term));
      const best = Math.max(...held.map((how, at) => Math.min(how, 2) * fields[at].weight));
      if (best) found.add(term);
      if (held.includes(3)) exact += 1;
      score += best;
    }
    if (terms.length > 1) {
      const together = fields.filter(({ plain }) => starts(plain, phrase(terms)).length);
      score += 2 * terms.length * Math.max(0, ...together.map((one) => one.weight));
    }
    return { found, exact, score };
  };

  /** One number to sort by: marks as typed, then not the handbook, then weight.
   * @param {Page} page @param {Weight} weight */
  const rank = (page, { exact, score }) =>
    1e5 * exact + (page.weight ? 1e4 + page.weight * score : score);

  // What is shown

  /** @param {string} text */
  const escape = (text) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

  /** HTML of a stretch of a field, the terms marked.
   * @param {Field} field @param {Term[]} terms */
  const show = ({ text, plain }, terms, from = 0, to = text.length) => {
    const marks = terms
      .flatMap((term) => places(plain, term).at.map((at) => [at, at + term.plain.length]))
      .filter(([at, end]) => at >= from && end <= to)
      .sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    let html = '';
    for (const [at, end] of marks) {
      if (at < from) continue; // inside the one before
      html += `${escape(text.slice(from, at))}<mark>${escape(text.slice(at, end))}</mark>`;
      from = end;
    }
    return html + escape(text.slice(from, to));
  };

  /** The lines in which most of the terms stand together.
   * @param {Field} field @param {Term[]} terms */
  const excerpt = (field, terms) => {
    const { text, plain } = field;
    const all = terms.map((term) => places(plain, term).at);
    /** @param {number} at */
    const near = (at) =>
      all.filter((some) => some.some((one) => one >= at && one < at + ABOUT - BEFORE)).length;
    const found = [...starts(plain, phrase(terms)), 0, ...all.flat()].reduce((best, at) =>
      near(at) > near(best) ? at : best,
    );
    const from = found > BEFORE ? text.lastIndexOf(' ', found - BEFORE) + 1 : 0;
    const to = from + ABOUT < text.length ? text.lastIndexOf(' ', from + ABOUT) : text.length;
    const lines = show(field, terms, from, to);
    return `<p>${from ? '… ' : ''}${lines}${to < text.length ? ' …' : ''}</p>`;
  };

  // Pages

  /** @param {Page} page */
  const shelve = (page) => ({
    page,
    title: field(page.title, TITLE),
    context: field(page.title, TEXT), // of each section: it says what the section is about
    parts: page.parts.map(([anchor, heading, text]) => ({
      anchor,
      heading: field(heading, HEADING),
      text: field(text, TEXT),
    })),
  });

  /** A page and its sections against the terms.
   * @param {ReturnType<typeof shelve>} book @param {Term[]} terms */
  const look = ({ page, title, context, parts: [about, ...rest] }, terms) => {
    const whole = weigh([title, about.text], terms);
    const parts = rest
      .filter(({ heading, text }) => terms.some((one) => holds(heading, one) || holds(text, one)))
      .map((part) => ({ ...part, weight: weigh([part.heading, part.text, context], terms) }));
    const size = Math.max(whole.found.size, ...parts.map(({ weight }) => weight.found.size));
    return { page, title, about: about.text, whole, parts, size };
  };

  /** What the theme shows of a page: the page, and its sections that hold as much.
   * @param {ReturnType<typeof look>} found @param {Term[]} terms @returns {Item[]} */
  const present = ({ page, title, about, whole, parts, size }, terms) => {
    /** @param {Weight} weight */
    const said = ({ found }) => Object.fromEntries(terms.map((one) => [one.typed, found.has(one)]));
    const head = {
      location: page.at,
      title: `${show(title, terms)}<small class="vx-found">${escape(page.who)}</small>`,
      text: excerpt(about, terms),
      score: whole.found.size === size ? rank(page, whole) : 0,
      terms: said(whole),
    };
    const below = parts
      .filter(({ weight }) => weight.found.size === size)
      .map(({ anchor, heading, text, weight }, at) => ({
        location: `${page.at}#${anchor}`,
        title: show(heading, terms),
        text: excerpt(text, terms),
        score: rank(page, weight) - (at + 1) / 1000, // the theme unfolds all that score the same
        terms: said(weight),
      }));
    return [head, ...below].sort((one, other) => other.score - one.score);
  };

  /** @param {Page[]} pages */
  return (pages) => {
    const shelf = pages.map(shelve);
    /** @param {string} query @returns {Item[][]} */
    return (query) => {
      const terms = read(query);
      const looked = shelf.map((book) => look(book, terms));
      const most = Math.max(1, ...looked.map(({ size }) => size));
      return looked
        .filter(({ size }) => size === most)
        .map((found) => present(found, terms))
        .sort(([one, ...few], [other, ...many]) =>
          other.score - one.score || many.length - few.length,
        );
    };
  };
})();
