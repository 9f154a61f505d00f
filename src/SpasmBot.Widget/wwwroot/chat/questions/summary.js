// The answers so far, each with a way to change it.

import { el } from "../dom.js";
import { words } from "../words.js";

/** @param {import("../activities.js").Question} question @param {import("./card.js").Asking} asking */
export function summaryList(question, { command }) {
  return el(
    "dl",
    { class: "summary" },
    ...question.summary.map((line) =>
      el(
        "div",
        { class: "summary-line" },
        el("dt", {}, line.label),
        el("dd", {}, line.answer),
        el(
          "dd",
          { class: "summary-change" },
          el(
            "button",
            { type: "button", class: "quiet-button", onclick: () => command("change", line.question) },
            words.change,
            el("span", { class: "visually-hidden" }, ` ${line.label}`),
          ),
        ),
      ),
    ),
  );
}
