/* Hands raised for a choice, typed or counted by tap: the same on the room's screen and on the desk. */
var VxHands = (() => {
  'use strict';
  const { t, make } = VungXanh;

  /** The field of a row with `data-key`. @param {string} letter @param {string} look of its buttons */
  const field = (letter, look) => {
    const box = make('span', 'vx-hands');
    const input = make('input', '');
    input.setAttribute('inputmode', 'numeric');
    input.maxLength = 2;
    input.autocomplete = 'off';
    input.setAttribute('aria-label', t('hands.of', { letter }));
    /** @param {string} add @param {string} sign @param {string} key */
    const step = (add, sign, key) => {
      const one = make('button', look, sign);
      one.type = 'button';
      one.dataset.add = add;
      one.setAttribute('aria-label', t(key, { letter }));
      return one;
    };
    box.append(step('-1', '−', 'hands.less'), input, step('1', '+', 'hands.more'));
    return box;
  };

  /** A count into its row; what is being typed stays. @param {Element} row @param {number} count */
  const show = (row, count) => {
    const input = row.querySelector('input');
    if (input && document.activeElement !== input) input.value = String(count);
  };

  /** @param {Element} root of rows, now or later @param {(key: string, count: number) => void} vote */
  const listen = (root, vote) => {
    /** @param {Event} event */
    const told = ({ type, target }) => {
      const one = /** @type {Element} */ (target);
      const box = one.closest('.vx-hands');
      const row = /** @type {HTMLElement | null} */ (box && box.closest('[data-key]'));
      const input = box && box.querySelector('input');
      const add = Number(one.getAttribute('data-add'));
      if (row && input && (add || type === 'input')) {
        vote(row.dataset.key || '', Math.max(0, Number(input.value.replace(/\D/g, '')) + add));
      }
    };
    root.addEventListener('click', told);
    root.addEventListener('input', told);
  };

  return { field, show, listen };
})();
