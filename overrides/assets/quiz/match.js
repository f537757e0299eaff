/* Rows to match with lettered answers, by a list each. Kept: the number chosen in each row, 0 for none. */
{
  const { all } = VungXanh;
  const { kinds, parts } = VungXanh.quiz;

  kinds.match = (frame) => {
    const selects = /** @type {HTMLSelectElement[]} */ (all('.vx-match__row select', frame.form));
    return {
      ...parts(frame, (field) => /** @type {Element} */ (field.parentElement), (at) => selects[at]),
      read: () => {
        const answer = selects.map((select) => Number(select.value));
        return answer.some(Boolean) ? answer : [];
      },
      show: (answer) => selects.forEach((select, at) => {
        select.value = String(answer[at] || '');
        if (select.selectedIndex < 0) select.value = '';
      }),
      missing: (answer) => (selects.every((_, at) => answer[at]) ? '' : 'match_each'),
      key: () => selects.map((_, at) => at + 1),
      mark: (answer) => selects.map((_, at) => (answer[at] === at + 1 ? 'right' : 'wrong')),
      retry: (answer, marks) => {
        selects.forEach((select, at) => (select.value = marks[at] === 'right' ? select.value : ''));
        return selects[Math.max(marks.indexOf('wrong'), 0)];
      },
    };
  };
}
