/* Several statements, each true or false. Kept: 1 true, 0 false, -1 open, in the order written. */
{
  const { t, all } = VungXanh;
  const { kinds, note, clear } = VungXanh.quiz;

  kinds['true-false'] = (frame) => {
    /** @param {HTMLElement} one @param {HTMLElement} other */
    const written = (one, other) => Number(one.dataset.choice) - Number(other.dataset.choice);
    const rows = all('.vx-statement', frame.form).sort(written);
    /** @param {HTMLElement} row */
    const inputs = (row) => /** @type {HTMLInputElement[]} */ (all('input', row));
    /** @param {HTMLElement} row */
    const item = (row) => /** @type {HTMLElement} */ (frame.item(row.dataset.choice || ''));
    /** @param {HTMLElement} row */
    const truth = (row) => Number(item(row).hasAttribute('data-right'));
    const details = frame.answer.querySelector('details');

    return {
      once: true,
      read: () => {
        const answer = rows.map((row) =>
          inputs(row).reduce((found, { checked, value }) => (checked ? Number(value) : found), -1));
        return answer.every((one) => one < 0) ? [] : answer;
      },
      show: (answer) => rows.forEach((row, at) =>
        inputs(row).forEach((input) => (input.checked = answer[at] === Number(input.value)))),
      missing: (answer) => (rows.every((row, at) => Number(answer[at]) >= 0) ? '' : 'choose_each'),
      key: () => rows.map(truth),
      mark: (answer) => rows.map((row, at) => (answer[at] === truth(row) ? 'right' : 'wrong')),
      clear: () => clear(frame),
      paint: (_, marks) => {
        rows.forEach((row, at) => {
          const word = item(row).querySelector('.vx-mark');
          const text = item(row).querySelector('.vx-feedback__text');
          const [first] = inputs(row); // of a statement left open
          note(frame, inputs(row).filter((input) => input.checked)[0] || first, row, marks[at],
            t(marks[at] === 'right' ? 'true_right' : 'true_wrong', { answer: (word && word.textContent) || '' }),
            text && text.cloneNode(true));
        });
        if (details) details.hidden = true; // all has been said
      },
      words: (marks) => t('parts', { found: marks.filter((mark) => mark === 'right').length, all: marks.length }),
      retry: () => {
        rows.forEach((row) => inputs(row).forEach((input) => (input.checked = false)));
        return all('.vx-statement input', frame.form)[0];
      },
    };
  };
}
