/* “Report a mistake”: on the click its mail gains what is being read, and with what. */
{
  const { t, all } = VungXanh;

  /** The first of the names that the browser calls itself by. @param {string} names */
  const first = (names) => names.split('|')
    .map((name) => RegExp(`(${name})(?:[\\w ]*/(\\d+))?`).exec(navigator.userAgent))
    .filter(Boolean).map((found) => (found || []).slice(1).join(' ').trim())[0] || '';

  let quote = '';
  let section = '';
  /** The selection, or else what stands in the upper third of the window. */
  const look = () => {
    const selection = getSelection();
    let top = innerHeight / 3;
    quote = String(selection || '').replace(/\s+/g, ' ').trim();
    if (quote && selection) top = selection.getRangeAt(0).getBoundingClientRect().top + 1;
    section = '';
    all('h1, h2, h3').forEach((heading) => {
      if (heading.getBoundingClientRect().top <= top) section = heading.textContent || '';
    });
  };

  /** @param {string} key @param {string} text */
  const row = (key, text) => (text ? `\r\n${t(key, { text })}` : '');

  /** @type {HTMLAnchorElement[]} */ (all('a.vx-report')).forEach((link) => {
    const { href } = link;
    // Pressing clears the selection before the click comes.
    link.addEventListener('pointerdown', look);
    link.addEventListener('click', (event) => {
      if (!event.detail) look(); // from the keyboard
      const rows = encodeURIComponent(
        row('report_section', section.replace('¶', '').trim()) +
        row('report_quote', Array.from(quote).slice(0, 200).join('')) +
        row('report_browser', first(
          'Zalo|FBAV|coc_coc_browser|Edg|OPR|SamsungBrowser|FxiOS|CriOS|Chrome|Firefox|Safari') +
          ', ' + first('Android|iPhone|iPad|Windows|Mac OS|CrOS|Linux')));
      link.href = /[?&]body=/.test(href)
        ? href.replace(/[?&]body=[^&]*/, (body) => body + rows)
        : `${href}${href.includes('?') ? '&' : '?'}body=${rows}`;
    });
  });
}
