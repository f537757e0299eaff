/*
 * What an order, a match and a text with gaps have in common: fields `#ID-n`, one right answer that
 * is shown as a whole, and another try that keeps what was right.
 */
{
  const { t, all } = VungXanh;
  const { note, clear } = VungXanh.quiz;
  const WORDS = { right: 'part_right', almost: 'part_almost', wrong: 'part_wrong' };

  /**
   * @param {VxFrame} frame @param {(field: HTMLElement) => Element} place of the note on a field
   * @param {(at: number) => HTMLElement} field of a part
   */
  const parts = (frame, place, field) => {
    const solution = all('.vx-feedback', frame.answer)[0];
    const details = frame.answer.querySelector('details');
    if (details) details.hidden = true;
    if (solution) frame.answer.prepend(solution);
    return {
      clear: () => clear(frame),
      /** @param {VxAnswer} answer @param {VxMark[]} marks @param {boolean} shown */
      paint: (answer, marks, shown) => {
        if (solution) solution.hidden = !shown || marks.every((mark) => mark === 'right');
        marks.forEach((mark, at) => note(frame, field(at), place(field(at)), mark, t(WORDS[mark])));
      },
      /** @param {VxMark[]} marks @param {boolean} shown */
      words: (marks, shown) => {
        const found = marks.filter((mark) => mark === 'right').length;
        const almost = marks.filter((mark) => mark === 'almost').length;
        return t(shown ? 'shown_below' : almost ? 'parts_almost' : found ? 'parts' : 'parts_none', { found, all: marks.length, almost });
      },
    };
  };

  VungXanh.quiz.parts = parts;
}
