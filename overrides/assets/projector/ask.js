/* A question on a slide: its rows, the hands counted for each, and what is shown when it is time. */
var VxAsk = (() => {
  'use strict';
  const { all, make } = VungXanh;
  const { word } = VxWords;

  /** @typedef {ReturnType<typeof VxQuestion.read>} Read */
  /** @typedef {Read['parts'][0]} Part */
  /** How far the class is. `open`: how many statements are settled. */
  /** @typedef {{votes: Record<string, number>, counting: boolean, open: number, done: boolean}} State */

  const COUNTED = ['single', 'multiple', 'true-false', 'scenario'];

  /** @returns {State} */
  const state = () => ({ votes: {}, counting: false, open: 0, done: false });

  /** @param {Read} question @param {Part} part @param {boolean} counted */
  const row = (question, part, counted) => {
    const item = make('li', 'vx-ask__row');
    item.dataset.key = part.key;
    const bar = make('span', 'vx-ask__bar');
    const letter = make('button', 'vx-ask__letter', part.letter);
    letter.type = 'button';
    letter.disabled = true;
    const text = make('div', 'vx-ask__text');
    text.append(part.text.cloneNode(true));
    item.append(bar, letter, text);
    if (question.kind === 'order') return item;
    const side = make('span', 'vx-ask__side');
    side.append(make('span', 'vx-ask__mark'));
    item.append(side);
    // Room for all that will ever stand there: no line moves when it comes.
    if (question.kind === 'true-false') side.classList.add('vx-ask__side--words');
    if (counted) side.classList.add('vx-ask__side--votes');
    if (counted) side.append(VxHands.field(part.letter, 'vx-tap'), make('b', 'vx-ask__sum'));
    return item;
  };

  /** @param {Read} question @param {Part[]} parts @param {boolean} counted */
  const list = (question, parts, counted) => {
    const rows = make('ol', 'vx-ask');
    rows.append(...parts.map((part) => row(question, part, counted)));
    return rows;
  };

  /** What is asked, as blocks for a slide. @param {Read} question @param {boolean} sensitive */
  const blocks = (question, sensitive) => {
    const counted = !sensitive && COUNTED.includes(question.kind);
    const found = question.intro.map((one) => /** @type {Element} */ (one.cloneNode(true)));
    if (question.kind === 'fill') {
      question.text.forEach((text) => {
        const block = /** @type {Element} */ (text.cloneNode(true));
        block.classList.add('vx-ask__fill');
        found.push(block);
      });
    } else if (question.kind === 'match') {
      const both = make('div', 'vx-ask__match');
      const others = make('ol', 'vx-ask vx-ask--others');
      others.append(...question.others.map((part) => {
        const item = make('li', 'vx-ask__row');
        const text = make('div', 'vx-ask__text');
        text.append(part.text.cloneNode(true));
        item.append(make('b', 'vx-ask__letter', part.letter), text);
        return item;
      }));
      both.append(others, list(question, question.parts, false));
      // Each column as wide as its longest text and a letter need.
      const wide = [question.parts, question.others].map((texts) =>
        15 + Math.min(45, Math.max(...texts.map(({ text }) => (text.textContent || '').length))));
      both.style.gridTemplateColumns = wide.map((one) => `minmax(0, ${one}fr)`).join(' ');
      found.push(both);
    } else if (question.parts.length) {
      found.push(list(question, question.parts, counted));
    }
    return found;
  };

  /** Whether a row is settled. @param {Read} question @param {State} state @param {number} at */
  const open = (question, state, at) =>
    state.done || (question.kind === 'true-false' && at < state.open);

  /**
   * Brings a slide up to date. Nothing of the key is in it before.
   * @param {Element} slide @param {Read} question @param {State} state
   */
  const paint = (slide, question, state) => {
    const { kind } = question;
    const parts = [...question.parts, ...question.steps.flatMap(({ ways }) => ways)];
    const most = Math.max(1, ...all('[data-key]', slide).map((one) => state.votes[one.dataset.key || ''] || 0));
    const voted = Object.keys(state.votes).length > 0;
    slide.toggleAttribute('data-counting', state.counting && !state.done);
    slide.toggleAttribute('data-open', state.done);
    all('[data-key]', slide).forEach((item) => {
      const at = parts.findIndex((part) => part.key === item.dataset.key);
      const part = parts[at];
      const shown = open(question, state, at);
      const count = state.votes[part.key] || 0;
      VxHands.show(item, count);
      const sum = item.querySelector('.vx-ask__sum');
      if (sum) sum.textContent = voted ? String(count) : '';
      item.toggleAttribute('data-shown', shown);
      const bar = /** @type {HTMLElement | null} */ (item.querySelector('.vx-ask__bar'));
      if (bar) bar.style.width = `${shown || kind === 'scenario' ? (100 * count) / most : 0}%`;
      const letter = item.querySelector('button.vx-ask__letter');
      if (letter instanceof HTMLButtonElement) {
        const way = kind === 'scenario';
        letter.disabled = !(way || (shown && part.feedback));
        letter.setAttribute('aria-label', letter.disabled ? part.letter
          : word(way ? 'choose_way' : 'why', { letter: part.letter }));
      }
      const mark = item.querySelector('.vx-ask__mark');
      const right = shown && part.right;
      item.toggleAttribute('data-right', right && kind !== 'match');
      if (!mark) return;
      mark.textContent = '';
      if (!shown) return;
      if (kind === 'match') {
        const other = question.others.filter((one) => one.key === part.key)[0];
        mark.textContent = other ? `→ ${other.letter}` : '';
      } else if (kind === 'true-false') {
        mark.textContent = part.right ? `✓ ${word('true')}` : `✕ ${word('false')}`;
      } else if (right) {
        mark.append('✓ ', make('span', 'vx-unseen', word('right')));
      }
    });
    if (kind === 'order') {
      const rows = slide.querySelector('.vx-ask');
      const items = all('[data-key]', slide);
      const before = parts.map((part) => part.key);
      if (rows && items.length === parts.length) { // the whole list is on this slide
        items.sort((one, other) => (state.done ? Number(one.dataset.key) - Number(other.dataset.key)
          : before.indexOf(one.dataset.key || '') - before.indexOf(other.dataset.key || '')));
        rows.append(...items);
      }
      items.forEach((item) => {
        const part = parts.filter((one) => one.key === item.dataset.key)[0];
        const letter = item.querySelector('.vx-ask__letter');
        if (letter) letter.textContent = state.done ? part.key : part.letter;
      });
    }
    all('.vx-blank', slide).forEach((gap) => {
      const told = state.done && question.parts[Number(gap.dataset.n)];
      gap.textContent = told ? told.text.textContent : '';
      gap.toggleAttribute('data-filled', !!told);
      if (!told) gap.append(make('span', 'vx-unseen', word('blank_gap')));
    });
  };

  return { state, list, blocks, open, paint };
})();
