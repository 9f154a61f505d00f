// Asks before something that cannot be taken back.

import { el } from "../dom.js";

/**
 * @param {{ title: string, text: string, yes: string, no: string }} texts
 * @returns {Promise<boolean>}
 */
export function confirm({ title, text, yes, no }) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { class: "confirm", "aria-labelledby": "confirm-title" },
      el("h2", { id: "confirm-title" }, title),
      el("p", {}, text),
      el(
        "form",
        { method: "dialog", class: "confirm-actions" },
        el("button", { class: "button", value: "no" }, no),
        el("button", { class: "button primary", value: "yes" }, yes),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
