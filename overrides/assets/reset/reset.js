/*
 * “Start afresh”: asks in its own place, erases the answers, and for ten seconds can bring
 * them back. One button, so focus never moves. Beside it the switch for shared devices.
 */
{
  const { t, all, status, keeps, wipe, isShared, share } = VungXanh;

  all('button.vx-reset').forEach((button) => {
    const label = button.textContent;
    const message = status(button);
    let asked = false;
    let timer = 0;
    /** @type {(() => void) | undefined} */
    let undo;

    const rest = (text = '') => {
      clearTimeout(timer);
      asked = false;
      undo = undefined;
      button.textContent = label;
      message.textContent = text;
    };
    /** @param {string} name @param {string} text */
    const offer = (name, text) => {
      clearTimeout(timer);
      timer = setTimeout(rest, 10000);
      button.textContent = t(name);
      message.textContent = t(text);
    };

    button.addEventListener('click', (event) => {
      if (event.detail > 1) return; // a double click is one click
      if (undo) {
        undo();
        rest(t('reset_undone'));
      } else if (asked) {
        undo = wipe();
        offer('reset_undo', 'reset_done');
      } else {
        asked = true;
        offer('reset_confirm', 'reset_ask');
      }
    });
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !undo) rest();
    });
    addEventListener('pagehide', () => rest()); // the next person finds nothing to undo
    button.hidden = false;
  });

  all('button.vx-shared').forEach((button) => {
    if (!keeps()) return; // and a notice says so
    const message = status(button);
    const show = () => button.setAttribute('aria-checked', String(isShared()));
    button.addEventListener('click', () => {
      share(!isShared());
      message.textContent = t(isShared() ? 'shared_on' : 'shared_off');
    });
    document.addEventListener('vx-shared', show);
    show();
    button.hidden = false;
  });
}
