/* Questions without a score: a scenario to walk through, and one to think about. */
{
  const { t, all } = VungXanh;
  const { loose } = VungXanh.quiz;

  loose.scenario = ({ quiz, form, answer, actions, main: restart, extra: back, result, recall, keep, lesson }) => {
    const steps = all('.vx-step', form);
    /** Numbers of the steps gone, the present one last. @type {number[]} */
    let path = [0];
    /** @param {string} address */
    const at = (address) => steps.findIndex((step) => `#${step.id}` === address);
    /** @param {number} from */
    const ways = (from) => all('.vx-step__ways a', steps[from]).map((link) => at(link.getAttribute('href') || ''));

    const draw = () => {
      const here = path[path.length - 1];
      const end = steps[here].hasAttribute('data-end');
      steps.forEach((step, index) => (step.hidden = index !== here));
      back.hidden = path.length < 2;
      restart.hidden = !end;
      answer.hidden = !end;
      result.textContent = end ? t('story_end') : '';
      quiz.dataset.state = end ? 'done' : 'open';
    };
    /** @param {number[]} next */
    const go = (next) => {
      path = next;
      draw();
      keep(path, quiz.dataset.state === 'done');
      all('.vx-step__title', steps[path[path.length - 1]]).forEach((title) => {
        title.tabIndex = -1;
        title.focus();
      });
    };
    const sync = () => {
      const kept = recall().c;
      const sound = kept[0] === 0 && kept.every((step, index) => !index || ways(Number(kept[index - 1])).includes(Number(step)));
      const hash = at(location.hash); // somebody was sent to a step
      path = sound ? kept.map(Number) : hash > 0 ? [hash] : [0];
      draw();
    };

    back.textContent = t('back');
    restart.textContent = t('story_again');
    restart.type = 'button';
    restart.classList.remove('vx-button--main');
    back.addEventListener('click', () => go(path.slice(0, -1)));
    restart.addEventListener('click', () => go([0]));
    form.addEventListener('click', (event) => {
      const link = /** @type {Element} */ (event.target).closest('.vx-step__ways a');
      const step = link ? at(link.getAttribute('href') || '') : -1;
      if (step < 0) return;
      event.preventDefault();
      go(path.concat(step));
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('vx-answers', sync);
    if (!lesson) addEventListener('pagehide', sync);
    const details = answer.querySelector('details');
    if (details) details.hidden = true;
    sync();
    answer.before(actions);
  };

  loose.reflect = ({ quiz, form, answer, actions, main, extra }) => {
    const area = /** @type {HTMLTextAreaElement | null} */ (form.querySelector('textarea'));
    const details = answer.querySelector('details');
    const word = answer.querySelector('summary');
    const draw = (open = false) => {
      answer.hidden = !open;
      quiz.dataset.state = open ? 'done' : 'open';
      main.setAttribute('aria-expanded', String(open));
    };
    const forget = () => {
      if (area) area.value = '';
      draw();
    };
    if (word) main.textContent = word.textContent;
    if (details) details.hidden = true;
    main.type = 'button';
    main.classList.remove('vx-button--main');
    extra.remove();
    main.addEventListener('click', () => draw(!!answer.hidden));
    form.addEventListener('submit', (event) => event.preventDefault());
    // What was written is nobody else's business.
    document.addEventListener('vx-answers', forget);
    addEventListener('pagehide', forget);
    forget();
    answer.before(actions);
  };
}
