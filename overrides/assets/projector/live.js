/* A question with the class: hands, one step of the answer after the other, ways through a story. */
var VxLive = (() => {
  'use strict';
  const { make } = VungXanh;
  const { word } = VxWords;

  /** @typedef {ReturnType<typeof VxDeck.cut>[0]} Slide */
  /** @typedef {ReturnType<typeof VxAsk.state>} State */

  /** @param {() => void} changed */
  const live = (changed) => {
    /** @type {Record<string, State>} */
    const states = {};
    /** @param {Slide} slide @returns {State | null} */
    const of = (slide) => (slide.question
      ? states[slide.question.id] || (states[slide.question.id] = VxAsk.state()) : null);

    /** The step of the story that is told here. @param {Slide} slide */
    const step = (slide) => slide.question && slide.question.steps.filter((one) => one.id === slide.step)[0];

    /** @param {Slide} slide */
    const counted = (slide) => !!slide.node.querySelector('.vx-hands');

    /** @param {Slide} slide */
    const paint = (slide) => {
      const state = of(slide);
      if (state && slide.question && slide.kind === 'ask') VxAsk.paint(slide.node, slide.question, state);
    };

    /** @param {Slide} slide @param {string} key @param {number} count */
    const vote = (slide, key, count) => {
      const state = of(slide);
      if (!state || !counted(slide)) return;
      state.votes[key] = Math.max(0, Math.min(99, Math.floor(count) || 0));
      paint(slide);
      changed();
    };

    /** @param {Slide} slide @param {boolean} [on] */
    const count = (slide, on) => {
      const state = of(slide);
      if (!state || !counted(slide) || state.done) return;
      state.counting = on === undefined ? !state.counting : on;
      paint(slide);
      changed();
    };

    /** May the answer be shown on this slide? @param {Slide} slide */
    const closed = (slide) => {
      const state = of(slide);
      const kind = slide.question ? slide.question.kind : '';
      return !!state && slide.kind === 'ask' && slide.last && !state.done && kind !== 'scenario';
    };

    /** One step of the answer; whether there was one to show here. @param {Slide} slide */
    const reveal = (slide) => {
      const state = of(slide);
      if (!state || !slide.question || !closed(slide)) return false;
      const { kind, parts } = slide.question;
      state.counting = false;
      if (kind === 'true-false') state.open += 1;
      state.done = kind !== 'true-false' || state.open >= parts.length;
      paint(slide);
      changed();
      return kind !== 'reflect'; // its answer is the next slide
    };

    /** Asked anew. @param {Slide} slide */
    const again = (slide) => {
      if (!slide.question) return;
      states[slide.question.id] = VxAsk.state();
      paint(slide);
      changed();
    };

    /** Where most hands went; nothing when they are level. @param {Slide} slide */
    const chosen = (slide) => {
      const state = of(slide);
      const here = step(slide);
      if (!state || !here) return '';
      const ways = here.ways.map((way) => ({ to: way.to, n: state.votes[way.key] || 0 }))
        .sort((a, b) => b.n - a.n);
      return ways.length && ways[0].n && (ways.length < 2 || ways[0].n > ways[1].n) ? ways[0].to : '';
    };

    /** @param {string} title @param {Element} text */
    const told = (title, text) => {
      const box = make('div', '');
      box.append(make('b', 'vx-panel__title', title), text.cloneNode(true));
      return box;
    };

    /** Why this choice? @param {Slide} slide @param {string} key */
    const why = (slide, key) => {
      const state = of(slide);
      if (!state || !slide.question) return null;
      const at = slide.question.parts.findIndex((part) => part.key === key);
      const part = slide.question.parts[at];
      if (!part || !part.feedback || !VxAsk.open(slide.question, state, at)) return null;
      return told(`${part.letter}. ${part.text.textContent}`, part.feedback);
    };

    /** @param {Slide} slide @param {number} at @returns {Element | null} */
    const hint = (slide, at) => {
      const found = slide.question && slide.kind === 'ask' && slide.question.hints[at];
      return found ? told(word('key_hint'), found) : null;
    };

    /** Taps on a slide. @param {Slide} slide @param {Event} event @param {(to: string) => void} choose @param {(box: Element | null) => void} tell */
    const tap = (slide, event, choose, tell) => {
      const target = /** @type {Element} */ (event.target);
      const row = /** @type {HTMLElement | null} */ (target.closest('[data-key]'));
      if (!row || !slide.question) return;
      const key = row.dataset.key || '';
      if (target.closest('.vx-hands')) return;
      if (slide.step) {
        if (!target.closest('.vx-ask__letter')) return;
        const here = step(slide);
        if (here) choose(here.ways.filter((way) => way.key === key)[0].to);
      } else tell(why(slide, key));
    };

    return { of, step, counted, paint, vote, count, closed, reveal, again, chosen, why, hint, tap };
  };

  return { live };
})();
