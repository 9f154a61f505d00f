// Where the check stands, and whether the line to the server does.

import { words } from "../words.js";
import { byId } from "../dom.js";

/** A line that is back this soon is not worth a word. */
const GRACE = 1_500;

/** @param {{ step: number, of: number } | null} progress */
export function showProgress(progress) {
  byId("progress").hidden = progress === null;
  if (!progress) return;
  byId("progress-text").textContent = words.step(progress.step, progress.of);
  byId("progress-done").style.setProperty("inline-size", `${Math.round((100 * progress.step) / progress.of)}%`);
}

/** @param {(text: string) => void} announce */
export function createConnectionLine(announce) {
  const line = byId("connection");
  let timer = 0;
  /** @param {boolean} isConnected */
  return function show(isConnected) {
    clearTimeout(timer);
    if (isConnected) {
      if (!line.hidden) announce(words.connected);
      line.hidden = true;
      return;
    }
    timer = setTimeout(() => {
      const text = navigator.onLine ? words.connecting : words.offline;
      if (line.hidden || line.textContent !== text) announce(text);
      line.textContent = text;
      line.hidden = false;
    }, navigator.onLine ? GRACE : 0);
  };
}
