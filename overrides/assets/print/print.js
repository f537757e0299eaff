/* “Print this page”, where printing works; a page whose address ends in ?in prints as it opens. */
if (!VungXanh.inApp) {
  VungXanh.all('button.vx-print').forEach((button) => {
    button.addEventListener('click', () => print());
    button.hidden = false;
  });
  if (location.search === '?in') addEventListener('load', () => setTimeout(print));
}
