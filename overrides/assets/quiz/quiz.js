/*
 * <vx-quiz>: makes the form in the page a question that can be answered, shortly before it comes
 * into sight: so that a page of forty opens as quickly as one of four.
 */
{
  const { t, all, load, status, get, TESTS } = VungXanh;
  const { frame, control, loose, kinds, count } = VungXanh.quiz;

  const SLICE = 8; // milliseconds
  /** @type {WeakMap<Element, VxControl | null>} */
  const done = new WeakMap();
  /** @type {HTMLElement[]} those coming into sight */
  const near = [];
  const waiting = () => all('vx-quiz').filter((quiz) => !quiz.dataset.state && !done.has(quiz));

  /** @param {HTMLElement} quiz @param {boolean} [chosen] in it, just now */
  const promote = (quiz, chosen = false) => {
    if (done.has(quiz)) return;
    done.set(quiz, null);
    watcher.unobserve(quiz);
    const type = quiz.dataset.type || 'single';
    if (loose[type]) loose[type](frame(quiz));
    else if (kinds[type]) done.set(quiz, control(frame(quiz), chosen));
  };

  let pressed = false;
  const slice = () => {
    if (pressed) return setTimeout(slice, 50);
    const start = performance.now();
    while (near.length && performance.now() - start < SLICE) promote(/** @type {HTMLElement} */ (near.shift()));
    return near.length && setTimeout(slice);
  };

  const watcher = new IntersectionObserver((entries) => {
    const idle = !near.length;
    entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => near.push(/** @type {HTMLElement} */ (target)));
    if (idle && near.length) slice();
  }, { rootMargin: '600px 0px' });

  const flush = () => waiting().forEach((quiz) => promote(quiz));

  Object.assign(VungXanh.quiz, {
    flush,
    of: (/** @type {Element} */ quiz) => done.get(quiz) || undefined,
    answerOf: (/** @type {HTMLElement} */ quiz) => {
      promote(quiz);
      const found = done.get(quiz);
      return found ? found.key() : [];
    },
  });

  customElements.define('vx-quiz', class extends HTMLElement {
    connectedCallback() {
      // A copy of a promoted one, as on slides, is its maker's business.
      if (this.dataset.state || done.has(this)) return;
      watcher.observe(this);
      count(/** @type {HTMLElement | null} */ (this.closest('.vx-lesson')));
    }
  });
  document.addEventListener('vx-answers', () => all('.vx-lesson').forEach(count));
  addEventListener('beforeprint', flush);
  /* Waking moves the fields into a form: in the middle of a press the browser would lose the click. */
  ['pointerup', 'pointercancel'].forEach((name) => addEventListener(name, () => setTimeout(() => (pressed = false)), true));
  addEventListener('pointerdown', () => (pressed = true), true);
  ['change', 'focusin', 'click'].forEach((name) => document.addEventListener(name, ({ target, type }) => {
    const quiz = target instanceof Element && target.closest('vx-quiz');
    if (!(quiz instanceof HTMLElement) || quiz.dataset.state) return;
    if (type === 'click') setTimeout(() => promote(quiz));
    else if (type === 'change' || !pressed) promote(quiz, type === 'change');
  }, true));

  /** @type {HTMLButtonElement[]} */ (all('.vx-selftest button')).forEach((button) => {
    const message = status(button);
    const run = (offer = false) => load('selftest').then(
      () => VungXanh.quiz.selfTest(button, message, offer),
      () => (message.textContent = t('load_failed')),
    );
    button.addEventListener('click', () => run());
    button.hidden = false;
    // Of a sensitive lesson nothing is kept, and nothing read.
    if (button.closest('.vx-lesson:not([data-sensitive])') && get(TESTS)) run(true);
  });
}
