/* “Print this page”, where printing works. */
if (!VungXanh.inApp) {
  VungXanh.all('button.vx-print').forEach((button) => {
    button.addEventListener('click', () => print());
    button.hidden = false;
  });
}
