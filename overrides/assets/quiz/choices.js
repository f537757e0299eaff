/* One choice (single), or several (multiple). */
{
  const { t, all } = VungXanh;
  const { kinds, note, clear, text: spoken } = VungXanh.quiz;

  /** @param {VxFrame} frame @returns {VxKind} */
  const choices = (frame) => {
    const single = frame.quiz.dataset.type !== 'multiple';
    const inputs = /** @type {HTMLInputElement[]} */ (all('.vx-choice input', frame.form));
    const details = frame.answer.querySelector('details');
    const summary = frame.answer.querySelector('summary');
    if (summary) summary.textContent = t('others');

    /** @param {HTMLInputElement} input */
    const item = (input) => /** @type {HTMLElement} */ (frame.item(input.value));
    /** @param {HTMLInputElement} input */
    const isRight = (input) => item(input).hasAttribute('data-right');
    const rights = () => inputs.filter(isRight);
    /** @param {HTMLInputElement[]} some */
    const numbers = (some) => some.map((input) => Number(input.value)).sort();

    return {
      once: !single,
      read: () => numbers(inputs.filter((input) => input.checked)),
      show: (answer) => inputs.forEach((input) => (input.checked = answer.includes(Number(input.value)))),
      missing: (answer) => (answer.length ? '' : single ? 'choose_one' : 'choose_some'),
      key: () => numbers(rights()),
      // A single choice is one part; of several, each right one is, and each wrong one chosen.
      mark: (answer) => inputs
        .filter((input) => answer.includes(Number(input.value)) || (!single && isRight(input)))
        .map((input) => (isRight(input) && answer.includes(Number(input.value)) ? 'right' : 'wrong')),
      clear: () => clear(frame),
      paint: (answer, marks, shown) => {
        inputs.forEach((input) => {
          const told = input.checked || (shown && isRight(input));
          item(input).hidden = told;
          if (!told) return;
          const word = item(input).querySelector('.vx-mark');
          const text = item(input).querySelector('.vx-feedback__text');
          note(frame, input, /** @type {Element} */ (input.closest('.vx-choice')),
            isRight(input) ? 'right' : 'wrong',
            input.checked ? (word && word.textContent) || '' : t('missed'), text && text.cloneNode(true));
        });
        if (details) details.hidden = frame.items.every((one) => one.hidden);
      },
      words: (marks, shown) => {
        if (single) {
          return shown
            ? t('revealed', { choice: rights().map((input) => spoken((input.labels || [])[0])).join() })
            : t('wrong');
        }
        const found = rights().filter((input) => input.checked).length;
        const wrong = inputs.filter((input) => input.checked).length - found;
        return t(wrong ? 'partial_wrong' : 'partial', { found, all: rights().length, wrong });
      },
      retry: () => {
        inputs.forEach((input) => (input.checked = false));
        return all('.vx-choice input', frame.form)[0];
      },
    };
  };

  kinds.single = kinds.multiple = choices;
}
