/* The screen the room looks at: one slide, a strip below it, and what opens over it. */
var VxStage = (() => {
  'use strict';
  const { make } = VungXanh;
  const { word, button } = VxWords;

  const ICONS = {
    back: 'M15 4l-8 8 8 8',
    forward: 'M9 4l8 8-8 8',
    overview: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
    timer: 'M12 4a8 8 0 1 0 .1 0zM12 8v4l3 2M9 1h6',
    blank: 'M3 5h18v12H3zM8 21h8M5 15l12-8',
    full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
    keys: 'M9 9a3 3 0 1 1 4 3q-1 .5-1 2M12 18v.1',
    leave: 'M5 5l14 14M19 5L5 19',
  };

  /** @param {keyof typeof ICONS} name @param {(act: string) => void} act */
  const tool = (name, act) => {
    const one = button('vx-tool', '', () => act(name));
    const [icon, path] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
    icon.setAttribute('viewBox', '0 0 24 24');
    icon.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', ICONS[name]);
    icon.append(path);
    one.append(icon);
    one.title = word(`key_${name}`);
    one.setAttribute('aria-label', one.title);
    return one;
  };

  /** @param {string} label @param {(act: string) => void} act what the buttons do */
  const build = (label, act) => {
    const root = make('div', 'vx-stage');
    root.tabIndex = -1;
    root.setAttribute('role', 'dialog');
    root.setAttribute('aria-modal', 'true');
    root.setAttribute('aria-label', label);
    const view = make('div', 'vx-stage__view');
    const sheet = make('div', 'vx-stage__view vx-stage__sheet');
    sheet.setAttribute('aria-hidden', 'true');
    const panel = make('div', 'vx-panel');
    panel.hidden = true;
    panel.tabIndex = 0; // where it scrolls
    const strip = make('div', 'vx-strip');
    const number = make('span', 'vx-strip__number');
    const clock = make('span', 'vx-strip__timer');
    clock.hidden = true;
    clock.setAttribute('role', 'timer');
    const asked = make('span', 'vx-strip__ask');
    const tools = make('span', 'vx-strip__tools');
    tools.append(.../** @type {(keyof typeof ICONS)[]} */ (Object.keys(ICONS)).map((name) => tool(name, act)));
    strip.append(number, clock, asked, tools);
    const voice = make('span', 'vx-unseen');
    voice.setAttribute('role', 'status');
    root.append(make('h1', 'vx-unseen', label), view, sheet, panel, strip, voice);

    /** @param {string} text for screen readers */
    const say = (text) => (voice.textContent = text);

    /** @type {Element | null} */
    let before = null;
    const close = () => {
      if (panel.hidden) return false;
      const inside = panel.contains(document.activeElement);
      panel.hidden = true;
      panel.textContent = '';
      panel.removeAttribute('data-kind');
      if (inside) /** @type {HTMLElement} */ (before && root.contains(before) ? before : root).focus();
      return true;
    };
    const closer = () => button('vx-panel__close', word('close'), close);
    /** Over the slide. @param {string} kind @param {Element[]} content @param {string} label @param {HTMLElement | null} [focus] */
    const open = (kind, content, label, focus) => {
      const same = panel.dataset.kind === kind && kind !== 'say';
      close();
      if (same) return;
      before = document.activeElement;
      panel.dataset.kind = kind;
      panel.setAttribute('role', 'group');
      panel.setAttribute('aria-label', label);
      panel.append(...content);
      panel.hidden = false;
      if (kind !== 'say') (focus || panel).focus();
    };
    /** @param {Element | null} box */
    const tell = (box) => {
      if (!box) return;
      open('say', [closer(), box], word('note'));
      say(box.textContent || '');
    };

    /** A picture of the slide, as large as the screen. @param {Element | null} [image] */
    const enlarge = (image = view.querySelector('.vx-slide__picture img')) => {
      if (!image) return;
      open('picture', [/** @type {Element} */ (image.cloneNode()), closer()], word('key_enlarge'));
    };

    return { enlarge, root, view, sheet, panel, number, clock, asked, say, open, close, tell };
  };

  /** The whole screen, or no longer. */
  const full = () => {
    const page = /** @type {any} */ (document.documentElement);
    const doc = /** @type {any} */ (document);
    const inside = doc.fullscreenElement || doc.webkitFullscreenElement;
    const ask = inside ? doc.exitFullscreen || doc.webkitExitFullscreen : page.requestFullscreen || page.webkitRequestFullscreen;
    const done = ask && ask.call(inside ? doc : page);
    if (done && done.catch) done.catch(() => 0);
  };

  return { build, full };
})();
