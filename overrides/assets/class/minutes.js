/* Asks for minutes: the same on the room's screen and on the desk. */
var VxMinutes = (() => {
  'use strict';
  const { t, make } = VungXanh;

  /** @param {HTMLButtonElement} begin @param {(seconds: number) => void} set */
  const form = (begin, set) => {
    const box = make('form', 'vx-minutes');
    const label = make('label', '', t('minutes.label'));
    const input = make('input', '');
    input.setAttribute('inputmode', 'decimal');
    input.maxLength = 4;
    input.autocomplete = 'off';
    input.value = '3';
    label.append(input);
    box.append(label, begin);
    box.addEventListener('submit', (event) => {
      event.preventDefault();
      set(Math.round(60 * Number(input.value.replace(',', '.'))) || 0);
    });
    return { box, input };
  };

  return { form };
})();
