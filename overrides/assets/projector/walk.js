/* The way of a class through the slides: forth and back, into a story, to an answer and behind it. */
var VxWalk = (() => {
  'use strict';

  /** @typedef {ReturnType<typeof VxDeck.cut>} Slides */
  /** @typedef {NonNullable<ReturnType<typeof VxPlaces.recall>>} Place */

  /**
   * @param {ReturnType<typeof VxLive.live>} live
   * @param {() => void} turned another slide is to be seen @param {() => void} choose a way has to be chosen
   */
  const walk = (live, turned, choose) => {
    /** @type {Slides} */
    let slides = [];
    let at = 0;
    /** Ways taken through a story. @type {Place[]} */
    let path = [];
    let warned = -1;

    const slide = () => slides[at];
    /** @returns {Place} */
    const here = () => ({ unit: slides[at].unit, offset: slides[at].offset });

    /** The slide that now holds a place. @param {Place} where */
    const find = (where) => Math.max(0, slides.filter(({ unit, offset }) =>
      unit < where.unit || (unit === where.unit && offset <= where.offset)).length - 1);

    /** The first that is so. @param {(slide: Slides[0], index: number) => boolean} so */
    const first = (so) => slides.findIndex(so);

    /** An explanation waits until its question has been answered. @param {number} index */
    const shown = (index) => {
      const state = live.of(slides[index]);
      return slides[index].kind !== 'explain' || !state || state.done;
    };

    /** @param {number} to */
    const turn = (to) => {
      at = to;
      turned();
    };

    /** @param {number} to */
    const go = (to) => {
      let index = Math.max(0, Math.min(slides.length - 1, to));
      while (!shown(index)) index -= 1; // its question
      path = [];
      turn(index);
    };

    /** Another step of the story. @param {string} to */
    const take = (to) => {
      const index = first((one) => one.question === slide().question && one.step === to);
      if (index < 0) return;
      path.push(here());
      const state = live.of(slides[index]);
      const step = live.step(slides[index]);
      if (state && step && !step.ways.length) state.done = true; // told to its end
      turn(index);
    };

    /** One step of the answer; of a question on several slides it is read from the first. */
    const reveal = () => {
      const told = live.reveal(slide());
      const begin = first(({ question }) => question === slide().question);
      const state = live.of(slide());
      if (told && begin < at && state && state.done) go(begin);
      return told;
    };

    const forward = () => {
      if (reveal()) return;
      const { kind, last, question } = slide();
      const state = live.of(slide());
      const step = live.step(slide());
      if (step && kind === 'ask' && last && state) {
        const to = live.chosen(slide());
        if (to) return take(to);
        if (step.ways.length && warned !== at) {
          warned = at;
          return choose();
        }
        state.done = true;
        return go(first((one) => one.question === question && one.kind === 'explain'));
      }
      const next = first((_, index) => index > at && shown(index));
      if (next > 0) go(next);
    };

    const back = () => {
      const before = path.pop();
      const { kind, question } = slide();
      if (before) turn(find(before));
      // From behind a story one comes back to its beginning, from an explanation to the question.
      else go(kind === 'explain' && question && question.steps.length
        ? first((one) => one.question === question) : at - 1);
    };

    /** Slides cut anew. @param {Slides} cut @param {Place} [stood] the place to stay at */
    const set = (cut, stood) => {
      slides = cut;
      warned = -1;
      if (stood) at = find(stood);
    };

    return {
      slide, here, find, first, shown, go, take, reveal, forward, back, set,
      now: () => ({ at, slides }),
    };
  };

  return { walk };
})();
