/*
 * The teacher's page: shows one form alone (#phieu), shuffles papers (#phieu&ma=4), prints.
 * A paper follows from the id of the lesson and its code alone: `CS-2|101`, hashed with FNV-1a,
 * seeds mulberry32, which drives a Fisher–Yates shuffle: of the questions first, then of what can
 * be shuffled in each question, in the order they have in the lesson. Questions that ask for
 * sentences then move to the end.
 */
{
  const { all, inApp } = VungXanh;
  const FIRST = 101;
  const MOST = 99;
  const LETTERS = 'ABCDEFGHIJ';
  // What may change its place in a question.
  const MOVING = {
    single: '.vx-options > li',
    multiple: '.vx-options > li',
    'true-false': '.vx-truths > tbody > tr',
    order: '.vx-options > li',
    match: '.vx-pairs__right > li',
  };

  /** @param {string} text ASCII */
  const hash = (text) => {
    let value = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) {
      value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    }
    return value >>> 0;
  };

  /** @param {number} state @returns {() => number} from 0 up to 1 */
  const mulberry32 = (state) => () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };

  /** @template T @param {T[]} list @param {() => number} random */
  const shuffled = (list, random) => {
    const mixed = list.slice();
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
    }
    return mixed;
  };

  /** @param {Element} parent @param {string} selector @returns {HTMLElement} */
  const one = (parent, selector) =>
    /** @type {HTMLElement} */ (parent.querySelector(selector));

  /** @param {HTMLElement} task */
  const moving = (task) => {
    const selector = MOVING[/** @type {keyof typeof MOVING} */ (task.dataset.type)];
    return selector ? all(selector, task) : [];
  };

  /** What asks for sentences comes last, as on every paper here; it also saves sheets. */
  const writes = (/** @type {HTMLElement} */ task) =>
    task.dataset.type === 'scenario' || task.dataset.type === 'reflect';

  /**
   * The answer to a question as it stands on this paper.
   * @param {HTMLElement} task @param {HTMLElement} row of the key
   */
  const answer = (task, row) => {
    const type = task.dataset.type;
    const right = (row.dataset.right || '').split(' ');
    const places = moving(task).map((item) => item.dataset.choice || '');
    /** @param {string} choice */
    const letter = (choice) => LETTERS[places.indexOf(choice)];
    if (type === 'single' || type === 'multiple') {
      return places.filter((choice) => right.includes(choice)).map(letter).join(' ');
    }
    if (type === 'true-false') {
      const table = /** @type {HTMLElement} */ (row.closest('table'));
      const { right: yes, wrong: no } = table.dataset;
      return places
        .map((choice) => `${letter(choice).toLowerCase()}) ${right.includes(choice) ? yes : no}`)
        .join(' ');
    }
    if (type === 'order') {
      return places.map((_, at) => letter(String(at + 1))).join(' → ');
    }
    if (type === 'match') {
      return all('.vx-pairs__left > li', task)
        .map((_, at) => `${at + 1}–${letter(String(at + 1))}`)
        .join(' ');
    }
    return one(row, 'td').textContent || '';
  };

  /** @param {HTMLElement} form @param {string} label */
  const copy = (form, label) => {
    const twin = /** @type {HTMLElement} */ (form.cloneNode(true));
    [twin, ...all('[id]', twin)].forEach((element) => element.removeAttribute('id'));
    twin.setAttribute('aria-label', label);
    return twin;
  };

  /** @param {HTMLElement} sheet @param {string} lesson @param {number} code */
  const paper = (sheet, lesson, code) => {
    const random = mulberry32(hash(`${lesson}|${code}`));
    const name = one(sheet, '.vx-code');
    const words = (name.dataset.words || '').replace('{code}', String(code));
    const twin = copy(sheet, words);
    one(twin, '.vx-code').textContent = words;
    const tasks = one(twin, '.vx-tasks');
    const questions = all('.vx-task', tasks);
    const mixed = shuffled(questions, random);
    const order = [...mixed.filter((task) => !writes(task)), ...mixed.filter(writes)];
    questions.forEach((task) => {
      const items = moving(task);
      if (!items.length) return;
      const parent = /** @type {Element} */ (items[0].parentElement);
      const marks = items.map((item) => one(item, '.vx-letter').textContent);
      shuffled(items, random).forEach((item, at) => {
        one(item, '.vx-letter').textContent = marks[at];
        parent.append(item);
      });
    });
    order.forEach((task, at) => {
      one(task, '.vx-task__number').textContent =
        (tasks.dataset.words || '').replace('{n}', String(at + 1));
      tasks.append(task);
    });
    return twin;
  };

  /**
   * One key for all papers: its rows are the places, its columns the codes.
   * @param {HTMLElement} key @param {HTMLElement[]} papers @param {number[]} codes
   */
  const keyOf = (key, papers, codes) => {
    const twin = copy(key, '');
    twin.removeAttribute('aria-label');
    const table = one(twin, '.vx-key');
    const head = one(table, 'thead tr');
    const body = one(table, 'tbody');
    const rows = all('tr', body);
    const tasks = papers.map((sheet) => all('.vx-task', sheet));
    one(head, 'th:last-child').remove();
    codes.forEach((code) => {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = String(code);
      head.append(cell);
    });
    const lines = rows.map((_, at) => {
      const line = document.createElement('tr');
      const place = document.createElement('th');
      place.scope = 'row';
      place.textContent = String(at + 1);
      line.append(place);
      tasks.forEach((list) => {
        const cell = document.createElement('td');
        const row = rows.filter((row) => row.dataset.question === list[at].dataset.question)[0];
        cell.textContent = answer(list[at], row);
        line.append(cell);
      });
      return line;
    });
    const words = all('.vx-solution', twin).map((solution) => {
      const places = tasks.map((list, at) => {
        const place = list.findIndex((task) => task.dataset.question === solution.dataset.question);
        return `${place + 1} (${codes[at]})`;
      });
      const number = one(solution, '.vx-task__number');
      return [number, (number.dataset.words || '').replace('{n}', places.join(', '))];
    });
    rows.forEach((row) => row.remove());
    body.append(...lines);
    words.forEach(([number, text]) => {
      /** @type {HTMLElement} */ (number).textContent = /** @type {string} */ (text);
    });
    return twin;
  };

  /** @param {HTMLElement} page */
  const promote = (page) => {
    const root = document.documentElement;
    const sheet = /** @type {HTMLElement | null} */ (page.querySelector('#phieu'));
    const key = /** @type {HTMLElement | null} */ (page.querySelector('#dap-an'));
    const links = all('.vx-teach__forms a', page);
    const shelf = document.createElement('div');
    shelf.className = 'vx-papers';
    page.append(shelf);

    /** @param {number} count */
    const fill = (count) => {
      shelf.textContent = '';
      root.toggleAttribute('data-papers', count > 0);
      if (!count || !sheet || !key) return;
      const codes = Array.from({ length: count }, (_, at) => FIRST + at);
      const papers = codes.map((code) => paper(sheet, page.dataset.lesson || '', code));
      shelf.append(...papers, keyOf(key, papers, codes));
    };

    const show = () => {
      const [name, ...rest] = location.hash.slice(1).split('&');
      const asked = rest.map((part) => /^ma=(\d+)$/.exec(part)).filter(Boolean)[0];
      const form = all('.vx-form', page).filter((one) => one.id === name)[0];
      if (form) root.dataset.show = form.dataset.form;
      else delete root.dataset.show;
      links.forEach((link) => {
        if (link.getAttribute('href') === `#${form ? name : page.id}`) {
          link.setAttribute('aria-current', 'true');
        } else link.removeAttribute('aria-current');
      });
      fill(asked && sheet ? Math.min(MOST, Number(asked[1])) : 0);
    };

    addEventListener('hashchange', () => {
      show();
      scrollTo(0, 0); // to the buttons, which the jump to the form would hide
    });
    show();
    if (inApp) return; // which cannot print
    all('button.vx-shuffle', page).forEach((button) => {
      button.addEventListener('click', () => {
        location.hash = `phieu&ma=${button.dataset.papers}`;
        show();
        print();
      });
      button.hidden = false;
    });
  };

  all('.vx-teach').forEach(promote);
}
