/* Reads a question of the page: what the room sees, and, apart, what it sees only when asked for. */
var VxQuestion = (() => {
  'use strict';
  const { all, make } = VungXanh;

  /** @typedef {{key: string, letter: string, text: Element, right: boolean, feedback: Element | null, to: string}} Part */
  /** @typedef {{id: string, title: string, blocks: Element[], ways: Part[]}} Step */
  /**
   * @typedef {{id: string, kind: string, number: string, stem: Element, intro: Element[], note: string,
   *   parts: Part[], others: Part[], text: Element[], steps: Step[], hints: Element[], explanation: Element[]}} Question
   */

  /**
   * A copy for a slide: nothing in it has an id, a field or a way out of the room.
   * @param {Element | null} source @param {string} [tag] instead of its own
   */
  const copy = (source, tag = '') => {
    const into = tag || !source ? make(/** @type {'span'} */ (tag || 'span'), '')
      : /** @type {Element} */ (source.cloneNode(true));
    if (tag && source) into.append(...source.cloneNode(true).childNodes);
    // The theme puts every table into two boxes that scroll.
    all('.md-typeset__scrollwrap', into).forEach((box) => box.replaceWith(...all('table', box)));
    for (const link of all('a', into)) {
      const text = make('span', link.className);
      text.append(...link.childNodes);
      link.replaceWith(text);
    }
    for (const one of [into, ...all('*', into)]) {
      if (one.id && /^H[3-6]$/.test(one.nodeName)) one.setAttribute('data-anchor', one.id);
      ['id', 'for', 'name', 'loading', 'tabindex', 'hidden'].forEach((name) => one.removeAttribute(name));
    }
    return into;
  };

  /** @param {Element | null} root @returns {Element[]} */
  const copies = (root) => Array.from(root ? root.children : [])
    .filter((one) => one.nodeName !== 'SUMMARY').map((one) => copy(one));

  /** @param {number} at */
  const letter = (at) => String.fromCharCode(65 + at);

  /** @param {Element} quiz @returns {Question} */
  const read = (quiz) => {
    /** @param {string} selector */
    const one = (selector) => quiz.querySelector(selector);
    const kind = quiz.getAttribute('data-type') || 'single';
    /** @param {Element | null} text @param {string} n @param {number} at @returns {Part} */
    const part = (text, n, at) => {
      const told = one(`.vx-feedback > li[data-choice="${n}"]`);
      const feedback = told && told.querySelector('.vx-feedback__text');
      return {
        key: n,
        letter: letter(at),
        text: copy(text, 'div'),
        right: !!told && told.hasAttribute('data-right'),
        feedback: feedback ? copy(feedback, 'div') : null,
        to: '',
      };
    };
    /** @param {string} selector @param {string} text @param {boolean} [sorted] as on paper */
    const parts = (selector, text, sorted = true) => {
      const found = all(selector, quiz).map((row) => {
        const input = row.querySelector('input');
        return { n: row.dataset.choice || (input ? input.value : ''), text: row.querySelector(text) };
      });
      if (sorted) found.sort((a, b) => Number(a.n) - Number(b.n));
      return found.map(({ n, text }, at) => part(text, n, at));
    };

    /** @type {Question} */
    const question = {
      id: quiz.id,
      kind,
      number: (one('.vx-quiz__number') || quiz).textContent || '',
      stem: copy(one('.vx-quiz__stem') || one('legend > span:last-child'), 'span'),
      intro: copies(one('.vx-quiz__intro')),
      note: (kind !== 'reflect' && (one('.vx-quiz__instruction') || make('p', '')).textContent) || '',
      parts: [],
      others: [],
      text: [],
      steps: [],
      hints: all('.vx-hint details', quiz).map((hint) => {
        const box = make('div', '');
        box.append(...copies(hint));
        return box;
      }),
      explanation: copies(one('.vx-explanation')),
    };
    if (kind === 'true-false') {
      question.parts = parts('.vx-statement', '.vx-statement__text');
      question.parts.forEach((row, at) => {
        row.letter = letter(at).toLowerCase();
        const first = document.createTreeWalker(row.text, NodeFilter.SHOW_TEXT).nextNode();
        if (first) first.textContent = (first.textContent || '').replace(/^\s*[a-z]\)\s*/, '');
      });
    } else if (kind === 'order') {
      // As the page came, before anybody put it in order.
      const scrambled = ((one('.vx-order') || quiz).getAttribute('data-order') || '').split(' ');
      question.parts = parts('.vx-order__item', 'label', false)
        .sort((a, b) => scrambled.indexOf(a.key) - scrambled.indexOf(b.key));
      question.parts.forEach((part, at) => (part.letter = letter(at)));
    } else if (kind === 'match') {
      question.parts = parts('.vx-match__row', 'label');
      question.parts.forEach((row, at) => (row.letter = String(at + 1)));
      question.others = parts('.vx-match__right > li', 'span:last-child', false);
    } else if (kind === 'fill') {
      let gaps = 0;
      question.text = all('.vx-fill', quiz).map((text) => {
        const block = copy(text);
        all('input', block).forEach((gap) => {
          const blank = make('span', 'vx-blank');
          blank.dataset.n = String(gaps++);
          gap.replaceWith(blank);
        });
        all('[class^=vx-]:not(.vx-blank)', block).forEach((extra) => extra.remove()); // marks of an answer
        return block;
      });
      question.parts = all('.vx-feedback > li', quiz).map((row, at) =>
        part(row.querySelector('span'), row.dataset.choice || '', at));
    } else if (kind === 'scenario') {
      question.steps = all('.vx-step', quiz).map((step) => ({
        id: step.id,
        title: (step.querySelector('.vx-step__title') || step).textContent || '',
        blocks: Array.from(step.children)
          .filter((block) => !/\bvx-/.test(block.className)).map((block) => copy(block)),
        ways: all('.vx-step__ways > li', step).map((way, at) => {
          const link = way.querySelector('a, button');
          const to = link ? link.getAttribute('href') || '' : '';
          return { ...part(link || way, `${step.id}-${at + 1}`, at), to: to.split('#').pop() || '' };
        }),
      }));
    } else if (kind !== 'reflect') {
      question.parts = parts('.vx-choice', 'label');
    }
    return question;
  };

  return { read, copy };
})();
