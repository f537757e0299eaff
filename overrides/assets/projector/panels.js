/* What a teacher opens over a slide: every slide, a clock to set, the keys. */
var VxPanels = (() => {
  'use strict';
  const { t, make } = VungXanh;
  const { word, button } = VxWords;

  /** @typedef {ReturnType<typeof VxStage.build>} Stage */
  /** @typedef {ReturnType<typeof VxDeck.cut>[0]} Slide */

  /**
   * Every slide as a card.
   * @param {Stage} stage @param {(Slide | null)[]} slides none: not to be seen yet
   * @param {number} at @param {(to: number) => void} go
   */
  const overview = (stage, slides, at, go) => {
    const list = make('ol', 'vx-cards-of');
    let current = null;
    slides.forEach((slide, index) => {
      if (!slide) return;
      const card = button('vx-card-of', '', () => go(index));
      card.append(make('span', 'vx-card-of__n', String(index + 1)), make('span', 'vx-card-of__title', slide.title));
      const image = slide.node.querySelector('img');
      if (image) {
        const small = /** @type {HTMLImageElement} */ (image.cloneNode());
        small.alt = '';
        card.append(small);
      } else if (/text|help|explain/.test(slide.kind)) card.append(make('span', '', slide.text.slice(0, 90)));
      if (index === at) {
        card.setAttribute('aria-current', 'true');
        current = card;
      }
      const item = make('li', '');
      item.dataset.kind = slide.kind;
      item.append(card);
      list.append(item);
    });
    stage.open('overview', [list], word('key_overview'), current);
  };

  /** @param {Stage} stage @param {ReturnType<typeof VxTimer.timer>} clock */
  const timer = (stage, clock) => {
    /** @param {number} seconds */
    const set = (seconds) => {
      clock.start(seconds);
      stage.close();
    };
    const { box, input } = VxMinutes.form(make('button', 'vx-tap', t('panels.begin')), set);
    if (clock.running()) box.append(button('', t('panels.timer_off'), () => set(0)));
    stage.open('timer', [box], word('key_timer'), input);
    input.select();
  };

  /** @param {Stage} stage @param {boolean} sensitive where no hands are counted */
  const keys = (stage, sensitive) => {
    const rows = { forward: '→ ␣', back: '←', jump: '7 ⏎', overview: 'O', blank: 'B', full: 'F', timer: 'T', count: 'H', hint: 'G', enlarge: 'Z', ends: 'Home End', leave: 'Esc' };
    const lines = Object.entries(rows).filter(([act]) => !sensitive || act !== 'count').map(([act, key]) => {
      const line = make('p', '');
      line.append(make('b', 'vx-keys', key), /jump|ends/.test(act) ? t(`panels.${act}`) : word(`key_${act}`));
      return line;
    });
    stage.open('keys', lines, word('key_keys'));
  };

  return { overview, timer, keys };
})();
