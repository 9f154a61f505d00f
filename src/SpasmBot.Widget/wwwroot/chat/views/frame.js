// The window around the chat: closing it, and leaving it in a hurry.

import { byId } from "../dom.js";

const isFramed = window.parent !== window;

/** @param {import("../config.js").Config} config */
export function createFrame(config) {
  byId("close").addEventListener("click", (event) => {
    if (!isFramed) return;
    event.preventDefault();
    // Carries nothing that another page could not know.
    window.parent.postMessage("spasmbot:close", "*");
  });
  return {
    /** Leads the whole window to an everyday page and leaves no way back to this one. */
    quickExit() {
      window.top.location.replace(new URL(config.quickExit, location.href).href);
    },
  };
}
