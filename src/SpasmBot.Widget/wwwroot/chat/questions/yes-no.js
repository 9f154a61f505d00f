// Yes, no, not sure: three equals.

import { el } from "../dom.js";
import { words } from "../words.js";

/** @param {import("../activities.js").Question} question @param {import("./card.js").Asking} asking */
export function yesNo(question, { send }) {
  // The options may name the finding that a yes settles.
  const finding = question.options.find((option) => option.id !== "yes" && option.id !== "no");
  const button = (title, answer) =>
    el("button", { type: "button", class: "button", onclick: () => send(answer) }, title);
  return [
    el(
      "div",
      { class: "equals" },
      button(words.yes, { selected: [finding?.id ?? "yes"] }),
      button(words.no, question.none ? { none: true } : { selected: ["no"] }),
      question.unsure && button(words.notSure, { unsure: true }),
    ),
  ];
}
