/* How many questions of the lesson are right: a line after its last question. */
{
  const { t, all, status, recall } = VungXanh;

  let due = false;

  /** Questions that are marked. @param {Element} lesson */
  const scored = (lesson) => all('vx-quiz', lesson)
    .filter(({ dataset: { type } }) => type !== 'scenario' && type !== 'reflect');

  /** @param {HTMLElement} lesson */
  const write = (lesson) => {
    const quizzes = scored(lesson);
    due = false;
    const line = lesson.querySelector('.vx-score') || status(quizzes[quizzes.length - 1]);
    line.classList.add('vx-score');
    const name = lesson.dataset.lesson || '';
    let right = 0;
    const answered = quizzes.filter(({ id, dataset: { state, result, digest } }) => {
      const kept = state ? null : recall(name, id, digest || ''); // not yet promoted
      if (kept ? kept.ok === true : result === 'right') right += 1;
      return kept || result;
    });
    const text = answered.length ? t('score', { right, all: quizzes.length }) : '';
    if (line.textContent !== text) line.textContent = text;
  };

  // Forty questions that come back are counted once.
  VungXanh.quiz.count = (lesson) => {
    if (!lesson || due || lesson.hasAttribute('data-sensitive')) return;
    due = true;
    setTimeout(write, 0, lesson);
  };
  VungXanh.quiz.scored = scored;
}
