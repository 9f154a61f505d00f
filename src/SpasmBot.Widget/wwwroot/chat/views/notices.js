// What stands in place of a conversation: it is not open yet, cannot be opened, or is deleted.

import { el } from "../dom.js";
import { words } from "../words.js";

export function opening() {
  return el("p", { class: "loading" }, words.opening);
}

/** @param {string} phone @param {() => void} tryAgain */
export function cannotOpen(phone, tryAgain) {
  return el(
    "div",
    { class: "notice" },
    el("h2", {}, words.cannotOpen),
    el("p", {}, words.callInstead(phone)),
    el("button", { type: "button", class: "button primary", onclick: tryAgain }, words.tryAgain),
  );
}

/** @param {() => void} startAnew */
export function deleted(startAnew) {
  return el(
    "div",
    { class: "notice" },
    el("h2", {}, words.deleted),
    el("button", { type: "button", class: "button primary", onclick: startAnew }, words.newConversation),
  );
}

/** @param {string} text */
export function line(text) {
  return el("p", { class: "event" }, text);
}
