// One of several: a tap is the answer.

import { el } from "../dom.js";
import { words } from "../words.js";
import { grouped } from "./groups.js";

/** @param {import("../activities.js").Question} question @param {import("./card.js").Asking} asking */
export function choice(question, { send }) {
  // Two or four short ones stand in pairs; anything else is read more easily one below the other.
  const isPairs = question.options.length % 2 === 0 && question.options.length <= 4;
  const isShort = isPairs && question.options.every((option) => option.title.length <= 12 && !option.hint);
  const isOnly = question.options.length === 1;
  const others = [
    question.none && otherButton(words.noneOfThese, () => send({ none: true })),
    question.unsure && otherButton(words.notSure, () => send({ unsure: true })),
  ].filter(Boolean);
  return [
    ...grouped(question.options, isShort ? "chips" : "chips stacked", (option) =>
      el("li", {}, optionButton(option, isOnly, () => send({ selected: [option.id] }))),
    ),
    others.length > 0 && el("div", { class: "apart" }, ...others),
  ];
}

function optionButton(option, isPrimary, onclick) {
  return el(
    "button",
    { type: "button", class: ["button chip", isPrimary && "primary"], "data-option": option.id, onclick },
    el("span", { class: "option-title" }, option.title),
    option.hint && el("span", { class: "option-hint" }, option.hint),
  );
}

/** An answer that is none of the options. @param {string} title @param {() => void} onclick */
export function otherButton(title, onclick) {
  return el("button", { type: "button", class: "button", onclick }, title);
}
