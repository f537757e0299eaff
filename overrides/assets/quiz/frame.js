/* What every question has, whatever its kind: places, buttons, notes, memory. */
{
  const { all, make, status, notice, keeps, recall, keep, seed } = VungXanh;

  /** Choices in an order of the learner's own, which stays. @param {HTMLElement} quiz @param {HTMLElement | null} lesson */
  const shuffle = (quiz, lesson) => {
    const rows = all('.vx-choice, .vx-statement', quiz);
    if (!quiz.hasAttribute('data-shuffle') || !rows.length) return;
    let random = lesson ? seed() : Math.floor(Math.random() * 1e9);
    Array.from(quiz.id).forEach((letter) => (random = (random * 31 + letter.charCodeAt(0)) % 2147483647));
    const end = document.createComment('');
    rows[rows.length - 1].after(end);
    for (let left = rows.length; left; left -= 1) {
      random = (random * 48271 + 11) % 2147483647; // Lehmer's, with a push for 0
      const [row] = rows.splice(random % left, 1);
      end.before(row);
    }
    all('.vx-statement__text', quiz).forEach(({ firstChild }, at) => {
      const text = firstChild && firstChild.nodeValue;
      if (text) firstChild.nodeValue = text.replace(/^\w\)/, `${'abcdefgh'[at]})`);
    });
  };

  /** @param {HTMLElement} quiz @returns {VxFrame} */
  const frame = (quiz) => {
    const box = quiz.querySelector('.vx-quiz__form');
    const answer = /** @type {HTMLElement | null} */ (quiz.querySelector('.vx-answer'));
    if (!box || !answer) throw new Error(`vx-quiz ${quiz.id}: no form, no answer`);
    const focused = document.activeElement; // what is moved loses it
    const form = make('form', box.className); // only now: see markdown/quiz.py
    form.autocomplete = 'off';
    form.append(...Array.from(box.childNodes));
    box.replaceWith(form);
    const lesson = /** @type {HTMLElement | null} */ (
      quiz.closest('.vx-lesson[data-lesson]:not([data-sensitive])'));
    const name = (lesson && lesson.dataset.lesson) || '';
    const digest = quiz.dataset.digest || '';
    const items = all('.vx-feedback > li', answer);
    const main = make('button', 'vx-button vx-button--main');
    const extra = make('button', 'vx-button');
    extra.type = 'button';
    const actions = make('div', 'vx-quiz__actions');
    actions.append(main, extra);
    const result = status(extra);
    result.classList.add('vx-quiz__result');

    // The explanation stands open below the question.
    const explanation = answer.querySelector('.vx-explanation');
    if (explanation) answer.prepend(explanation);
    shuffle(quiz, lesson);
    if (focused instanceof HTMLElement && quiz.contains(focused)) focused.focus();
    if (lesson && !keeps()) notice(quiz);
    return {
      quiz, form, answer, items, lesson, actions, main, extra, result,
      item: (choice) => items.filter((item) => item.dataset.choice === String(choice))[0],
      recall: () => (lesson && recall(name, quiz.id, digest)) || { c: [] },
      keep: (c, ok) => {
        if (lesson && !keep(name, quiz.id, { d: digest, c, ok })) notice(quiz);
      },
    };
  };

  /**
   * What is said of one part, under it.
   * @param {VxFrame} frame @param {HTMLElement} field @param {Element} place @param {VxMark} mark
   * @param {string} word @param {Node | null} [text]
   */
  const note = (frame, field, place, mark, word, text) => {
    const box = make('div', 'vx-choice__feedback');
    box.id = `${field.id}-phan-hoi`;
    box.toggleAttribute('data-right', mark === 'right');
    box.toggleAttribute('data-almost', mark === 'almost');
    box.append(make('span', 'vx-mark', word));
    if (text) box.append(text);
    if (place === field) field.after(box);
    else place.append(box);
    field.setAttribute('aria-describedby', box.id);
  };

  /** @param {VxFrame} frame */
  const clear = ({ form }) => {
    all('.vx-choice__feedback', form).forEach((box) => box.remove());
    all('fieldset [aria-describedby]', form).forEach((field) => field.removeAttribute('aria-describedby'));
  };

  /** @param {Element} element */
  const text = (element) => (element.textContent || '').trim() ||
    Array.from(element.querySelectorAll('img')).map(({ alt }) => alt).join(' ');

  /** @param {VxMark[]} marks */
  const grade = (marks) => {
    if (marks.every((mark) => mark === 'right')) return 'right';
    return marks.every((mark) => mark === 'wrong') ? 'wrong' : 'partly';
  };

  Object.assign(VungXanh.quiz, { kinds: {}, loose: {}, frame, note, clear, text, grade });
}
