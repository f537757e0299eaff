/* A countdown in the corner: large, quiet, the same on every slide. */
var VxTimer = (() => {
  'use strict';
  const { word } = VxWords;

  /** @param {HTMLElement} place @param {(text: string) => void} say @param {() => void} changed */
  const timer = (place, say, changed) => {
    let end = 0;
    let ticking = 0;

    const left = () => (end ? Math.max(0, Math.round((end - Date.now()) / 1000)) : 0);
    const tick = () => {
      place.hidden = !end;
      place.textContent = !end ? '' : left() ? VxTime.text(left()) : word('time_up');
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

  return { timer };
})();
