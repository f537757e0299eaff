/*
 * Quick exit: a click, or Shift three times, hides the page at once and puts a
 * neutral site in its place in the history. Without this script it is a link.
 */
{
  const links = /** @type {HTMLAnchorElement[]} */ (VungXanh.all('a.vx-exit'));

  const leave = () => {
    document.documentElement.style.display = 'none';
    // rel=noreferrer is for links; this is for location.replace.
    const quiet = document.createElement('meta');
    quiet.name = 'referrer';
    quiet.content = 'no-referrer';
    document.head.append(quiet);
    location.replace(links[0].href);
  };

  if (links.length) {
    let presses = 0;
    let timer = 0;
    links.forEach((link) => link.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    }));
    addEventListener('keydown', (event) => {
      if (event.repeat) return;
      presses = event.key === 'Shift' ? presses + 1 : 0;
      clearTimeout(timer);
      timer = setTimeout(() => (presses = 0), 5000);
      if (presses === 3) leave();
    });
  }
}
