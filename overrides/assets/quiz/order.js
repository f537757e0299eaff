/* Rows to put in order, by buttons: a row moves one place up or down, and the focus stays on it. */
{
  const { t, all, make, say } = VungXanh;
  const { kinds, parts, text: spoken } = VungXanh.quiz;

  kinds.order = (frame) => {
    const list = /** @type {HTMLElement} */ (frame.form.querySelector('.vx-order'));
    const first = all('li', list);
    let touched = false;
    const rows = () => all('li', list);
    const numbers = () => rows().map((row) => Number(row.dataset.choice));
    /** @param {HTMLElement} row */
    const select = (row) => /** @type {HTMLSelectElement} */ (row.querySelector('select'));
    /** @param {HTMLElement} row */
    const text = (row) => spoken(row.querySelector('label') || row);

    const refresh = () => rows().forEach((row, at, { length }) => {
      const [up, down] = all('button', row);
      up.setAttribute('aria-disabled', String(!at));
      down.setAttribute('aria-disabled', String(at === length - 1));
      select(row).value = touched ? String(at + 1) : '';
    });

    /** @param {HTMLElement} row @param {number} by */
    const move = (row, by) => {
      const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
      // The other one goes round: a row that is taken out would lose the focus.
      if (other && by < 0) row.after(other);
      else if (other) row.before(other);
      if (other && !touched) touched = true;
      refresh();
      if (other) frame.form.dispatchEvent(new Event('change'));
      say(t('order_at', { text: text(row), at: rows().indexOf(row) + 1, all: first.length }));
    };

    first.forEach((row) => {
      const moves = make('span', 'vx-order__moves');
      [-1, 1].forEach((by) => {
        const button = make('button', 'vx-move', by < 0 ? '↑' : '↓');
        button.type = 'button';
        button.setAttribute('aria-label', t(by < 0 ? 'order_up' : 'order_down', { text: text(row) }));
        button.addEventListener('click', () => move(row, by));
        moves.append(button);
      });
      select(row).hidden = true;
      select(row).before(moves);
      all('button', row)[0].id = `${select(row).id}-len`;
    });
    refresh();

    return {
      ...parts(frame, (button) => /** @type {Element} */ (button.closest('li')), (at) => all('button', rows()[at])[0]),
      read: () => (touched ? numbers() : []),
      show: (answer) => {
        touched = answer.length === first.length && first.every((row) => answer.includes(Number(row.dataset.choice)));
        const place = (/** @type {HTMLElement} */ row) => answer.indexOf(Number(row.dataset.choice));
        list.append(...(touched ? first.slice().sort((one, other) => place(one) - place(other)) : first));
        refresh();
      },
      missing: (answer) => (answer.length ? '' : 'order_first'),
      key: () => first.map((_, at) => at + 1),
      mark: (answer) => first.map((_, at) => (answer[at] === at + 1 ? 'right' : 'wrong')),
      retry: (answer, marks) => all('button', rows()[Math.max(marks.indexOf('wrong'), 0)])[1],
    };
  };
}
