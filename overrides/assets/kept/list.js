/*
 * “Learning on this device”: the lessons of which this browser keeps answers, and how many are
 * right. Every lesson is in the page, unseen; a sensitive one is not, and nothing of it is shown.
 */
{
  const { t, all, notice, keeps, kept, put, recall, aside } = VungXanh;

  all('.vx-kept').forEach((page) => {
    /** @type {Record<string, string>} */
    const words = JSON.parse(page.dataset.words || '{}');
    const never = (page.dataset.never || '').split(' ');
    const rows = all('[data-lesson]', page);
    const names = rows.map((row) => row.dataset.lesson || '');

    /** @param {string} selector @param {boolean} shown @param {string} [text] */
    const show = (selector, shown, text) => all(selector, page).forEach((element) => {
      element.hidden = !shown;
      if (text) element.textContent = text;
    });

    /** A lesson may have become sensitive since its answers were kept. */
    const forget = () => {
      const found = never.filter((name) => name in kept());
      const lessons = { ...kept() };
      found.forEach((name) => delete lessons[name]);
      if (found.length) put(lessons);
    };

    /** @param {HTMLElement} row */
    const count = (row) => {
      const name = row.dataset.lesson || '';
      const questions = (row.dataset.questions || '').split(' ').filter(Boolean);
      const right = questions.filter((question) => {
        const [id, digest] = question.split(':');
        const answer = recall(name, id, digest);
        return answer && answer.ok === true;
      }).length;
      row.hidden = !Object.keys(kept()[name] || {}).length;
      const whole = right === questions.length ? words.whole : words.count;
      all('.vx-kept__count', row).forEach((span) => {
        span.textContent = t(whole, { right, all: questions.length });
      });
    };

    const fill = () => {
      const lessons = kept();
      rows.forEach(count);
      all('.vx-kept__group', page).forEach((group) => {
        group.hidden = all('[data-lesson]', group).every((row) => row.hidden);
      });
      const others = Object.keys(lessons).filter((name) => !names.includes(name))
        .reduce((sum, name) => sum + Object.keys(lessons[name]).length, 0);
      show('.vx-kept__none', !others && rows.every((row) => row.hidden));
      show('.vx-kept__others', others > 0, t(words.others, { count: others }));
      show('.vx-kept__aside', !!aside(), words.aside);
    };

    if (!keeps()) notice(page);
    show('.vx-kept__shared', keeps());
    forget();
    fill();
    show('.vx-kept__off', false);
    show('.vx-kept__all', true);
    document.addEventListener('vx-answers', fill);
    addEventListener('storage', fill); // answered in another window
  });
}
