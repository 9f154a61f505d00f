// Where the check stands, and whether the line to the server does.

import { byId, callLink, el } from "../dom.js";
import { words } from "../words.js";

/** A line that is back this soon is not worth a word. */
const GRACE = 1_500;
/** Long enough to be seen. */
const SEEN = 2_500;

/** @param {{ step: number, of: number } | null} progress */
export function showProgress(progress) {
  byId("progress").hidden = progress === null;
  if (!progress) return;
  byId("progress-text").textContent = words.step(progress.step, progress.of);
  byId("progress-done").style.setProperty("inline-size", `${Math.round((100 * progress.step) / progress.of)}%`);
}

/**
 * The line that says so: lost and kept trying, or back, and meanwhile whom to call.
 * @param {HTMLElement} line
 * @param {string} emergencyNumber
 * @param {(text: string) => void} announce
 */
export function createConnectionLine(line, emergencyNumber, announce) {
  const said = el("span");
  const call = el("a", { href: callLink(emergencyNumber) }, words.emergencyCall(emergencyNumber));
  line.replaceChildren(said, " ", call);
  let isConnected = true;
  let isUrgent = false;
  /** What is written; a page that is translated reads differently. */
  let text = "";
  let timer = 0;

  return {
    /** @param {boolean} isNow */
    showConnection(isNow) {
      clearTimeout(timer);
      if (isNow && !isConnected) back();
      else if (!isNow) timer = setTimeout(lost, navigator.onLine ? GRACE : 0);
    },
    /** @param {boolean} isNow whether an answer that may be urgent waits to be sent */
    showUrgent(isNow) {
      if (isNow === isUrgent) return;
      isUrgent = isNow;
      if (isConnected && !isUrgent) return write("");
      write(isUrgent ? words.urgentUnsent : lostText());
    },
  };

  function lost() {
    isConnected = false;
    write(isUrgent ? words.urgentUnsent : lostText());
  }

  function back() {
    isConnected = true;
    if (isUrgent) return;
    write(words.connected);
    timer = setTimeout(() => write(""), SEEN);
  }

  /** @param {string} next */
  function write(next) {
    line.hidden = next === "";
    line.classList.toggle("is-back", next === words.connected);
    line.classList.toggle("is-urgent", next === words.urgentUnsent);
    call.hidden = next === words.connected;
    if (next && next !== text) announce(next);
    said.textContent = text = next;
  }
}

const lostText = () => (navigator.onLine ? words.connecting : words.offline);
