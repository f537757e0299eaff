/* Minutes and seconds: the same on the room's screen and on the desk. */
var VxTime = (() => {
  'use strict';

  /** With a minus when they are over. @param {number} seconds */
  const text = (seconds) => {
    const left = Math.abs(Math.round(seconds));
    return `${seconds <= -1 ? '−' : ''}${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  };

  return { text };
})();
