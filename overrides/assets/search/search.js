/*
 * Answers the theme's search box. It runs as the box's worker, or in the page where there is
 * no worker (box.js). The index is asked for at the first letters, not before.
 */

/**
 * @typedef {{type: number, data?: any}} Message the theme's: set up, ready, query, result
 * @param {string} address of this script, its query being the language
 * @param {(address: string) => Promise<unknown>} load runs another script
 * @param {(message: Message) => void} reply
 */
var vungXanhSearch = (address, load, reply) => {
  'use strict';

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  /** @type {Promise<(query: string) => unknown[]> | undefined} */
  let opening;

  const open = async () => {
    const index = `../../search/${address.split('?')[1]}.js`;
    await Promise.all(['find.js', index].map((path) => load(new URL(path, address).href)));
    return vungXanhFind(/** @type {any} */ (self).vungXanhIndex);
  };

  /** @param {Message} message */
  return async ({ type, data }) => {
    if (type === SETUP) reply({ type: READY });
    if (type !== QUERY) return;
    if (!data.trim()) return reply({ type: RESULT, data: { items: [] } });
    opening = opening || open();
    try {
      await opening;
    } catch {
      opening = undefined; // no network: claim nothing, ask again at the next letter
      return;
    }
    reply({ type: RESULT, data: { items: (await opening)(data) } });
  };
};

if ('importScripts' in self) {
  const answer = vungXanhSearch(
    self.location.href,
    async (address) => /** @type {any} */ (self).importScripts(address),
    (message) => self.postMessage(message),
  );
  self.addEventListener('message', (event) => answer(event.data));
}
