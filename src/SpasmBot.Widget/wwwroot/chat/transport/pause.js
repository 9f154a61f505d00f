// Waiting that ends early when there is reason to try at once: the network is back, or the page is looked at again.

/** @param {number} milliseconds @param {AbortSignal} signal @returns {Promise<void>} */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      document.removeEventListener("visibilitychange", seen);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const seen = () => document.visibilityState === "visible" && done();
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    document.addEventListener("visibilitychange", seen);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}

/** Longer after every failure, never the same for everybody. @param {number} failures */
export function backoff(failures) {
  return Math.min(500 * 2 ** failures, 15_000) * (0.75 + Math.random() / 2);
}
