/*
 * The short form of what a link leads to (scripts/vungxanh/markdown/citations.py): on hover and on
 * focus; on touch the first tap shows it, the second follows the link. It can be pointed at, stays
 * until one leaves, and goes with Escape (WCAG 1.4.13).
 */
(() => {
  'use strict';

  const LINGER = 250; // milliseconds to get from the link to its note
  const GAP = 8; // pixels kept from the edges

  const column = document.querySelector('.md-content') || document.body;

  /** @type {{link: HTMLElement, note: HTMLElement} | undefined} */
  let open;
  let leaving = 0;
  let first = false; // the tap under way found its note closed

  const hide = () => {
    clearTimeout(leaving);
    if (open) open.note.hidden = true;
    open = undefined;
  };

  /** Below the link, or above it where there is more room. @param {HTMLElement} link @param {HTMLElement} note */
  const place = (link, note) => {
    const lines = link.getClientRects();
    const page = (note.offsetParent || document.body).getBoundingClientRect();
    const { height, width } = note.getBoundingClientRect();
    const bar = document.querySelector('.vx-bar');
    const bottom = bar ? bar.getBoundingClientRect().top : innerHeight;
    const below = lines[lines.length - 1].bottom;
    const fits = below + height < bottom || lines[0].top < height;
    const left = Math.min(lines[0].left, column.getBoundingClientRect().right - width - GAP);
    note.style.left = `${Math.max(GAP, left) - page.left}px`;
    note.style.top = `${(fits ? below : lines[0].top - height) - page.top}px`;
  };

  VungXanh.all('[data-tip]').forEach((link, at) => {
    const [head, text] = String(link.dataset.tip).split('\n');
    const note = VungXanh.make('span', 'vx-tip', text);
    note.prepend(VungXanh.make('strong', '', head));
    note.id = `vx-tip-${at}`;
    note.hidden = true;
    note.setAttribute('role', 'tooltip');
    link.setAttribute('aria-describedby', note.id);
    column.append(note);

    const show = () => {
      clearTimeout(leaving);
      if (open && open.link === link) return;
      hide();
      note.hidden = false;
      place(link, note);
      open = { link, note };
    };
    const leave = () => {
      if (document.activeElement === link) return;
      clearTimeout(leaving);
      leaving = setTimeout(hide, LINGER);
    };
    for (const one of [link, note]) {
      one.addEventListener('mouseenter', show);
      one.addEventListener('mouseleave', leave);
    }
    link.addEventListener('focus', show);
    link.addEventListener('blur', hide);
    link.addEventListener('pointerdown', ({ pointerType }) => {
      first = pointerType === 'touch' && !!note.hidden;
    });
    link.addEventListener('click', (event) => {
      if (first) event.preventDefault();
      if (first) show();
      first = false;
    });
  });

  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!open || !(target instanceof Node)) return;
    if (!open.link.contains(target) && !open.note.contains(target)) hide();
  });
})();
