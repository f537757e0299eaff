/* What the files of the projector share. */
var VxWords = (() => {
  'use strict';

  /** @param {string} key @param {Record<string, string | number>} [values] for its {gaps} */
  const word = (key, values) => VungXanh.t(`projector.${key}`, values);

  /** @param {string} name @param {string} text @param {(event: Event) => void} act */
  const button = (name, text, act) => {
    const one = VungXanh.make('button', `vx-tap ${name}`, text);
    one.type = 'button';
    one.addEventListener('click', act);
    return one;
  };

  return { word, button };
})();
