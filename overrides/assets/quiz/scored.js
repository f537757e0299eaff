/*
 * The life of a question that is marked.
 * States: open; missed (gone wrong, the right answer unseen); done. In a test nothing is told.
 */
{
  const { t } = VungXanh;
  const { kinds, grade, count } = VungXanh.quiz;

  VungXanh.quiz.control = (frame, chosen) => {
    const { quiz, form, answer, main, extra: reveal, result } = frame;
    const kind = kinds[quiz.dataset.type || 'single'](frame);
    let open = true;
    let testing = false;
    reveal.textContent = t('reveal');

    const ask = () => {
      if (!open) kind.clear();
      open = true;
      quiz.dataset.state = 'open';
      answer.hidden = true;
      reveal.hidden = true;
      main.type = 'submit';
      main.textContent = t('answer');
      main.setAttribute('aria-disabled', String(!!kind.missing(kind.read())));
      result.textContent = '';
    };

    /** @param {boolean} [revealed] */
    const settle = (revealed) => {
      const given = kind.read();
      const marks = kind.mark(given);
      const outcome = given.length ? grade(marks) : 'wrong';
      const ok = outcome === 'right';
      const shown = ok || !!kind.once || !!revealed;
      open = false;
      kind.clear();
      quiz.dataset.state = shown ? 'done' : 'missed';
      quiz.dataset.result = outcome;
      kind.paint(given, marks, shown);
      answer.hidden = !shown;
      reveal.hidden = shown;
      main.type = 'button'; // Enter in a choice must not start over
      main.textContent = t(shown ? 'again' : 'retry');
      main.removeAttribute('aria-disabled');
      result.textContent = ok ? t('right') : kind.words(marks, shown);
      count(frame.lesson);
      return outcome;
    };

    /** What is said of a choice may push the result off a small screen. */
    const attend = () => result.scrollIntoView({
      block: 'nearest',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });

    const keep = () => {
      const given = kind.read();
      if (given.length) frame.keep(given, quiz.dataset.result === 'right');
    };

    /** Shows what is kept. @param {unknown} [early] what was chosen before the script came stays */
    const sync = (early) => {
      const { c: kept, ok } = frame.recall();
      if (!open) kind.clear();
      if (early !== true || kept.length || !(frame.lesson || chosen)) kind.show(kept);
      if (kind.spelled && ok === true && grade(kind.mark(kept)) !== 'right') kind.show(kind.key());
      delete quiz.dataset.result;
      if (kept.length && !kind.missing(kind.read())) settle();
      else {
        if (kept.length) kind.show([]);
        ask();
      }
      count(frame.lesson);
    };

    ['change', 'input'].forEach((name) => form.addEventListener(name, ask));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!open || testing) return;
      const missing = kind.missing(kind.read());
      if (missing) result.textContent = t(missing);
      else {
        settle();
        keep();
      }
      attend();
    });
    main.addEventListener('click', (event) => {
      if (open) return;
      event.preventDefault(); // the button is about to be a submit button again
      const given = kind.read();
      const marks = kind.mark(given);
      if (quiz.dataset.state === 'done') kind.show([]);
      const field = kind.retry(given, quiz.dataset.state === 'done' ? [] : marks);
      ask();
      if (field) field.focus();
    });
    reveal.addEventListener('click', () => {
      settle(true);
      attend();
      main.focus({ preventScroll: true });
    });
    document.addEventListener('vx-answers', () => {
      testing = false;
      sync();
    });
    // No trace of a sensitive lesson for whoever presses Back.
    if (!frame.lesson) addEventListener('pagehide', sync);

    sync(true);
    answer.before(frame.actions);
    return {
      scored: true,
      key: kind.key,
      full: () => !kind.missing(kind.read()),
      read: kind.read,
      test: (on, given = []) => {
        testing = on;
        if (on) {
          kind.show(given);
          ask();
        } else sync();
      },
      finish: () => {
        testing = false;
        const answered = kind.read().length;
        const outcome = settle(true);
        keep();
        return answered ? outcome : 'none';
      },
    };
  };
}
