/* A page that has moved: the query and the place in the page go with the reader. */
(() => {
  'use strict';

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  location.replace(script.dataset.to + location.search + location.hash);
})();
