/*
 * The teacher's page as the second screen: opens the lesson in a window for the room, and drives it.
 * Believed is only the window opened here; after a reload of this one, the window that knows the
 * word this one gave it.
 */
{
  const { all } = VungXanh;
  const teach = /** @type {HTMLElement | null} */ (document.querySelector('.vx-teach[data-page]'));
  const FILE = location.protocol === 'file:'; // there every page is a stranger to every other

  if (teach) {
    const lesson = teach.dataset.lesson || '';
    const key = `vung-xanh-phong-${lesson}`;
    /** @type {Window | null} */
    let room = null;
    let heard = 0;
    let token = '';
    try {
      token = sessionStorage.getItem(key) || '';
    } catch {
      // a reload of this window needs the button again
    }
    /** Whether a reload finds the desk again. @param {boolean} on */
    const remember = (on) => {
      try {
        if (on) sessionStorage.setItem(key, token);
        else sessionStorage.removeItem(key);
      } catch {
        // as above
      }
    };

    /** @param {string} does @param {string | number} [value] @param {string} [about] */
    const send = (does, value, about) => {
      if (room && !room.closed) room.postMessage({ vx: 'project', does, value, key: about }, FILE ? '*' : location.origin);
    };

    const open = () => {
      token = token || Array.from(crypto.getRandomValues(new Uint32Array(4)), (one) => one.toString(36)).join('');
      remember(true);
      const page = new URL(`${teach.dataset.page}#chieu`, location.href).href;
      room = window.open(page, `vx-room-${lesson}`, 'popup=yes,width=1024,height=768');
      heard = Date.now();
      appear();
      desk.wired(room ? 'opening' : 'refused');
    };
    const appear = () => {
      document.body.append(desk.root);
      document.documentElement.dataset.desk = '';
    };
    const leave = () => {
      remember(false);
      desk.root.remove();
      delete document.documentElement.dataset.desk;
      buttons[0].focus();
    };
    const desk = VxDesk.desk(teach, send, { open, leave });

    addEventListener('message', ({ source, origin, data }) => {
      if (!source || !(FILE || origin === location.origin) || !data || data.vx !== 'project' || data.lesson !== lesson) return;
      if (source !== room && !(token && data.token === token)) return;
      room = /** @type {Window} */ (source);
      heard = Date.now();
      if (data.token !== token) send('hello', token);
      if (data.is === 'gone') return;
      desk.wired(data.is === 'state' ? 'on' : 'page');
      if (data.is === 'state') desk.show(data);
    });
    setInterval(() => {
      if (!('desk' in document.documentElement.dataset)) return;
      if (room && room.closed) desk.wired('gone');
      else if (Date.now() - heard > 6000) desk.wired('silent');
    }, 1000);

    addEventListener('keydown', (event) => {
      const { target, key: pressed } = event;
      if (!('desk' in document.documentElement.dataset) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!(target instanceof Element) || target.matches('input, textarea, select')) return;
      if (pressed === ' ' && target.matches('button, summary')) return;
      const acts = { ArrowRight: 'forward', PageDown: 'forward', ' ': 'forward', ArrowLeft: 'back', PageUp: 'back', b: 'blank' };
      const act = acts[/** @type {'b'} */ (pressed)] || acts[/** @type {'b'} */ (pressed.toLowerCase())];
      if (!act) return;
      event.preventDefault();
      send('act', act);
    });

    const buttons = /** @type {HTMLButtonElement[]} */ (all('button.vx-desk-open', teach));
    buttons.forEach((button) => {
      button.addEventListener('click', open);
      button.hidden = false;
    });
    if (token) { // this window was reloaded while a lesson was on
      heard = Date.now();
      appear();
      desk.wired('opening');
    }
  }
}
