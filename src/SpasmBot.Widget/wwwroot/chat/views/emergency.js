// An emergency: the banner that stays in view, and in the conversation what to do until help is there.

import { callLink, el, icon } from "../dom.js";
import { words } from "../words.js";

/** @typedef {import("../activities.js").Emergency} Emergency */
/** @typedef {{ command: (name: string) => void, quickExit: () => void }} Ways */

const ICONS = { ambulance: "phone", emergency: "warning", crisis: "support" };

/** @param {HTMLElement} section @param {Ways} ways */
export function createBanner(section, { quickExit }) {
  /** @type {Emergency | null} */
  let shown = null;
  return {
    /** @param {Emergency | null} emergency @returns {boolean} whether it is one that was not shown before */
    show(emergency) {
      if (emergency === shown) return false;
      shown = emergency;
      section.hidden = emergency === null;
      section.replaceChildren(...(emergency ? draw(emergency) : []));
      return emergency !== null;
    },
    focus: () => section.querySelector("h2")?.focus(),
  };

  /** @param {Emergency} emergency */
  function draw({ level, title, phones, quickExit: offersExit }) {
    return [
      el("h2", { id: "emergency-title", tabindex: "-1" }, icon(ICONS[level] ?? "warning"), el("span", {}, title)),
      phones.length > 0 && callButton(phones[0], "call-button"),
      offersExit && el("button", { type: "button", class: "exit-button", onclick: quickExit }, icon("exit"), words.quickExit),
    ].filter(Boolean);
  }
}

/**
 * @param {Emergency} emergency
 * @param {boolean} isCurrent whether its banner is in view now
 * @param {Ways} ways
 */
export function emergencyCard(emergency, isCurrent, { command }) {
  const { level, title, phones, whileWaiting, mistake } = emergency;
  return el(
    "div",
    { class: "emergency-card", "data-level": level },
    !isCurrent && el("h2", { class: "emergency-was" }, title),
    whileWaiting.length > 0 && [
      el("h3", {}, words.whileYouWait[level] ?? words.whileYouWait.ambulance),
      el("ul", { class: "plain-list" }, ...whileWaiting.map((line) => el("li", {}, line))),
    ],
    phones.length > 1 && [
      el("h3", { class: "visually-hidden" }, words.otherNumbers),
      el("ul", { class: "other-numbers" }, ...phones.slice(1).map((phone) => el("li", {}, callButton(phone, "button")))),
    ],
    isCurrent &&
      mistake &&
      el("button", { type: "button", class: "quiet-button", onclick: () => command("mistake") }, words.byMistake),
  );
}

/** @param {{ label: string, number: string }} phone @param {string} className */
function callButton({ label, number }, className) {
  // A label that says the number itself ("Call 10177") needs no second line.
  const [first, second] = label.includes(number) ? [null, label] : [label, words.call(number)];
  return el(
    "a",
    { class: className, href: callLink(number) },
    icon("phone"),
    el("span", {}, first && el("span", { class: "call-label" }, `${first} `), el("span", { class: "number" }, second)),
  );
}
