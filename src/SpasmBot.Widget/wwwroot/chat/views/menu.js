// The menu: a button that discloses a list. Escape, a choice, or turning elsewhere closes it.

import { words } from "../words.js";
import { confirm } from "./confirm.js";

/** @param {HTMLElement} menu @param {(name: string) => void} command */
export function createMenu(menu, command) {
  const button = /** @type {HTMLButtonElement} */ (menu.querySelector("button"));
  const list = /** @type {HTMLElement} */ (menu.querySelector(".menu-list"));

  button.addEventListener("click", () => setOpen(Boolean(list.hidden)));
  list.addEventListener("click", ({ target }) => {
    const chosen = /** @type {HTMLElement} */ (target).closest("button, a");
    if (!chosen) return;
    setOpen(false);
    button.focus();
    if (chosen instanceof HTMLButtonElement) void choose(chosen.dataset.command ?? "");
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    setOpen(false);
    button.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(/** @type {Node} */ (relatedTarget))) setOpen(false);
  });
  document.addEventListener("click", ({ target }) => menu.contains(/** @type {Node} */ (target)) || setOpen(false));

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    list.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  }

  /** @param {string} name */
  async function choose(name) {
    const question = words.confirm[name];
    if (!question || (await confirm(question))) command(name);
  }
}
