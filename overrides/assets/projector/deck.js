/* Cuts the lesson on the page into slides: units of what it says, then as many slides as each needs. */
var VxDeck = (() => {
  'use strict';
  const { all, make } = VungXanh;
  const { word } = VxWords;
  const { copy } = VxQuestion;

  /** @typedef {ReturnType<typeof VxQuestion.read>} Question */
  /**
   * What belongs together. `kind`: title, text, ask, explain, help.
   * @typedef {{kind: string, section: string, over: string, title: Element, blocks: Element[],
   *   question: Question | null, step: string}} Unit
   */
  /**
   * `unit` and `offset` (letters of the unit on the slides before) say the place in the lesson,
   * whatever the size of the screen.
   * @typedef {{unit: number, offset: number, kind: string, section: string, anchors: string[], title: string,
   *   node: HTMLElement, question: Question | null, step: string, last: boolean, text: string}} Slide
   */

  /** Letters as a part of the height, the largest first; the last is what the last row can read. */
  const SIZES = [16, 20, 21.8, 23.5];
  const OURS = /(^|\s)vx-(?!scroll|help)/;

  /** The parts of the lesson in their order, out of any wrapper of questions. @param {Element} root @returns {Element[]} */
  const parts = (root) => Array.from(root.children).flatMap((one) => {
    if (one.nodeName === 'VX-QUIZ') return [one];
    if (one.querySelector('vx-quiz')) return parts(one);
    if (!(one.textContent || '').trim() && !one.querySelector('img')) return [];
    if (OURS.test(one.className) || one.matches('form, button, script, [role=status]')) return [];
    return [one.matches('.md-typeset__scrollwrap, .vx-scroll') ? one.querySelector('table') || one : one];
  });

  /** Nothing but a link: a way on for a reader, none for a room. @param {Element} block */
  const door = (block) => {
    const link = block.nodeName === 'P' && block.querySelector('a');
    return !!link && link.textContent === block.textContent;
  };

  /** @param {Element} lesson @param {boolean} sensitive @returns {Unit[]} */
  const units = (lesson, sensitive) => {
    const page = lesson.closest('.vx-page') || document.body;
    /** @param {string} selector */
    const text = (selector) => ((page.querySelector(selector) || lesson).textContent || '').trim();
    const name = text('h1');
    /** @type {Unit} */
    let unit = {
      kind: 'title', section: '', over: '', title: make('span', '', name), question: null, step: '',
      blocks: page.querySelector('.vx-head__who') ? [make('p', '', text('.vx-head__who'))] : [],
    };
    /** @type {Unit[]} */
    const found = [unit];
    let section = '';
    let heading = make('span', '', name);
    /** @param {Partial<Unit>} more */
    const begin = (more) => {
      unit = {
        kind: 'text', section, over: '', title: heading, blocks: [], question: null, step: '', ...more,
      };
      found.push(unit);
    };
    parts(lesson).forEach((one) => {
      const { kind, question } = unit;
      if (one.nodeName === 'H2') {
        section = one.id;
        heading = /** @type {HTMLElement} */ (copy(one, 'span'));
        begin({});
      } else if (one.nodeName === 'VX-QUIZ') {
        ask(one);
      } else if (one.matches('.vx-help')) {
        const title = one.querySelector('h2');
        section = (title && title.id) || section;
        begin({ kind: 'help', title: copy(title, 'span'), section });
        unit.blocks = Array.from(one.children).filter((block) => block !== title && !door(block)).map((block) => copy(block));
      } else {
        if (kind === 'title' || kind === 'help' || question) begin({});
        unit.blocks.push(copy(one));
      }
    });
    return found.filter((one) => one.kind === 'title' || one.question || !one.blocks.every((block) => /^H/.test(block.nodeName)));

    /** @param {Element} quiz */
    function ask(quiz) {
      const question = VxQuestion.read(quiz);
      const over = `${question.number} · ${question.note || heading.textContent}`;
      if (!question.steps.length) {
        begin({ kind: 'ask', over, title: question.stem, question, blocks: VxAsk.blocks(question, sensitive) });
      }
      question.steps.forEach((step, at) => {
        const blocks = at ? [] : VxAsk.blocks(question, sensitive);
        blocks.push(...step.blocks);
        if (step.ways.length) blocks.push(VxAsk.list(question, step.ways, !sensitive));
        const asked = question.stem.textContent || '';
        begin({ kind: 'ask', over: `${question.number} · ${asked}`, title: make('span', '', step.title), question, step: step.id, blocks });
      });
      const rights = /^(single|multiple)$/.test(question.kind) ? question.parts.filter((part) => part.right) : [];
      const answers = rights.map((part) => {
        const line = make('p', 'vx-slide__right', `✓ ${part.letter}. `);
        line.append(...part.text.cloneNode(true).childNodes);
        return line;
      });
      const title = word(question.kind === 'reflect' ? 'model' : 'explanation');
      begin({ kind: 'explain', over, title: make('span', '', title), question, blocks: [...answers, ...question.explanation] });
    }
  };

  /** @param {Element} block */
  const picture = (block) => (block.nodeName === 'IMG' ? block
    : (!(block.textContent || '').trim() || block.nodeName === 'FIGURE') && !block.matches('ol, ul, table') && block.querySelector('img'));

  /** An empty slide. @param {Unit} unit @param {number} size @param {boolean} on it goes on from the slide before */
  const blank = (unit, size, on) => {
    const node = make('section', `vx-slide vx-slide--${unit.kind}`);
    node.style.fontSize = `calc(var(--vx-h) / ${size})`;
    node.toggleAttribute('data-tight', size > SIZES[1]);
    const head = make('header', 'vx-slide__head');
    const rows = on && unit.question && unit.question.kind === 'match' && unit.kind === 'ask';
    if (unit.over && !rows) head.append(make('p', 'vx-slide__over', unit.over));
    const title = make('h2', `vx-slide__${rows ? 'over' : 'title'}`); // a long match needs the room
    title.append(...(rows ? [unit.over] : unit.title.cloneNode(true).childNodes));
    if (on) title.append(' ', make('span', 'vx-slide__on', word('continued')));
    head.append(title);
    const body = make('div', 'vx-slide__body');
    const text = make('div', 'vx-slide__text');
    body.append(text);
    node.append(head, body);
    return { node, body, text };
  };

  /** @param {Element} body @param {Element} image */
  const hang = (body, image) => {
    const frame = make('button', 'vx-slide__picture');
    frame.type = 'button';
    frame.setAttribute('aria-label', word('key_enlarge'));
    frame.append(image.cloneNode(true));
    body.append(frame);
  };

  /**
   * @param {Unit} unit @param {Element} sheet where slides are measured, as large as the room's
   * @returns {{node: HTMLElement, text: string, anchors: string[]}[]}
   */
  const slidesOf = (unit, sheet) => {
    const source = unit.blocks.map((block) => /** @type {Element} */ (block.cloneNode(true)));
    if (unit.question && unit.kind === 'ask' && unit.question.kind !== 'order') {
      const box = make('div', ''); // measured with all that will ever be shown on it
      box.append(...source);
      VxAsk.paint(box, unit.question, { votes: {}, counting: false, open: 9, done: true });
    }
    const pictures = source.filter(picture);

    /**
     * @param {number} size @param {boolean} whole on one slide, or not at all
     * @param {number} [share] of the height to be used @param {number} [from] the slide on which that begins
     */
    const fill = (size, whole, share = 1, from = 0) => {
      /** @type {{node: HTMLElement, text: string, anchors: string[]}[]} */
      const made = [];
      const queue = source.map((block) => /** @type {Element} */ (block.cloneNode(true)));
      let slide = blank(unit, size, false);
      let anchors = [unit.section];
      sheet.textContent = '';
      sheet.append(slide.node);
      const fits = () => {
        const { body, text } = slide;
        const room = body.getBoundingClientRect();
        const last = text.lastElementChild;
        const used = last ? last.getBoundingClientRect().bottom - room.top : 0;
        return used <= room.height * (made.length < from ? 1 : share) + 1 && body.scrollHeight <= body.clientHeight + 1 && text.scrollWidth <= text.clientWidth + 1 && slide.node.scrollHeight <= slide.node.clientHeight + 1;
      };
      const close = () => {
        const own = all('[data-anchor]', slide.text).map((one) => one.dataset.anchor || '');
        made.push({ node: slide.node, text: Array.from(slide.text.children, (one) => one.textContent).join(' '), anchors: own.length ? [unit.section, ...own] : anchors });
        if (own.length) anchors = [unit.section, own[own.length - 1]];
        slide.node.remove();
      };
      const next = () => {
        close();
        slide = blank(unit, size, true);
        sheet.append(slide.node);
      };
      if (whole && pictures.length) {
        if (pictures.length > 1 || pictures.length === queue.length) return null;
        slide.body.classList.add('vx-slide__body--two');
        const at = queue.findIndex(picture);
        hang(slide.body, /** @type {Element} */ (picture(queue.splice(at, 1)[0])));
      }
      while (queue.length) {
        const block = /** @type {Element} */ (queue.shift());
        const empty = !slide.text.children.length;
        const image = picture(block);
        if (image) {
          if (!empty) next();
          slide.node.classList.add('vx-slide--picture');
          hang(slide.body, image);
          if (queue.length) next();
          continue;
        }
        if (!empty && block.matches('.vx-ask--others')) next(); // all in sight of each other
        const left = VxPour.pour(slide.text, block, fits, !slide.text.children.length);
        if (!left) continue;
        if (whole) return null;
        if (empty && left === block) {
          if (block.matches('.vx-ask__match')) { // its answers alone fill a slide: they come after it
            queue.unshift(...Array.from(block.children).reverse());
            continue;
          }
          if (share < 1) return null;
          slide.text.append(block); // cannot be parted: shown as it is
          if (queue.length) next();
          continue;
        }
        queue.unshift(left);
        while (slide.text.children.length > 1 && VxPour.leads(slide.text.lastElementChild)) {
          const lead = /** @type {Element} */ (slide.text.lastElementChild);
          lead.remove();
          queue.unshift(lead);
        }
        next();
      }
      close();
      return made;
    };

    for (const size of SIZES.slice(0, pictures.length ? 2 : 4)) {
      const one = fill(size, true);
      if (one) return one;
    }
    const size = SIZES[unit.kind === 'ask' ? 3 : 1];
    const many = fill(size, false) || [];
    // As full as each other, or at least the last two, rather than one full and one bare.
    for (const from of [0, many.length - 2]) {
      for (const share of [0.55, 0.7, 0.85]) {
        const even = many.length > 1 && fill(size, false, share, from);
        if (even && even.length === many.length) return even;
      }
    }
    return many;
  };

  /** @param {Element} lesson @param {Element} sheet @param {boolean} sensitive @returns {Slide[]} */
  const cut = (lesson, sheet, sensitive) => {
    /** @type {Slide[]} */
    const slides = [];
    units(lesson, sensitive).forEach((unit, at) => {
      let offset = 0;
      const made = slidesOf(unit, sheet);
      made.forEach(({ node, text, anchors }, index) => {
        slides.push({
          unit: at, offset, kind: unit.kind, section: unit.section, anchors, node, step: unit.step,
          title: (unit.title.textContent || '') + (index ? ` ${word('continued')}` : ''),
          question: unit.question, last: index === made.length - 1, text,
        });
        offset += text.length || 1; // a picture has a place of its own
      });
    });
    sheet.textContent = '';
    return slides;
  };

  return { cut };
})();
