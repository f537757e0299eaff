/* The teacher's desk: what the room sees, what comes next, notes, clock, hands. Only ever in this window. */
var VxDesk = (() => {
  'use strict';
  const { t, all, make } = VungXanh;

  /** @typedef {{key: string, letter: string, text: string, right: boolean, shown: boolean, why: boolean, to: string, place: string, votes: number}} Part */
  /** @typedef {{kind: string, counted: boolean, closed: boolean, done: boolean, hints: number, parts: Part[]}} Ask */
  /** @typedef {{kind: string, title: string, text: string}} Brief */
  /** @typedef {{n: number, all: number, blank: boolean, anchors: string[], now: Brief, next: Brief | null, timer: number, ask: Ask | null, titles: (string | null)[]}} State */
  /** @typedef {(does: string, value?: string | number, key?: string) => void} Send */

  /** @param {string} key @param {Record<string, string | number>} [values] */
  const word = (key, values) => t(`teacher.${key}`, values);

  /** @param {string} key @param {() => void} act @param {boolean} [main] */
  const button = (key, act, main) => {
    const one = make('button', `vx-button${main ? ' vx-button--main' : ''}`, word(key));
    one.type = 'button';
    one.addEventListener('click', act);
    return one;
  };

  /** @param {string} name @param {string} heading */
  const section = (name, heading) => {
    const box = make('section', `vx-desk__${name}`);
    const body = make('div', '');
    box.append(make('h2', '', word(heading)), body);
    return { box, body, head: /** @type {HTMLElement} */ (box.firstChild) };
  };

  /** @param {HTMLElement} teach the page @param {Send} send @param {{open: () => void, leave: () => void}} does */
  const desk = (teach, send, does) => {
    const activities = all('.vx-activity[data-minutes]', teach).map((node) =>
      ({ name: node.dataset.name || '', minutes: Number(node.dataset.minutes) || 0, node }));
    const notes = all('.vx-teacher-note[data-section]', teach);
    const clock = activities.length ? VxClock.clock(activities, `vung-xanh-gio-${teach.dataset.lesson}`) : null;

    const root = make('div', 'vx-desk md-typeset');
    root.setAttribute('role', 'main');
    const wire = make('p', 'vx-desk__wire');
    const said = make('span', '');
    said.setAttribute('role', 'status');
    const again = button('reopen', does.open, true);
    const project = button('project', () => send('start'), true);
    wire.append(said, again, project, button('leave', does.leave));
    const now = section('now', 'now');
    const turn = make('p', 'vx-desk__turn');
    turn.append(button('back', () => send('act', 'back')), button('forward', () => send('act', 'forward'), true), button('blank', () => send('act', 'blank')));
    const ask = make('div', 'vx-desk__ask');
    now.box.append(turn, ask);
    const next = section('next', 'next');
    const list = make('select', 'vx-desk__list');
    list.addEventListener('change', () => send('go', Number(list.value)));
    const jump = make('label', 'vx-desk__jump', word('go_to'));
    jump.append(list);
    next.box.append(jump);
    const time = section('time', 'time');
    const note = section('notes', 'notes');
    const timer = section('timer', 'timer');
    const left = make('div', '');
    left.append(now.box, next.box);
    const right = make('div', '');
    if (clock) right.append(time.box);
    right.append(note.box, timer.box);
    root.append(make('h1', 'vx-unseen', word('desk', { title: teach.dataset.title || '' })), wire, left, right);

    const begin = make('button', 'vx-button', word('show_timer'));
    const running = make('b', 'vx-desk__running');
    const { box: form, input: minutes } = VxMinutes.form(begin, (seconds) => send('timer', seconds));
    form.append(button('hide_timer', () => send('timer', 0)), running);
    timer.body.append(form);

    // The clock

    const activity = make('p', 'vx-desk__activity');
    const rest = make('p', 'vx-desk__left');
    const lesson = make('p', '');
    const plan = make('details', 'vx-desk__plan');
    const onward = button('next_activity', () => shift(1));
    const start = button('start', () => {
      if (clock) clock.toggle();
      tick();
    }, true);
    const clocks = make('p', '');
    clocks.append(start, button('more', () => {
      if (clock) clock.more();
      tick();
    }), onward, button('last_activity', () => shift(-1)));
    time.body.append(activity, rest, lesson, clocks, plan);

    /** @param {number} by */
    const shift = (by) => {
      if (clock) clock.move(by);
      planned();
      tick();
    };
    const planned = () => {
      if (!clock) return;
      const { node, minutes: length } = activities[clock.index()];
      minutes.value = String(length);
      plan.textContent = '';
      plan.append(make('summary', '', word('plan')), ...Array.from(node.children).filter((one) => one.nodeName !== 'H3')
        .map((one) => one.cloneNode(true)));
    };
    const tick = () => {
      if (!clock) return;
      const at = clock.index();
      activity.textContent = word('activity', { n: at + 1, all: activities.length, name: activities[at].name });
      rest.textContent = VxTime.text(clock.left());
      rest.toggleAttribute('data-over', clock.left() < 0);
      lesson.textContent = word('lesson_left', { time: VxTime.text(clock.lesson()) });
      start.textContent = word(clock.running() ? 'pause' : 'start');
      onward.disabled = at === activities.length - 1;
    };
    planned();
    tick();
    setInterval(tick, 500);

    // What the room shows

    /** @param {Part} part @param {Ask} asked @param {number} at */
    const row = (part, asked, at) => {
      const item = make('li', 'vx-desk__part');
      item.dataset.key = part.key;
      const text = make('span', 'vx-desk__text', `${part.letter}. ${part.text}${part.place && ` → ${part.place}`}`);
      if (/^(single|multiple|true-false)$/.test(asked.kind)) {
        text.append(make('b', '', ` ${part.right ? '✓' : '✕'} ${word(part.right ? 'right' : 'wrong')}`));
      }
      item.append(text);
      if (asked.counted) item.append(VxHands.field(part.letter, 'vx-button'));
      if (part.to) item.append(button('choose', () => send('choose', part.to)));
      else if (part.why) {
        const why = button('why', () => send('why', part.key));
        why.dataset.at = String(at);
        item.append(why);
      }
      return item;
    };

    VxHands.listen(ask, (key, count) => send('vote', count, key));
    let drawn = '';
    /** @param {Ask | null} asked */
    const question = (asked) => {
      // Drawn once a question: what is being typed stays where it is.
      const shape = asked ? JSON.stringify([asked.kind, asked.counted, asked.parts.map((part) => [part.key, part.text])]) : '';
      if (shape !== drawn) {
        drawn = shape;
        ask.textContent = '';
        if (!asked) return;
        const list = make('ol', 'vx-desk__parts');
        list.append(...asked.parts.map((part, at) => row(part, asked, at)));
        const acts = make('p', 'vx-desk__turn');
        [['reveal', 'closed'], ['hint', 'hints'], ['count', 'counted'], ['again', 'done']].forEach(([act, when]) => {
          const one = button(act, () => send('act', act), act === 'reveal');
          one.dataset.when = when;
          acts.append(one);
        });
        ask.append(list, acts);
      }
      if (!asked) return;
      asked.parts.forEach((part, at) => {
        const item = all('.vx-desk__part', ask)[at];
        VxHands.show(item, part.votes);
        const why = /** @type {HTMLButtonElement | null} */ (item.querySelector('[data-at]'));
        if (why) why.disabled = !part.shown;
      });
      all('[data-when]', ask).forEach((one) => {
        const { when } = one.dataset;
        one.hidden = !(when === 'counted' ? asked.counted && !asked.done : asked[/** @type {'closed'} */ (when)]);
      });
    };

    /** @param {HTMLElement} body @param {Brief | null} brief */
    const tell = (body, brief) => {
      body.textContent = '';
      if (brief) body.append(make('p', 'vx-desk__title', brief.title), make('p', '', brief.kind === 'ask' ? '' : brief.text));
      else body.append(make('p', '', word('last')));
    };

    let noted = '';
    /** @param {State} state */
    const show = (state) => {
      now.head.textContent = word('now_at', { n: state.n, all: state.all });
      tell(now.body, state.now);
      if (state.blank) now.body.append(make('p', 'vx-desk__dark', word('dark')));
      tell(next.body, state.next);
      question(state.ask);
      const titles = state.titles.map((title, at) => ({ title, n: at + 1 })).filter((one) => one.title !== null);
      if (titles.length !== list.options.length) {
        list.textContent = '';
        list.append(...titles.map(({ title, n }) => new Option(`${n}. ${title}`, String(n))));
      }
      if (document.activeElement !== list || list.value !== String(state.n)) list.value = String(state.n);
      running.textContent = state.timer < 0 ? '' : VxTime.text(state.timer);
      const here = state.anchors.join(' ');
      if (here === noted) return;
      noted = here;
      const found = notes.filter((one) => state.anchors.includes(one.dataset.section || ''));
      note.body.textContent = '';
      found.forEach((one) => note.body.append(...Array.from(one.children).filter((part) => part.nodeName !== 'H3')
        .map((part) => part.cloneNode(true))));
      if (!found.length) note.body.append(make('p', '', word('no_notes')));
    };

    /** How the wire is. @param {'opening' | 'on' | 'page' | 'gone' | 'silent' | 'refused'} how */
    const wired = (how) => {
      if (root.dataset.wire === how) return;
      root.dataset.wire = how;
      said.textContent = word(`wire_${how}`);
      again.hidden = how === 'on' || how === 'page';
      project.hidden = how !== 'page';
    };

    return { root, show, wired };
  };

  return { desk, word };
})();
