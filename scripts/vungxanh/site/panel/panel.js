/**
 * Shows what the server says about this page, once it has checked it: a panel in the corner that
 * folds away. The page is there before; nothing of it waits.
 */
(function () {
  'use strict';

  const KEPT = 'vung-xanh-panel';

  /** @param {string} html */
  function show(html) {
    const panel = new DOMParser().parseFromString(html, 'text/html').querySelector('.vx-faults');
    if (!panel) return;
    const details = panel.querySelector('details');
    if (details) {
      // On a telephone it would cover half of what is being looked at.
      details.open = (sessionStorage.getItem(KEPT) || (innerWidth < 700 ? 'shut' : 'open')) === 'open';
      details.addEventListener('toggle', () => sessionStorage.setItem(KEPT, details.open ? 'open' : 'shut'));
    }
    document.body.appendChild(panel);
  }

  addEventListener('load', () => {
    fetch('/.vung-xanh/problems?page=' + encodeURIComponent(location.pathname))
      .then((answer) => (answer.ok ? answer.text() : ''))
      .then(show, () => {}); // the server has stopped: the terminal knows
  });
})();
