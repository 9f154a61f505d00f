// The window around the chat: closing it, leaving it in a hurry, and telling the page that shows it what has happened.

import { byId } from "../dom.js";

const isFramed = window.parent !== window;

/** @param {import("../config.js").Config} config */
export function createFrame(config) {
  const close = byId("close");
  /** @type {MessagePort | null} */
  let port = null;

  window.addEventListener("message", ({ source, origin, data, ports }) => {
    const isHost = source === window.parent && (origin === location.origin || config.hosts.includes(origin));
    if (!isFramed || !isHost || data !== "spasmbot" || !ports[0]) return;
    port = ports[0];
    close.hidden = false;
  });
  // In a frame closing is the matter of the page around it, once that has made itself known.
  close.hidden = isFramed;
  close.addEventListener("click", (event) => {
    if (!isFramed) return;
    event.preventDefault();
    tell("close");
  });

  return {
    tell,
    /** Leads the whole window to an everyday page and leaves no way back to this one. */
    quickExit() {
      (window.top ?? window).location.replace(new URL(config.quickExit, location.href).href);
    },
  };

  /** @param {"close" | "finished" | "booking"} type @param {any} [detail] */
  function tell(type, detail = {}) {
    port?.postMessage({ type, detail });
  }
}
