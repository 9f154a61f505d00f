// One message of the conversation as list items.

import { el, icon, paragraphs } from "../dom.js";
import { withLinks } from "../links.js";
import { words } from "../words.js";
import { answerCard } from "./answer.js";
import { copyButtons } from "./copy.js";
import { emergencyCard } from "./emergency.js";

/**
 * @typedef {import("../activities.js").Message} Message
 * @typedef {object} WaysOfChat
 * @property {(name: string, question?: string) => void} command
 * @property {() => void} quickExit
 * @property {(clientId: string) => void} retry
 * @property {(clientId: string) => void} takeBack
 * @typedef {WaysOfChat & import("./copy.js").CopyWays} Ways
 */

/** @param {Message} message @param {Ways} ways */
export function personItem(message, ways) {
  return el(
    "li",
    { class: "message person", "data-state": message.state },
    el("span", { class: "visually-hidden" }, `${words.youSaid}: `),
    el("div", { class: "bubble" }, ...paragraphs(message.text)),
    delivery(message, ways),
  );
}

/** Where a message on its way is. @param {Message} message @param {Ways} ways */
function delivery({ state, clientId, why }, { retry, takeBack }) {
  const way = (text, act) => el("button", { type: "button", class: "quiet-button", onclick: () => act(clientId) }, text);
  const line = (isBad, ...content) => el("p", { class: ["delivery", isBad && "failed"] }, ...content);
  switch (state) {
    case "sending":
      return line(false, words.sending);
    case "waiting":
      // A reason is the server's, which answers but cannot take it.
      return line(Boolean(why), why || words.waiting, why && way(words.tryAgain, retry), way(words.takeBack, takeBack));
    case "refused":
      return line(true, words.refused);
    case "failed":
      return line(true, words.notSent, way(words.tryAgain, retry));
    default:
      return null;
  }
}

/**
 * @param {Message} message
 * @param {{ isOpen: boolean, isEmergency: boolean }} standing whether its question is the open one, its emergency the
 *   one in view
 * @param {Ways} ways
 */
export function botItems(message, { isOpen, isEmergency }, ways) {
  return [
    message.emergency && wide(emergencyCard(message.emergency, isEmergency, ways)),
    message.answer && !message.isCopy && wide(answerCard(/** @type {import("../activities.js").Answering} */ (message), ways)),
    ...saidBy(message, isOpen).map(bubble),
    message.isCopy && wide(...copyButtons(ways)),
    message.reference && wide(referenceCard(message)),
    message.handoff && el("li", { class: "event" }, words.handoff[message.handoff]),
  ].filter(Boolean);
}

/** What is said in bubbles: the open question is drawn with its controls instead. */
function saidBy({ question, emergency, answer, isCopy, reference, text }, isOpen) {
  if (isCopy) return [text.split("\n")[0]];
  if (!question) return emergency || answer || reference || !text ? [] : [text];
  if (question.error !== null) return isOpen ? [] : [question.error];
  return [question.lead, isOpen ? null : question.prompt].filter(Boolean);
}

const bubble = (said) =>
  el(
    "li",
    { class: "message bot" },
    el("span", { class: "visually-hidden" }, `${words.botSaid}: `),
    el("div", { class: "bubble" }, ...paragraphs(said, withLinks)),
  );

const wide = (...content) => el("li", { class: "message wide" }, ...content);

/** @param {Message} message */
function referenceCard({ text, reference }) {
  const line = el("p", {}, `${words.reference}: `, el("strong", {}, reference));
  return el("div", { class: "reference" }, icon("check"), el("div", {}, ...paragraphs(text, withLinks), !text.includes(reference ?? "") && line));
}
