// The open question: what is asked, how to answer, why, and the ways out of it.

import { el, icon } from "../dom.js";
import { words } from "../words.js";
import { figure } from "../figures.js";
import { bodyMap } from "./body.js";
import { choice } from "./choice.js";
import { form } from "./form.js";
import { number } from "./number.js";
import { summaryList } from "./summary.js";
import { ticks } from "./ticks.js";
import { yesNo } from "./yes-no.js";

/**
 * What a question's controls can do.
 * @typedef {object} Asking
 * @property {(answer: any) => void} send  the answer, without the question's id
 * @property {(text: string) => void} say  an answer in words
 * @property {(name: string, question?: string) => void} command
 * @property {(problem: string) => void} fail  shows and says what is wrong with the whole answer
 * @property {(text: string) => void} announce  says it to who cannot see it
 * @property {any} given  what was answered to this question before, to be kept
 */

/** @type {Record<string, (question: import("../activities.js").Question, asking: Asking) => any[]>} */
const CONTROLS = {
  choice,
  multi: ticks,
  body: bodyMap,
  yesno: yesNo,
  number,
  text: () => [],
  contact: form,
  slot: (question, asking) => (question.fields.length > 0 ? form : ticks)(question, asking),
};

/** Characters from which a question is read like a text: what to do in a self test. */
const LONG = 120;

/** A second tap of a double tap must not answer a question that has only just come. */
const SETTLING = 350;

/**
 * @param {import("../activities.js").Question} question
 * @param {Omit<Asking, "fail"> & { canGoBack: boolean, canBeTwice: boolean }} asking
 * @returns {HTMLElement}
 */
export function questionCard(question, asking) {
  const error = el("p", { class: "error", id: "question-error", hidden: true });
  const showError = (text) => {
    error.hidden = false;
    error.replaceChildren(icon("warning"), el("span", {}, text));
  };
  const fail = (text) => {
    showError(text);
    error.scrollIntoView({ block: "nearest" });
    asking.announce(text);
  };
  const isSaidAtField = question.fields.some((field) => field.error);
  if (question.error && !isSaidAtField) showError(question.error);

  const card = el(
    "div",
    { class: ["question-card", asking.canBeTwice && "is-settling"], "data-question": question.id, "data-kind": question.kind },
    el("h2", { id: "question-title", class: question.prompt.length > LONG && "is-long" }, question.prompt),
    question.hint && el("p", { class: "question-hint", id: "question-hint" }, question.hint),
    error,
    question.figure && figure(question.figure),
    question.summary.length > 0 && summaryList(question, { ...asking, fail }),
    el(
      "div",
      { class: "controls", role: "group", "aria-labelledby": "question-title", "aria-describedby": describedBy(question) },
      ...CONTROLS[question.kind](question, { ...asking, fail }),
    ),
    question.why && why(question.why),
    waysOut(question, asking),
  );
  setTimeout(() => card.classList.remove("is-settling"), SETTLING);
  return card;
}

/** What a control of the question is described by. @param {import("../activities.js").Question} question */
function describedBy({ hint }) {
  return hint ? "question-hint question-error" : "question-error";
}

/** @param {string} text */
function why(text) {
  return el("details", { class: "why" }, el("summary", {}, words.whyWeAsk), el("p", {}, text));
}

function waysOut(question, { send, command, canGoBack }) {
  if (!canGoBack && !question.optional) return null;
  const back = () =>
    el("button", { type: "button", class: "quiet-button", onclick: () => command("back") }, icon("back"), words.back);
  const skip = () =>
    el("button", { type: "button", class: "quiet-button", onclick: () => send({ skip: true }) }, words.skip);
  return el("div", { class: "ways-out" }, canGoBack && back(), question.optional && skip());
}
