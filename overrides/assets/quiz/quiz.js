/*
 * <vx-quiz>: makes the form in the page a question that can be answered.
 * States: open; missed (a single choice gone wrong, the right one unseen); done.
 */
{
  const { t, all, make, status, notice, keeps, recall, keep } = VungXanh;

  /** At the end of the lesson's quizzes. @param {Element} lesson */
  const count = (lesson) => {
    const quizzes = all('vx-quiz', lesson);
    const line = lesson.querySelector('.vx-score') || status(quizzes[quizzes.length - 1]);
    line.classList.add('vx-score');
    const answered = quizzes.filter((quiz) => quiz.dataset.result);
    const right = answered.filter((quiz) => quiz.dataset.result === 'right').length;
    const text = answered.length ? t('score', { right, all: quizzes.length }) : '';
    if (line.textContent !== text) line.textContent = text;
  };

  /** @param {HTMLElement} quiz */
  const promote = (quiz) => {
    const form = quiz.querySelector('form');
    const answer = quiz.querySelector('.vx-answer');
    if (!form || !answer) throw new Error(`vx-quiz ${quiz.id}: no form or no .vx-answer`);

    /** Null where nothing may be kept. */
    const lesson = quiz.closest('.vx-lesson[data-lesson]:not([data-sensitive])');
    const name = (lesson && lesson.getAttribute('data-lesson')) || '';
    const digest = quiz.dataset.digest || '';
    const single = quiz.dataset.type !== 'multiple';
    const inputs = /** @type {HTMLInputElement[]} */ (all('.vx-choice input', form));
    const items = all('.vx-feedback > li', answer);
    const details = answer.querySelector('details');
    const explanation = answer.querySelector('.vx-explanation');
    const summary = answer.querySelector('summary');

    /** @param {HTMLInputElement} input */
    const itemOf = (input) => items.filter((item) => item.dataset.choice === input.value)[0];
    /** @param {HTMLInputElement} input */
    const isRight = (input) => itemOf(input).hasAttribute('data-right');

    // The explanation stands open below the question; the other choices on demand.
    if (explanation) answer.prepend(explanation);
    if (summary) summary.textContent = t('others');
    const main = make('button', 'vx-button vx-button--main');
    const reveal = make('button', 'vx-button', t('reveal'));
    reveal.type = 'button';
    const actions = make('div', 'vx-quiz__actions');
    actions.append(main, reveal);
    const result = status(reveal);
    result.classList.add('vx-quiz__result');

    let open = true;

    const clear = () => {
      all('.vx-choice__feedback', form).forEach((box) => box.remove());
      inputs.forEach((input) => input.removeAttribute('aria-describedby'));
    };

    const ask = () => {
      open = true;
      clear();
      quiz.dataset.state = 'open';
      answer.toggleAttribute('hidden', true);
      reveal.hidden = true;
      main.type = 'submit';
      main.textContent = t('answer');
      main.setAttribute('aria-disabled', String(!inputs.some((input) => input.checked)));
      result.textContent = '';
    };

    /** @param {HTMLInputElement} input */
    const mark = (input) => {
      const item = itemOf(input);
      const box = make('div', 'vx-choice__feedback');
      const word = item.querySelector('.vx-mark');
      const text = item.querySelector('.vx-feedback__text');
      box.id = `${input.id}-phan-hoi`;
      box.toggleAttribute('data-right', isRight(input));
      box.append(make('span', 'vx-mark', input.checked ? (word && word.textContent) || '' : t('missed')));
      if (text) box.append(text.cloneNode(true));
      /** @type {Element} */ (input.closest('.vx-choice')).append(box);
      input.setAttribute('aria-describedby', box.id);
    };

    /** @param {boolean} ok @param {boolean} shown */
    const sentence = (ok, shown) => {
      const rights = inputs.filter(isRight);
      if (ok) return t('right');
      if (single) {
        return shown
          ? t('revealed', { choice: rights.map((input) => (input.labels || [])[0].textContent).join() })
          : t('wrong');
      }
      const found = rights.filter((input) => input.checked).length;
      const wrong = inputs.filter((input) => input.checked).length - found;
      return t(wrong ? 'partial_wrong' : 'partial', { found, all: rights.length, wrong });
    };

    /** @param {boolean} [revealed] */
    const settle = (revealed) => {
      const ok = inputs.every((input) => input.checked === isRight(input));
      const shown = ok || !single || !!revealed;
      open = false;
      clear();
      quiz.dataset.state = shown ? 'done' : 'missed';
      quiz.dataset.result = ok ? 'right' : 'wrong';
      inputs.filter((input) => input.checked || (shown && isRight(input))).forEach(mark);
      items.forEach((item) => (item.hidden = inputs.some(
        (input) => itemOf(input) === item && input.hasAttribute('aria-describedby'))));
      if (details) details.hidden = items.every((item) => item.hidden);
      answer.toggleAttribute('hidden', !shown);
      reveal.hidden = shown;
      main.type = 'button'; // Enter in a choice must not start over
      main.textContent = t(shown ? 'again' : 'retry');
      main.removeAttribute('aria-disabled');
      result.textContent = sentence(ok, shown);
      if (lesson) count(lesson);
      return ok;
    };

    /** Shows what is kept. */
    const sync = () => {
      const kept = lesson ? recall(name, quiz.id, digest) : null;
      inputs.forEach((input) => (input.checked = !!kept && kept.c.includes(Number(input.value))));
      delete quiz.dataset.result;
      if (inputs.some((input) => input.checked)) settle();
      else ask();
      if (lesson) count(lesson);
    };

    form.addEventListener('change', ask);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!open) return;
      const chosen = inputs.filter((input) => input.checked);
      if (!chosen.length) {
        result.textContent = t(single ? 'choose_one' : 'choose_some');
        return;
      }
      const ok = settle();
      const c = chosen.map((input) => Number(input.value));
      if (lesson && !keep(name, quiz.id, { d: digest, c, ok })) notice(quiz);
    });
    main.addEventListener('click', (event) => {
      if (open) return;
      event.preventDefault(); // the button is about to be a submit button again
      inputs.forEach((input) => (input.checked = false));
      ask();
      inputs[0].focus();
    });
    reveal.addEventListener('click', () => {
      settle(true);
      main.focus();
    });
    document.addEventListener('vx-answers', sync);
    // No trace of a sensitive lesson for whoever presses Back.
    if (!lesson) addEventListener('pagehide', sync);

    form.autocomplete = 'off';
    if (lesson && !keeps()) notice(quiz);
    sync();
    answer.before(actions);
  };

  customElements.define('vx-quiz', class extends HTMLElement {
    connectedCallback() {
      if (!this.dataset.state) promote(this);
    }
  });
}
