/* Inside the browser of Zalo, Messenger …: says so and shows the way out. */
if (VungXanh.inApp && /^http/.test(location.protocol)) {
  const { t, all, make } = VungXanh;

  all('.vx-webview').forEach((note) => {
    note.append(`${t('webview_why')} `);
    if (/Android/.test(navigator.userAgent)) {
      const { host, pathname, search, protocol } = location;
      const link = make('a', 'vx-webview__open', t('webview_open'));
      link.href = `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};` +
        'action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end';
      note.append(link);
    } else {
      note.append(t('webview_menu'));
    }
    note.hidden = false;
  });
}
