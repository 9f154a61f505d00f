// A number: 0 to 10 as a scale with words, any other as a field that also takes words ("3 weeks").

import { el } from "../dom.js";
import { words } from "../words.js";
import { otherButton } from "./choice.js";

/** The words of the scale and the numbers each stands for. */
const BANDS = [[0], [1, 2, 3], [4, 5, 6], [7, 8, 9], [10]];

/** @param {import("../activities.js").Question} question @param {import("./card.js").Asking} asking */
export function number(question, asking) {
  const isScale = question.min === 0 && question.max === 10;
  return [
    isScale ? scale(asking) : field(question, asking),
    question.unsure && el("div", { class: "apart" }, otherButton(words.notSure, () => asking.send({ unsure: true }))),
  ];
}

/** @param {import("./card.js").Asking} asking */
function scale({ send }) {
  const button = (value, band) =>
    el(
      "button",
      { type: "button", class: "button scale-number", "aria-label": `${value}, ${words.scale[band]}`, onclick: () => send({ value }) },
      String(value),
    );
  return el(
    "div",
    { class: "scale" },
    ...BANDS.map((values, band) =>
      el(
        "div",
        { class: "scale-band" },
        el("span", { class: "scale-word", "aria-hidden": "true" }, words.scale[band]),
        el("div", { class: "scale-numbers" }, ...values.map((value) => button(value, band))),
      ),
    ),
  );
}

/** @param {import("../activities.js").Question} question @param {import("./card.js").Asking} asking */
function field(question, { send, say, fail, given }) {
  const input = el("input", {
    class: "input",
    type: "text",
    inputmode: question.unit?.startsWith("day") ? "text" : "numeric",
    autocomplete: "off",
    "aria-labelledby": question.unit ? "question-title question-unit" : "question-title",
    "aria-invalid": question.error !== null ? "true" : null,
    value: given?.value ?? "",
  });
  return el(
    "form",
    { class: "number-form", novalidate: true, onsubmit: submit },
    input,
    question.unit && el("span", { class: "unit", id: "question-unit" }, question.unit),
    el("button", { class: "button primary" }, words.continue),
  );

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const typed = input.value.trim();
    const value = Number(typed.replace(",", "."));
    if (!typed) return refuse();
    // Words are read by the bot, which knows "since Tuesday".
    if (Number.isNaN(value)) return say(typed);
    if (value < (question.min ?? value) || value > (question.max ?? value)) return refuse();
    send({ value });
  }

  function refuse() {
    input.setAttribute("aria-invalid", "true");
    input.focus();
    const { min, max } = question;
    fail(min !== null && max !== null ? words.numberFromTo(min, max) : words.numberNeeded);
  }
}
