// One value in the browser's storage. Storage may be switched off, full, or hold what is not ours: then nothing is kept,
// and nothing else changes.

/**
 * @typedef {object} Stored
 * @property {() => any} read  null when there is nothing that can be read
 * @property {(value: any) => boolean} write  whether it is kept; what was there before is not kept in its place
 * @property {() => void} remove
 * @property {(act: () => void) => void} onChange  when another tab has changed it
 *
 * @param {"localStorage" | "sessionStorage"} area the browser's, or this tab's alone
 * @param {string} name
 * @returns {Stored}
 */
export function stored(area, name) {
  return {
    read: () => attempt(() => JSON.parse(window[area].getItem(name) ?? "null"), null),
    write(value) {
      const isKept = attempt(() => (window[area].setItem(name, JSON.stringify(value)), true), false);
      if (!isKept) this.remove();
      return isKept;
    },
    remove: () => attempt(() => window[area].removeItem(name), undefined),
    onChange: (act) => window.addEventListener("storage", (change) => change.key === name && act()),
  };
}

/** @template T @param {() => T} act @param {T} otherwise @returns {T} */
function attempt(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
