/* “Copy to send”: title, summary and the address the page has on the web. */
{
  const { t, all, status } = VungXanh;

  /** @param {string} text @returns {Promise<boolean>} */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { // no clipboard here, or not allowed: the old way
      const area = document.createElement('textarea');
      area.value = text;
      area.readOnly = true;
      area.style.cssText = 'position:fixed;top:0;opacity:0';
      document.body.append(area);
      area.select();
      area.setSelectionRange(0, text.length);
      try {
        return document.execCommand('copy');
      } catch {
        return false;
      } finally {
        area.remove();
      }
    }
  };

  all('button.vx-share').forEach((button) => {
    const message = status(button);
    button.addEventListener('click', async () => {
      const { title, summary } = button.dataset;
      const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=canonical]'));
      const local = location.protocol === 'file:';
      const address = link ? link.href : local ? '' : location.href.split('#')[0];
      const text = [[title, summary].filter(Boolean).join(' – '), address].filter(Boolean).join('\n');
      message.textContent = '';
      const copied = await copy(text);
      button.focus();
      message.textContent = copied ? t(local ? 'share_local' : 'share_done') : t('share_failed') + text;
    });
    button.hidden = false;
  });
}
