// What stands in place of a conversation: it is not open yet, cannot be opened, or is deleted.

import { callLink, el, icon, paragraphs } from "../dom.js";
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
    el("p", {}, words.orCall),
    el("button", { type: "button", class: "button primary", onclick: tryAgain }, words.tryAgain),
    el("a", { class: "button", href: callLink(phone) }, icon("phone"), words.call(phone)),
  );
}

/** @param {string | null} farewell what the bot said about it @param {() => void} startAnew */
export function deleted(farewell, startAnew) {
  return el(
    "div",
    { class: "notice" },
    el("h2", {}, words.deleted),
    ...(farewell ? paragraphs(farewell) : []),
    el("button", { type: "button", class: "button primary", onclick: startAnew }, words.newConversation),
  );
}

/** @param {string} text */
export function line(text) {
  return el("p", { class: "event" }, text);
}
