/* Gaps in a text, marked fairly: as a person would who reads Vietnamese. */
{
  const { all } = VungXanh;
  const { kinds, parts } = VungXanh.quiz;

  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

  /** Letters alone: case, blanks, kinds of quotes and dashes, and the place of a tone do not count. @param {string} text */
  const plain = (text) => text.normalize('NFD').toLowerCase()
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'").replace(/[–—‑]/g, '-')
    .replace(/\s+/g, ' ').trim()
    .split(' ')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) || []).sort().join('')) // hoà, hòa
    .join(' ');

  /** Without any mark. @param {string} text */
  const bare = (text) => plain(text).replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');

  /** 1.000, 1 000, 1,000 and 1000 are one number; 1.5 and 1,5 another. @param {string} text */
  const number = (text) => {
    const digits = plain(text);
    return /^\d{1,3}([., ]\d{3})+$/.test(digits) ? digits.replace(/[., ]/g, '') : digits.replace(',', '.');
  };

  /** @param {string} given @param {string[]} accepted @returns {VxMark} */
  const compare = (given, accepted) => {
    const same = (/** @type {string} */ one) => plain(one) === plain(given) ||
      (/^\d[\d., \u00a0\u202f]*$/.test(one.trim()) && number(one) === number(given));
    if (accepted.some(same)) return 'right';
    return plain(given) && accepted.some((one) => bare(one) === bare(given)) ? 'almost' : 'wrong';
  };

  kinds.fill = (frame) => {
    const gaps = /** @type {HTMLInputElement[]} */ (all('.vx-gap', frame.form));
    /** @type {string[][]} */
    const accepted = gaps.map((_, at) => JSON.parse((frame.item(at + 1) || frame.quiz).dataset.accept || '[]'));
    return {
      ...parts(frame, (field) => field, (at) => gaps[at]),
      spelled: true,
      read: () => {
        const answer = gaps.map((gap) => gap.value.trim());
        return answer.some(Boolean) ? answer : [];
      },
      show: (answer) => gaps.forEach((gap, at) => (gap.value = String(answer[at] || ''))),
      missing: (answer) => (gaps.every((_, at) => answer[at]) ? '' : 'fill_each'),
      key: () => accepted.map((spellings) => spellings[0]),
      mark: (answer) => gaps.map((_, at) => compare(String(answer[at] || ''), accepted[at])),
      retry: (answer, marks) => gaps[Math.max(marks.findIndex((mark) => mark !== 'right'), 0)],
    };
  };
}
