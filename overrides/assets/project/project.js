/* “Project” and the key P: what the projector needs is loaded when it is asked for. */
{
  const { all, load } = VungXanh;
  const buttons = /** @type {HTMLButtonElement[]} */ (all('button.vx-project'));

  /** @param {string} [address] its part after # */
  const start = (address = '') => load('projector').then(() => VxProjector.start(address), () => 0);

  if (buttons[0]) {
    // A reader may put these in order: the class sees them as they came.
    all('.vx-order').forEach((list) =>
      (list.dataset.order = all('li', list).map((item) => item.dataset.choice).join(' ')));
    buttons.forEach((button) => {
      button.addEventListener('click', () => start());
      button.hidden = false;
    });
    document.addEventListener('keydown', ({ key, target, ctrlKey, altKey, metaKey }) => {
      if (key.toLowerCase() !== 'p' || ctrlKey || altKey || metaKey || !(target instanceof Element)) return;
      if (!target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')) start();
    });
    const address = () => {
      if (/^#chieu(=\d+)?$/.test(location.hash)) start(location.hash);
    };
    addEventListener('hashchange', address);
    address();
  }
}
