/*
 * The page of one audience: how many of its lessons are done, and how far each
 * card is. A sensitive lesson counts nowhere. Nothing begun, nothing shown.
 */
{
  const { t, all, recall } = VungXanh;

  const fill = () => {
    /** @type {HTMLElement | undefined} the line above the cards being counted */
    let line;
    let done = 0;
    let lessons = 0;
    let begun = false;

    const write = () => {
      if (!line) return;
      line.hidden = !begun;
      line.textContent = begun ? t('progress', { done, all: lessons }) : '';
    };

    // In the order of the page: a line, then its cards.
    all('.vx-progress, [data-progress] > [data-lesson]').forEach((card) => {
      if (card.matches('.vx-progress')) {
        write();
        line = card;
        done = lessons = 0;
        begun = false;
        return;
      }
      const questions = (card.dataset.questions || '').split(/\s+/).filter(Boolean);
      if (card.hasAttribute('data-sensitive') || !questions.length) return;
      const right = questions.filter((question) => {
        const [id, digest] = question.split(':');
        const answer = recall(card.dataset.lesson || '', id, digest);
        return answer && answer.ok === true;
      }).length;
      const whole = right === questions.length;
      lessons += 1;
      if (whole) done += 1;
      if (right) begun = true;
      card.toggleAttribute('data-done', whole);
      all('.vx-card__progress', card).forEach((span) => {
        span.hidden = !right;
        span.textContent = whole ? t('card_done') : t('card_progress', { right, all: questions.length });
      });
    });
    write();
  };

  fill();
  document.addEventListener('vx-answers', fill);
}
