/* Pours what a lesson says into a box until it is full; what is left goes on the next slide. */
var VxPour = (() => {
  'use strict';

  const PARTED = /^(UL|OL|BLOCKQUOTE|DIV|SECTION|ASIDE|FIGURE|TABLE|TBODY|DL)$/;
  const LOOSE = /^(DIV|SECTION|ASIDE)$/;
  /** Again on each slide: the head of a table, the answers of a match. */
  const AGAIN = 'thead, .vx-ask--others';

  /** Announces what follows, so it never stands last. @param {Element | null} node */
  const leads = (node) =>
    !!node && (/^H[1-6]$/.test(node.nodeName) || /:\s*$/.test(node.textContent || ''));

  /** @param {Element} node @param {number} at letters @param {boolean} after the place, or before it */
  const part = (node, at, after) => {
    const copy = /** @type {Element} */ (node.cloneNode(true));
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    let left = at;
    while (walker.nextNode()) {
      const { length } = walker.currentNode.textContent || '';
      if (left <= length) break;
      left -= length;
    }
    const range = document.createRange();
    range.selectNodeContents(copy);
    if (after) range.setEnd(walker.currentNode, left);
    else range.setStart(walker.currentNode, left);
    range.deleteContents();
    return copy;
  };

  /**
   * The last resort: a text longer than a whole slide parts between two sentences, or two words.
   * @param {Element} box @param {Element} node @param {() => boolean} fits
   */
  const words = (box, node, fits) => {
    const text = node.textContent || '';
    for (const pattern of [/[.!?…][”"’)]*\s+/g, /\s+/g]) {
      const ends = Array.from(text.matchAll(pattern), (one) => (one.index || 0) + one[0].length)
        .filter((end) => end < text.length);
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        const head = part(node, ends[middle - 1], false);
        box.append(head);
        if (fits()) low = middle;
        else high = middle - 1;
        head.remove();
      }
      if (low) {
        box.append(part(node, ends[low - 1], false));
        const rest = part(node, ends[low - 1], true);
        rest.classList.add('vx-on'); // an item that goes on has no number of its own
        return rest;
      }
    }
    return node;
  };

  /** @param {Element} box @param {Element} node @param {() => boolean} fits @param {boolean} force */
  const divide = (box, node, fits, force) => {
    const shell = /** @type {Element} */ (node.cloneNode(false));
    const rest = /** @type {Element} */ (node.cloneNode(false));
    const parts = Array.from(node.children);
    while (parts[0].matches(AGAIN)) {
      shell.append(parts[0].cloneNode(true));
      rest.append(/** @type {Element} */ (parts.shift()));
    }
    const again = shell.children.length;
    box.append(shell);
    let placed = 0;
    while (parts.length) {
      const left = pour(shell, parts[0], fits, force && !placed);
      if (left === parts[0]) break;
      parts.shift();
      placed += 1;
      if (left) {
        parts.unshift(left);
        break;
      }
    }
    while (LOOSE.test(node.nodeName) && placed > Number(force) && leads(shell.lastElementChild)) {
      placed -= 1;
      parts.unshift(/** @type {Element} */ (shell.lastElementChild));
      shell.removeChild(parts[0]);
    }
    // One item alone is not worth parting a list for, unless what announces it would stand alone.
    const few = force || again || LOOSE.test(node.nodeName) || /^T/.test(node.nodeName) || leads(shell.previousElementSibling);
    if (placed < (few ? 1 : 2)) {
      const back = Array.from(shell.children).slice(again, again + placed);
      shell.remove();
      node.append(...rest.children, ...back, ...parts);
      return node;
    }
    rest.append(...parts);
    if (rest instanceof HTMLOListElement) {
      rest.start += placed - Number(!!parts[0] && parts[0].classList.contains('vx-on'));
    }
    return rest;
  };

  /**
   * Puts into `box` what fits of `node`, and gives what is left; `node` itself if nothing fits.
   * @param {Element} box @param {Element} node @param {() => boolean} fits
   * @param {boolean} force the box is empty: something has to go in
   * @returns {Element | null}
   */
  const pour = (box, node, fits, force) => {
    box.append(node);
    if (fits()) return null;
    node.remove();
    if (PARTED.test(node.nodeName) && node.children.length) return divide(box, node, fits, force);
    return force && !node.matches('.vx-ask__row') ? words(box, node, fits) : node;
  };

  return { pour, leads };
})();
