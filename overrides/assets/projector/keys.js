/* Keys and fingers: what a teacher, or a clicker in a teacher's hand, presses. */
var VxKeys = (() => {
  'use strict';

  /** @type {Record<string, string>} by the name of the key */
  const ACTS = {
    ArrowRight: 'forward', ArrowDown: 'forward', PageDown: 'forward', ' ': 'forward', Enter: 'enter',
    ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back',
    Home: 'first', End: 'final', Escape: 'escape', '.': 'blank', '?': 'keys',
    b: 'blank', o: 'overview', f: 'full', t: 'timer', h: 'count', g: 'hint', z: 'enlarge',
  };

  /**
   * @param {HTMLElement} stage
   * @param {(act: string) => void} act @param {(digit: string) => void} digit
   */
  const listen = (stage, act, digit) => {
    /** @param {KeyboardEvent} event */
    const press = (event) => {
      const target = /** @type {Element} */ (event.target);
      const { key } = event;
      if (key === 'Shift') return; // three of them leave a sensitive lesson
      event.stopPropagation(); // the theme searches with F and S
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const typing = target.matches('input, textarea, select');
      const form = /** @type {any} */ (target).form; // where Enter sends it
      if (typing && key !== 'Escape' && (key !== 'Enter' || form)) return;
      const tapped = target.matches('button, a, summary') && (key === ' ' || key === 'Enter');
      if (tapped || key === 'Tab') return;
      const name = ACTS[key] || ACTS[key.toLowerCase()];
      if (/^\d$/.test(key)) digit(key);
      else if (name) act(name);
      else return;
      event.preventDefault();
    };
    let x = 0;
    let y = 0;
    let fingers = 0;
    stage.addEventListener('touchstart', (event) => {
      fingers = event.touches.length;
      ({ clientX: x, clientY: y } = event.touches[0]);
    }, { passive: true });
    stage.addEventListener('touchend', (event) => {
      const { clientX, clientY } = event.changedTouches[0];
      const far = clientX - x;
      if (fingers === 1 && Math.abs(far) > 60 && Math.abs(far) > 2 * Math.abs(clientY - y)) {
        act(far < 0 ? 'forward' : 'back');
      }
    }, { passive: true });
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  };

  return { listen };
})();
