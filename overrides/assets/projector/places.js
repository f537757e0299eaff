/* Where the page stands, and where each class stopped: kept in the browser, but of a sensitive lesson not. */
var VxPlaces = (() => {
  'use strict';
  const { get, set, PLACES } = VungXanh;

  /** A place in the lesson, whatever the size of the screen. @typedef {{unit: number, offset: number}} Place */

  /** @returns {Record<string, string>} */
  const all = () => {
    try {
      return { ...JSON.parse(get(PLACES) || '') };
    } catch {
      return {};
    }
  };

  /** @param {string} lesson @param {Place | null} place none: not begun, or over */
  const keep = (lesson, place) => {
    const places = all();
    if (place) places[lesson] = `${place.unit}.${place.offset}`;
    else delete places[lesson];
    set(PLACES, JSON.stringify(places));
  };

  /** @param {string} lesson @returns {Place | null} */
  const recall = (lesson) => {
    const found = /^(\d+)\.(\d+)$/.exec(String(all()[lesson]));
    return found ? { unit: Number(found[1]), offset: Number(found[2]) } : null;
  };

  /** The section at which the page stands; none at its top. @param {Element} lesson */
  const near = (lesson) => {
    let found = '';
    if (scrollY > 200) {
      VungXanh.all('h2[id]', lesson).forEach((heading) => {
        if (heading.getBoundingClientRect().top < innerHeight / 2) found = heading.id;
      });
    }
    return found;
  };

  return { keep, recall, near };
})();
