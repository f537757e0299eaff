/* Where the lesson stands: this activity, the minutes left of it and of the lesson. Survives a reload. */
var VxClock = (() => {
  'use strict';

  /** @typedef {{name: string, minutes: number, node: Element}} Activity */

  /** @param {Activity[]} activities @param {string} key where it is kept while the window is open */
  const clock = (activities, key) => {
    // `spent` seconds of this activity, `before` of the ones before it, `since`: running from then on
    let state = { at: 0, spent: 0, before: 0, more: 0, since: 0 };
    try {
      const kept = { ...JSON.parse(sessionStorage.getItem(key) || '{}') };
      /** @type {(keyof typeof state)[]} */ (Object.keys(state)).forEach((name) => {
        if (Number.isInteger(kept[name]) || (name !== 'at' && Number.isFinite(kept[name]))) state[name] = kept[name];
      });
    } catch {
      // starts anew
    }
    const at = () => Math.min(activities.length - 1, Math.max(0, state.at));
    const running = () => state.since > 0;
    const spent = () => state.spent + (running() ? (Date.now() - state.since) / 1000 : 0);
    /** @param {Partial<typeof state>} change */
    const set = (change) => {
      state = { ...state, ...change };
      try {
        sessionStorage.setItem(key, JSON.stringify(state));
      } catch {
        // only this window remembers
      }
    };
    const all = activities.reduce((sum, one) => sum + one.minutes, 0) * 60;
    return {
      index: at,
      running,
      toggle: () => set({ spent: spent(), since: running() ? 0 : Date.now() }),
      /** @param {number} by one forth or back */
      move: (by) => {
        const to = at() + by;
        if (!activities[to]) return;
        set({ at: to, before: state.before + spent(), spent: 0, more: 0, since: running() ? Date.now() : 0 });
      },
      more: () => set({ more: state.more + 60 }),
      left: () => activities[at()].minutes * 60 + state.more - spent(),
      lesson: () => all - state.before - spent(),
    };
  };

  return { clock };
})();
