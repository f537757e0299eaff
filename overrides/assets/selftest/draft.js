/* A self-test that is not handed in: what has been answered in it. Of a sensitive lesson nothing is. */
var VxDraft = (() => {
  'use strict';
  const { get, set, sift, TESTS } = VungXanh;
  const { of } = VungXanh.quiz;

  /** All of them; what cannot be read is no loss that anybody would mourn. @returns {VungXanhLessons} */
  const every = () => sift(get(TESTS) || '').lessons || {};

  /** @param {HTMLElement} lesson */
  const nameOf = ({ dataset: { lesson, sensitive } }) => (sensitive === undefined && lesson) || '';

  /** Answers by question, to those that are still the same. @param {HTMLElement} lesson */
  const recall = (lesson) => {
    const name = nameOf(lesson);
    const answers = (name && every()[name]) || {};
    /** @type {Record<string, VxAnswer>} */
    const found = {};
    Object.keys(answers).forEach((id) => {
      const quiz = document.getElementById(id);
      if (quiz && quiz.dataset.digest === answers[id].d) found[id] = answers[id].c;
    });
    return found;
  };

  /** @param {HTMLElement} lesson @param {HTMLElement[] | null} quizzes null: it is over */
  const keep = (lesson, quizzes) => {
    const name = nameOf(lesson);
    if (!name) return;
    const { [name]: before, ...lessons } = every();
    if (!before && !quizzes) return;
    (quizzes || []).forEach((quiz) => {
      const control = of(quiz);
      const c = control ? control.read() : [];
      if (c.length) lessons[name] = { ...lessons[name], [quiz.id]: { d: quiz.dataset.digest || '', c } };
    });
    set(TESTS, Object.keys(lessons).length ? JSON.stringify({ v: 1, lessons }) : null);
  };

  return { recall, keep };
})();
