/* The projector view: the lesson on the page as slides. The address keeps the slide (#chieu=7). */
var VxProjector = (() => {
  'use strict';
  const { all, make } = VungXanh;
  const { word, button } = VxWords;

  const lesson = /** @type {HTMLElement | null} */ (document.querySelector('.vx-lesson[data-lesson]'));
  const name = (lesson && lesson.dataset.lesson) || '';
  const sensitive = !!lesson && lesson.hasAttribute('data-sensitive');
  const title = ((document.querySelector('.vx-page h1') || document.body).textContent || '').trim();

  /** @typedef {ReturnType<typeof VxDeck.cut>} Slides */
  /** @type {Slides} */
  let slides = [];
  let at = 0;
  let on = false;
  let blank = false;
  let typed = '';
  /** @typedef {NonNullable<ReturnType<typeof VxPlaces.recall>>} Place */
  /** Ways taken through a story. @type {Place[]} */
  let path = [];
  /** Where the class was. @type {Place | null} */
  let place = null;
  let unlisten = () => {};
  let resizing = 0;
  let hinted = 0;
  let warned = -1;

  const parts = VxStage.build(title, (act) => run(act));
  const { root, view, sheet, say } = parts;
  const live = VxLive.live(() => changed());
  const timer = VxTimer.timer(parts.clock, say, () => changed());
  /** The wire to the teacher's window, where there is one. */
  let tell = () => {};

  /** @returns {Place} */
  const here = () => ({ unit: slides[at].unit, offset: slides[at].offset });
  const keep = () => {
    place = here();
    if (!sensitive) VxPlaces.keep(name, at === 0 || at === slides.length - 1 ? null : place); // not begun, or over
  };

  /** The slide that now holds a place. @param {Place} where */
  const find = (where) => Math.max(0, slides.filter(({ unit, offset }) =>
    unit < where.unit || (unit === where.unit && offset <= where.offset)).length - 1);

  // Showing

  /** An explanation waits until its question has been answered. @param {number} index */
  const shown = (index) => {
    const slide = slides[index];
    const state = live.of(slide);
    return slide.kind !== 'explain' || !state || state.done;
  };

  const changed = () => {
    if (!on) return;
    asks();
    tell();
  };

  /** What can be done with the question, in the strip. */
  const asks = () => {
    const slide = slides[at];
    const state = live.of(slide);
    const focused = document.activeElement;
    const which = focused && focused.getAttribute('data-act');
    parts.asked.textContent = '';
    if (!state || !slide.question || slide.kind !== 'ask') return;
    /** @param {string} act @param {string} text */
    const offer = (act, text) => {
      const one = button('vx-tap--ask', text, () => run(act));
      one.dataset.act = act;
      parts.asked.append(one);
      if (act === which) one.focus();
    };
    const step = live.step(slide);
    if (slide.question.hints.length && !state.done && (!step || step.ways.length)) offer('hint', word('hint'));
    if (live.counted(slide) && !state.done) offer('count', word(state.counting ? 'count_done' : 'count'));
    if (live.closed(slide)) offer('reveal', word(slide.question.kind === 'reflect' ? 'model' : 'reveal'));
    else if (state.done && slide.question.kind !== 'scenario') offer('again', word('again'));
  };

  const show = () => {
    const slide = slides[at];
    parts.close();
    hinted = 0;
    view.textContent = '';
    live.paint(slide);
    view.append(slide.node);
    parts.number.textContent = `${at + 1}/${slides.length}`;
    say(`${at + 1}/${slides.length}. ${slide.title}`);
    history.replaceState(history.state, '', `#chieu=${at + 1}`);
    keep();
    changed();
  };

  /** @param {number} to */
  const go = (to) => {
    const last = slides.length - 1;
    let index = Math.max(0, Math.min(last, to));
    while (!shown(index)) index -= 1; // its question
    light();
    path = [];
    at = index;
    show();
  };

  /** Another step of the story. @param {string} to */
  const choose = (to) => {
    const slide = slides[at];
    const index = slides.findIndex((one) => one.question === slide.question && one.step === to);
    if (index < 0) return;
    path.push(here());
    at = index;
    const state = live.of(slides[at]);
    const step = live.step(slides[at]);
    if (state && step && !step.ways.length) state.done = true; // told to its end
    show();
  };

  /** One step of the answer; of a question on several slides it is read from the first. */
  const reveal = () => {
    const { question } = slides[at];
    const told = live.reveal(slides[at]);
    const first = slides.findIndex((slide) => slide.question === question);
    const state = live.of(slides[at]);
    if (told && first < at && state && state.done) go(first);
    return told;
  };

  const forward = () => {
    const slide = slides[at];
    if (reveal()) return;
    const state = live.of(slide);
    if (slide.step && slide.kind === 'ask' && slide.last && state) {
      const to = live.chosen(slide);
      if (to) return choose(to);
      const step = live.step(slide);
      if (step && step.ways.length && warned !== at) {
        warned = at;
        parts.tell(make('p', '', word('choose_first')));
        return;
      }
      state.done = true;
      return go(slides.findIndex((one) => one.question === slide.question && one.kind === 'explain'));
    }
    const next = slides.findIndex((_, index) => index > at && shown(index));
    if (next > 0) go(next);
  };

  const back = () => {
    const before = path.pop();
    if (before) {
      at = find(before);
      return show();
    }
    const slide = slides[at];
    let next = at - 1;
    // From behind a story one comes back to its beginning, from an explanation to the question.
    if (slide.kind === 'explain' && slide.question && slide.question.steps.length) {
      next = slides.findIndex((one) => one.question === slide.question);
    }
    go(next);
  };

  const light = () => {
    blank = false;
    root.removeAttribute('data-blank');
  };

  const overview = () => {
    const seen = slides.map((slide, index) => (shown(index) ? slide : null));
    const { list, current } = VxStage.cards(seen, at, go);
    parts.open('overview', [list], word('key_overview'), current);
  };

  /** @type {Record<string, () => unknown>} */
  const acts = {
    forward,
    back,
    overview,
    full: VxStage.full,
    timer: () => VxTimer.ask(parts, timer),
    keys: () => VxKeys.help(parts, sensitive),
    first: () => go(0),
    final: () => go(slides.length - 1),
    blank: () => {
      blank = !blank;
      root.toggleAttribute('data-blank', blank);
      say(blank ? word('blanked') : slides[at].title);
      changed();
    },
    reveal: () => {
      if (live.closed(slides[at]) && !reveal()) forward();
    },
    again: () => live.again(slides[at]),
    count: () => {
      live.count(slides[at]);
      const field = live.field(slides[at]);
      if (field && field.offsetParent) {
        field.focus();
        field.select();
      } else root.focus();
    },
    hint: () => {
      const found = live.hint(slides[at], hinted) || live.hint(slides[at], hinted = 0);
      hinted += 1;
      parts.tell(found);
    },
    escape: () => {
      if (parts.close()) return;
      if (document.activeElement instanceof HTMLInputElement) root.focus();
      else if (blank) acts.blank();
      else leave();
    },
    leave: () => leave(),
    enter: () => {
      const to = Number(typed);
      const field = document.activeElement;
      if (field instanceof HTMLInputElement && view.contains(field)) { // to the next count
        const fields = /** @type {HTMLInputElement[]} */ (all('.vx-ask__count', view));
        const next = fields[fields.indexOf(field) + 1];
        if (next) {
          next.focus();
          next.select();
        } else root.focus();
      } else if (to) go(to - 1);
      else if (view.querySelector('.vx-slide__picture')) parts.enlarge();
      else forward();
    },
  };

  /** @param {string} act */
  const run = (act) => {
    if (blank && act !== 'blank' && act !== 'escape') {
      light();
      changed();
      if (/forward|back/.test(act)) return; // the press that brings the picture back
    }
    const cards = parts.panel.dataset.kind === 'overview' && /forward|back/.test(act) && all('.vx-card-of', parts.panel);
    if (cards) { // from card to card
      const card = cards[cards.findIndex((one) => one === document.activeElement) + (act === 'back' ? -1 : 1)];
      if (card) card.focus();
    } else if (acts[act] && !(typed && act === 'escape')) acts[act]();
    typed = '';
    root.removeAttribute('data-typed');
  };

  // Coming and going

  const cut = () => {
    slides = VxDeck.cut(/** @type {HTMLElement} */ (lesson), sheet, sensitive);
  };

  /** @param {string} address its part after # */
  const start = (address) => {
    if (!lesson) return;
    const asked = /^#?chieu=(\d+)$/.exec(address);
    if (on) {
      if (asked && Number(asked[1]) !== at + 1) go(Number(asked[1]) - 1);
      return;
    }
    const section = VxPlaces.near(lesson);
    if (window.opener) VungXanh.load('room').catch(() => 0);
    on = true;
    document.body.append(root);
    document.documentElement.dataset.chieu = '';
    if (!/^#chieu/.test(location.hash)) history.pushState(history.state, '', '#chieu');
    cut();
    unlisten = VxKeys.listen(root, run, (digit) => {
      typed = (typed + digit).slice(-3);
      root.dataset.typed = typed;
    });
    const before = place || (sensitive ? null : VxPlaces.recall(name));
    if (asked) at = Number(asked[1]) - 1;
    else if (before && (!section || slides[find(before)].section === section)) at = find(before);
    else at = section ? Math.max(0, slides.findIndex((slide) => slide.section === section)) : 0;
    go(at);
    root.focus();
    if (!asked && before && at && !section) parts.tell(make('p', '', word('resumed')));
  };

  const leave = () => {
    if (!on) return;
    const { section } = slides[at];
    on = false;
    unlisten();
    light();
    parts.close();
    if (document.fullscreenElement) VxStage.full();
    root.remove();
    view.textContent = '';
    delete document.documentElement.dataset.chieu;
    history.replaceState(history.state, '', section ? `#${section}` : location.pathname + location.search);
    const heading = section && document.getElementById(section);
    if (heading) heading.scrollIntoView();
    const opener = /** @type {HTMLElement | null} */ (document.querySelector('button.vx-project:not([hidden])'));
    if (opener) opener.focus({ preventScroll: true });
    tell();
  };

  root.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (blank) {
      acts.blank();
      return;
    }
    const frame = target.closest('.vx-slide__picture, img');
    if (frame && view.contains(frame)) parts.enlarge(frame.querySelector('img') || frame);
    else if (view.contains(target)) {
      if (target.closest('[data-key]')) live.tap(slides[at], event, choose, parts.tell);
      else parts.close();
    } else if (parts.panel.dataset.kind === 'picture') parts.close();
  });
  view.addEventListener('input', (event) => live.type(slides[at], event));
  addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      // The keys of a tablet come and go while something is being typed.
      if (!on || document.activeElement instanceof HTMLInputElement) return;
      const stood = here();
      cut();
      at = find(stood);
      warned = -1;
      show();
    }, 150);
  });
  addEventListener('hashchange', () => {
    if (on && !/^#chieu/.test(location.hash)) leave();
  });

  return {
    name,
    start,
    run: (/** @type {string} */ act) => on && run(act),
    choose,
    live,
    timer,
    shown,
    go: (/** @type {number} */ n) => on && go(n - 1),
    /** What a teacher's window may know. */
    now: () => ({ on, at, slides, blank }),
    why: (/** @type {string} */ key) => parts.tell(live.why(slides[at], key)),
    hear: (/** @type {() => void} */ listener) => (tell = listener),
  };
})();
