/* A countdown in the corner: large, quiet, the same on every slide. */
var VxTimer = (() => {
  'use strict';
  const { make } = VungXanh;
  const { word, clock, button } = VxWords;

  /** @param {HTMLElement} place @param {(text: string) => void} say @param {() => void} changed */
  const timer = (place, say, changed) => {
    let end = 0;
    let ticking = 0;

    const left = () => (end ? Math.max(0, Math.round((end - Date.now()) / 1000)) : 0);
    const tick = () => {
      place.hidden = !end;
      place.textContent = !end ? '' : left() ? clock(left()) : word('time_up');
      if (!end || left()) return;
      clearInterval(ticking);
      say(word('time_up'));
      changed();
    };
    /** @param {number} seconds none: away with it */
    const start = (seconds) => {
      clearInterval(ticking);
      end = seconds > 0 ? Date.now() + seconds * 1000 : 0;
      if (end) ticking = setInterval(tick, 250);
      tick();
      changed();
    };
    return { start, left, running: () => !!end };
  };

  /** Asks how long. @param {ReturnType<typeof VxStage.build>} stage @param {ReturnType<typeof timer>} one */
  const ask = (stage, one) => {
    const form = make('form', 'vx-panel__time');
    const label = make('label', '', word('minutes'));
    const input = make('input', '');
    input.setAttribute('inputmode', 'decimal');
    input.autocomplete = 'off';
    input.value = one.running() ? '' : '3';
    label.append(input);
    const begin = make('button', 'vx-tap', word('begin'));
    form.append(label, begin);
    /** @param {number} seconds */
    const set = (seconds) => {
      one.start(seconds);
      stage.close();
    };
    if (one.running()) form.append(button('', word('timer_off'), () => set(0)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      set(60 * Number(input.value.replace(',', '.')) || 0);
    });
    stage.open('timer', [form], word('key_timer'), input);
    input.select();
  };

  return { timer, ask };
})();
