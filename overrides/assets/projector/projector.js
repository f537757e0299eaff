/* The projector view: the lesson on the page as slides. The address keeps the slide (#chieu=7). */
var VxProjector = (() => {
  'use strict';
  const { all, make } = VungXanh;
  const { word, button } = VxWords;

  const lesson = /** @type {HTMLElement | null} */ (document.querySelector('.vx-lesson[data-lesson]'));
  const name = (lesson && lesson.dataset.lesson) || '';
  const sensitive = !!lesson && lesson.hasAttribute('data-sensitive');
  const title = ((document.querySelector('.vx-page h1') || document.body).textContent || '').trim();

  let on = false;
  let blank = false;
  let typed = '';
  /** Where the class was. @type {ReturnType<typeof VxPlaces.recall>} */
  let place = null;
  let unlisten = () => {};
  let resizing = 0;
  let hinted = 0;

  const stage = VxStage.build(title, (act) => run(act));
  const { root, view, sheet, say } = stage;
  const live = VxLive.live(() => changed());
  const timer = VxTimer.timer(stage.clock, say, () => changed());
  const walk = VxWalk.walk(live, () => {
    light();
    show();
  }, () => stage.tell(make('p', '', word('choose_first'))));
  /** The wire to the teacher's window, where there is one. */
  let tell = () => {};

  // Showing

  const changed = () => {
    if (!on) return;
    asks();
    tell();
  };

  /** What can be done with the question, in the strip. */
  const asks = () => {
    const slide = walk.slide();
    const { question, kind } = slide;
    const state = live.of(slide);
    const focused = document.activeElement;
    const which = focused && focused.getAttribute('data-act');
    stage.asked.textContent = '';
    if (!state || !question || kind !== 'ask') return;
    /** @param {string} act @param {string} text */
    const offer = (act, text) => {
      const one = button('vx-tap--ask', text, () => run(act));
      one.dataset.act = act;
      stage.asked.append(one);
      if (act === which) one.focus();
    };
    const step = live.step(slide);
    if (question.hints.length && !state.done && (!step || step.ways.length)) offer('hint', word('key_hint'));
    if (live.counted(slide) && !state.done) offer('count', word(state.counting ? 'count_done' : 'key_count'));
    if (live.closed(slide)) offer('reveal', word(question.kind === 'reflect' ? 'model' : 'reveal'));
    else if (state.done && question.kind !== 'scenario') offer('again', word('again'));
  };

  const show = () => {
    const { at, slides } = walk.now();
    const slide = slides[at];
    const number = `${at + 1}/${slides.length}`;
    stage.close();
    hinted = 0;
    view.textContent = '';
    live.paint(slide);
    view.append(slide.node);
    stage.number.textContent = number;
    say(`${number}. ${slide.title}`);
    history.replaceState(history.state, '', `#chieu=${at + 1}`);
    place = walk.here();
    if (!sensitive) VxPlaces.keep(name, at === 0 || at === slides.length - 1 ? null : place); // not begun, or over
    changed();
  };

  const light = () => {
    blank = false;
    root.removeAttribute('data-blank');
  };

  // What a key, a button or the teacher's window asks for

  /** Into a field for hands, or out of them all. @param {Element | undefined} field */
  const into = (field) => {
    if (!(field instanceof HTMLInputElement) || !field.offsetParent) return root.focus();
    field.focus();
    field.select();
  };

  /** Loaded when it is asked for. @param {() => void} open */
  const panel = (open) => () => VungXanh.load('panels').then(() => on && open(), () => 0);

  /** @type {Record<string, () => unknown>} */
  const acts = {
    forward: walk.forward,
    back: walk.back,
    overview: panel(() => {
      const { at, slides } = walk.now();
      VxPanels.overview(stage, slides.map((slide, index) => (walk.shown(index) ? slide : null)), at, walk.go);
    }),
    timer: panel(() => VxPanels.timer(stage, timer)),
    keys: panel(() => VxPanels.keys(stage, sensitive)),
    full: VxStage.full,
    enlarge: () => stage.enlarge(),
    first: () => walk.go(0),
    final: () => walk.go(Infinity),
    blank: () => {
      blank = !blank;
      root.toggleAttribute('data-blank', blank);
      say(blank ? word('blanked') : walk.slide().title);
      changed();
    },
    reveal: () => {
      if (live.closed(walk.slide()) && !walk.reveal()) walk.forward();
    },
    again: () => live.again(walk.slide()),
    count: () => {
      live.count(walk.slide());
      into(all('.vx-hands input', view)[0]);
    },
    hint: () => {
      const slide = walk.slide();
      const found = live.hint(slide, hinted) || live.hint(slide, hinted = 0);
      hinted += 1;
      stage.tell(found);
    },
    escape: () => {
      if (stage.close()) return;
      if (document.activeElement instanceof HTMLInputElement) root.focus();
      else if (blank) acts.blank();
      else leave();
    },
    leave: () => leave(),
    enter: () => {
      const to = Number(typed);
      const fields = all('.vx-hands input', view);
      const at = fields.findIndex((one) => one === document.activeElement);
      if (at >= 0) into(fields[at + 1]); // to the next count
      else if (to) walk.go(to - 1);
      else walk.forward();
    },
  };

  /** @param {string} act */
  const run = (act) => {
    if (blank && act !== 'blank' && act !== 'escape') {
      light();
      changed();
      if (/forward|back|enter/.test(act)) return; // the press that brings the picture back
    }
    const cards = stage.panel.dataset.kind === 'overview' && /forward|back/.test(act) && all('.vx-card-of', stage.panel);
    if (cards) { // from card to card
      const card = cards[cards.findIndex((one) => one === document.activeElement) + (act === 'back' ? -1 : 1)];
      if (card) card.focus();
    } else if (acts[act] && !(typed && act === 'escape')) acts[act]();
    typed = '';
    root.removeAttribute('data-typed');
  };

  // Coming and going

  const cut = () => VxDeck.cut(/** @type {HTMLElement} */ (lesson), sheet, sensitive);

  /** @param {string} address its part after # */
  const start = (address) => {
    if (!lesson) return;
    const asked = /^#?chieu=(\d+)$/.exec(address);
    if (on) {
      if (asked && Number(asked[1]) !== walk.now().at + 1) walk.go(Number(asked[1]) - 1);
      return;
    }
    const section = VxPlaces.near(lesson);
    if (window.opener) VungXanh.load('room').catch(() => 0);
    on = true;
    document.body.append(root);
    document.documentElement.dataset.chieu = '';
    if (!/^#chieu/.test(location.hash)) history.pushState(history.state, '', '#chieu');
    walk.set(cut());
    unlisten = VxKeys.listen(root, run, (digit) => {
      typed = (typed + digit).slice(-3);
      root.dataset.typed = typed;
    });
    const before = place || (sensitive ? null : VxPlaces.recall(name));
    const stood = before ? walk.find(before) : 0;
    const resumed = !asked && stood && (!section || walk.now().slides[stood].section === section);
    walk.go(asked ? Number(asked[1]) - 1 : resumed ? stood : section ? walk.first((slide) => slide.section === section) : 0);
    root.focus();
    if (resumed && !section) stage.tell(make('p', '', word('resumed')));
  };

  const leave = () => {
    if (!on) return;
    const { section } = walk.slide();
    on = false;
    unlisten();
    light();
    stage.close();
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
    if (frame && view.contains(frame)) {
      if (event.detail) root.focus(); // by hand: the next key turns the slide, and does not enlarge again
      stage.enlarge(frame.querySelector('img') || frame);
    } else if (view.contains(target)) {
      if (target.closest('[data-key]')) live.tap(walk.slide(), event, walk.take, stage.tell);
      else stage.close();
    } else if (stage.panel.dataset.kind === 'picture') stage.close();
  });
  VxHands.listen(view, (key, count) => live.vote(walk.slide(), key, count));
  addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      // The keys of a tablet come and go while something is being typed.
      if (!on || document.activeElement instanceof HTMLInputElement) return;
      const stood = walk.here();
      walk.set(cut(), stood);
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
    choose: walk.take,
    live,
    timer,
    shown: walk.shown,
    go: (/** @type {number} */ n) => on && walk.go(n - 1),
    /** What a teacher's window may know. */
    now: () => ({ on, blank, ...walk.now() }),
    why: (/** @type {string} */ key) => stage.tell(live.why(walk.slide(), key)),
    hear: (/** @type {() => void} */ listener) => (tell = listener),
  };
})();
