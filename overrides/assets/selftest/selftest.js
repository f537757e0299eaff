/*
 * Self-test: all questions of the lesson, nothing told before “Hand in”, then one result with what
 * to read again. It stays on this page; answers are kept as in practice, in a sensitive lesson not.
 * Until it is handed in it can be gone on with after the page was left (draft.js).
 */
{
  const { all, make } = VungXanh;
  const { of, flush, scored } = VungXanh.quiz;
  const { recall, keep } = VxDraft;

  /** @param {string} key @param {Record<string, string | number>} [values] for its {gaps} */
  const word = (key, values) => VungXanh.t(`selftest.${key}`, values);

  /** @type {(() => void) | undefined} */
  let stop;

  /** @param {HTMLElement} quiz */
  const number = (quiz) => (quiz.querySelector('.vx-quiz__number') || quiz).textContent || '';

  /** @param {HTMLElement} quiz */
  const link = (quiz, text = number(quiz)) => {
    const a = make('a', '', text);
    a.href = `#${quiz.id}`;
    return a;
  };

  /** @param {string} key @param {() => void} click @param {string} [more] */
  const button = (key, click, more = '') => {
    const made = make('button', `vx-button${more}`, word(key));
    made.type = 'button';
    made.addEventListener('click', click);
    return made;
  };

  /** What to read again. @param {HTMLElement} quiz */
  const again = (quiz) => {
    const id = quiz.dataset.section || '';
    const heading = id && document.getElementById(id);
    if (!heading) return [];
    const a = make('a', 'vx-result__again', word('again', { section: (heading.textContent || '').replace('¶', '').trim() }));
    a.href = `#${id}`;
    return [' ', a];
  };

  /** @param {Element} lesson @param {HTMLElement[]} quizzes @param {string[]} outcomes @param {() => void} restart */
  const panel = (lesson, quizzes, outcomes, restart) => {
    const box = make('section', 'vx-result');
    const right = outcomes.filter((one) => one === 'right').length;
    const title = make('h3', 'vx-result__title', word('title', { right, all: quizzes.length }));
    title.id = 'ket-qua-tu-kiem-tra';
    title.tabIndex = -1;
    box.setAttribute('aria-labelledby', title.id);
    const list = make('ol', 'vx-result__list');
    quizzes.forEach((quiz, at) => {
      const row = make('li', '');
      const outcome = outcomes[at];
      row.dataset.result = outcome;
      row.append(link(quiz), ' ', make('span', 'vx-result__mark', word(outcome)));
      if (outcome !== 'right') row.append(...again(quiz));
      list.append(row);
    });
    box.append(title);
    if (!lesson.hasAttribute('data-sensitive')) box.append(make('p', 'vx-result__name', word('name')));
    box.append(
      make('p', 'vx-result__date', new Date().toLocaleDateString(document.documentElement.lang || 'vi')),
      list,
      make('p', '', word('private')),
    );
    const actions = make('p', 'vx-result__actions');
    actions.append(button('print', () => {
      const root = document.documentElement;
      root.setAttribute('data-vx-paper', 'result');
      addEventListener('afterprint', () => root.removeAttribute('data-vx-paper'), { once: true });
      print();
    }), button('restart', restart));
    box.append(actions);
    return { box, title };
  };

  /** @param {Element} starter */
  const lessonOf = (starter) => /** @type {HTMLElement} */ (starter.closest('.vx-lesson') || document.body);

  /** A test under way can be gone on with, or begun again. @param {HTMLElement} starter */
  const offerTest = (starter) => {
    const label = starter.textContent;
    const lesson = lessonOf(starter);
    const found = Object.keys(recall(lesson)).length;
    if (!found || stop) return;
    const afresh = make('button', 'vx-button vx-selftest__afresh', word('afresh'));
    afresh.type = 'button';
    starter.textContent = word('go_on', { count: found });
    starter.after(' ', afresh);
    const away = () => {
      afresh.remove();
      starter.textContent = label;
      document.removeEventListener('vx-answers', away);
      starter.removeEventListener('click', away, true);
    };
    afresh.addEventListener('click', () => {
      keep(lesson, null);
      starter.click();
      starter.focus();
    });
    // Erased meanwhile, or about to be gone on with.
    document.addEventListener('vx-answers', away);
    starter.addEventListener('click', away, true);
  };

  VungXanh.quiz.selfTest = (starter, message, offer) => {
    if (offer) {
      offerTest(starter);
      return;
    }
    if (stop) {
      stop();
      return;
    }
    flush();
    const lesson = lessonOf(starter);
    const quizzes = scored(lesson).filter(of);
    const last = quizzes[quizzes.length - 1];
    const label = starter.textContent;
    const foot = make('div', 'vx-test');
    const ways = make('p', 'vx-test__actions');
    const missing = make('p', 'vx-test__missing');
    missing.setAttribute('role', 'status');
    /** @type {HTMLElement | undefined} */
    let result;
    let asked = false;

    const begun = recall(lesson);
    /** @param {boolean} on */
    const each = (on) => quizzes.forEach((quiz) => {
      quiz.toggleAttribute('data-test', on);
      /** @type {VxControl} */ (of(quiz)).test(on, begun[quiz.id]);
    });
    const save = () => keep(lesson, quizzes);

    const leave = () => {
      stop = undefined;
      foot.remove();
      quizzes.forEach((quiz) => quiz.removeAttribute('data-test'));
      if (result) result.remove();
      starter.textContent = label;
      message.textContent = '';
      document.removeEventListener('vx-answers', left);
      lesson.removeEventListener('change', save);
      removeEventListener('pagehide', hide);
    };
    // Back from another page, or erased.
    const left = () => {
      leave();
      offerTest(starter);
    };
    const hide = () => {
      if (lesson.hasAttribute('data-sensitive')) leave();
      else if (stop) save();
    };

    const hand = () => {
      const open = quizzes.filter((quiz) => !/** @type {VxControl} */ (of(quiz)).full());
      if (open.length && !asked) {
        asked = true;
        missing.textContent = '';
        missing.append(`${word('missing', { count: open.length })} `);
        open.forEach((quiz, at) => missing.append(at ? ', ' : '', link(quiz)));
        missing.append(`. ${word('anyway')}`);
        return;
      }
      lesson.removeEventListener('change', save);
      keep(lesson, null);
      const outcomes = quizzes.map((quiz) => {
        quiz.removeAttribute('data-test');
        return /** @type {VxControl} */ (of(quiz)).finish();
      });
      foot.remove();
      stop = undefined;
      starter.textContent = label;
      message.textContent = '';
      const made = panel(lesson, quizzes, outcomes, () => {
        leave();
        VungXanh.quiz.selfTest(starter, message);
        all('input, button, select', quizzes[0]).slice(0, 1).forEach((field) => field.focus());
      });
      result = made.box;
      end().after(result);
      made.box.scrollIntoView();
      made.title.focus({ preventScroll: true });
    };

    /** Where the foot and the result stand: below the last question, in the lesson itself. */
    const end = () => {
      /** @type {Element} */
      let place = last;
      while (place.parentElement && place.parentElement !== lesson && lesson.contains(place.parentElement)) place = place.parentElement;
      const score = place.nextElementSibling;
      return score && score.matches('.vx-score') ? score : place;
    };

    all('.vx-result', lesson).forEach((old) => old.remove());
    each(true);
    stop = () => {
      leave();
      keep(lesson, null);
      each(false);
    };
    starter.textContent = word('stop');
    message.textContent = word('begun', { all: quizzes.length });
    ways.append(button('hand', hand, ' vx-button--main'));
    foot.append(missing, ways);
    end().after(foot);
    document.addEventListener('vx-answers', left);
    lesson.addEventListener('change', save);
    addEventListener('pagehide', hide);
  };
}
