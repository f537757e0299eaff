/*
 * The strip above a long list (scripts/vungxanh/render/filters.py): rows that hold the words typed,
 * marks or not, and have the values chosen stay; groups without a row go with it. A row that an
 * address names is always shown.
 */
VungXanh.all('.vx-filter').forEach((strip) => {
  'use strict';

  /** @param {string} text */
  const fold = (text) =>
    text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();

  const list = /** @type {HTMLElement} */ (strip.parentElement);
  const rows = VungXanh.all('[data-row]', list).map((row) => ({
    row,
    text: fold(String(row.textContent)),
  }));
  const box = /** @type {HTMLInputElement} */ (strip.querySelector('input'));
  const count = /** @type {HTMLElement} */ (strip.querySelector('.vx-filter__count'));
  const choices = /** @type {HTMLSelectElement[]} */ (VungXanh.all('select', strip));
  const switches = VungXanh.all('[role=switch]', strip);

  /** @param {HTMLElement} one */
  const on = (one) => one.getAttribute('aria-checked') === 'true';

  /** What rows must have: pairs of key and value. */
  const wanted = () => [
    ...choices.filter((one) => one.value).map((one) => [one.dataset.key, one.value]),
    ...switches.filter(on).map((one) => [one.dataset.key, one.dataset.value]),
  ];

  const filter = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    const values = wanted();
    let shown = 0;
    for (const { row, text } of rows) {
      const stays =
        words.every((word) => text.includes(word)) &&
        values.every(([key, value]) => row.dataset[String(key)] === value);
      row.hidden = !stays;
      shown += Number(stays);
    }
    for (const group of VungXanh.all('[data-group]', list)) {
      group.hidden = !group.querySelector('[data-row]:not([hidden])');
    }
    strip.classList.toggle('vx-filter--on', shown < rows.length);
    count.textContent = String(count.dataset.words)
      .replace('{count}', String(shown))
      .replace('{all}', String(rows.length));
  };

  /** An address that names a hidden row shows every row again. */
  const arrive = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !row.closest('[hidden]')) return;
    box.value = '';
    choices.forEach((one) => (one.value = ''));
    switches.forEach((one) => one.setAttribute('aria-checked', 'false'));
    filter();
    row.scrollIntoView();
  };

  box.addEventListener('input', filter);
  choices.forEach((one) => one.addEventListener('change', filter));
  switches.forEach((one) =>
    one.addEventListener('click', () => {
      one.setAttribute('aria-checked', String(!on(one)));
      filter();
    }),
  );
  addEventListener('hashchange', arrive);
  filter(); // going back, browsers keep what was typed
});

/* The day on which an annex is printed, as offices write it: 05 tháng 3, 24 tháng 01. */
VungXanh.all('.vx-annex__date').forEach((line) => {
  const day = new Date();
  const month = day.getMonth() + 1;
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, '0');
  line.textContent = String(line.dataset.words)
    .replace('{d}', two(day.getDate()))
    .replace('{m}', month < 3 ? two(month) : String(month))
    .replace('{y}', String(day.getFullYear()));
});
