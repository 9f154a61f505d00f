// The conversation as this page knows it: the messages in order and, derived from them, where it stands.

import { readActivity } from "./activities.js";
import { describe, isDrawn } from "./answers.js";

/**
 * @typedef {import("./activities.js").Message} Message
 * @typedef {import("./activities.js").Asking} Asking
 * @typedef {import("./activities.js").Alarm} Alarm
 * @typedef {import("./activities.js").Answering} Answering
 * @typedef {object} Standing
 * @property {Asking | null} open  the message whose question can be answered now
 * @property {Asking | null} before  while waiting: the one that was open, should no reply come
 * @property {Alarm | null} emergency  the message whose banner is kept in view
 * @property {Answering | null} answer  the last answer
 * @property {string | null} reference  of the last booking request
 * @property {{ step: number, of: number } | null} progress
 * @property {boolean} isWaiting  a person has spoken and the bot has not answered yet
 * @property {boolean} isHeldUp  what was said waits to be sent
 */

/** After these nothing of an emergency stands unless the bot says it again. */
const TAKES_BACK = new Set(["mistake", "back", "change", "restart", "forget"]);
/** Questions that are asked while an emergency stands. */
const UNDER_EMERGENCY = /^(emergency|crisis|safety)\b/;
/** After these no earlier question is open unless the bot asks it again. */
const ENDS = new Set(["restart", "stop", "forget"]);

/** @param {Message[]} messages @returns {Standing} */
export function standingOf(messages) {
  /** @type {Standing} */
  const at = {
    open: null,
    before: null,
    emergency: null,
    answer: null,
    reference: null,
    progress: null,
    isWaiting: false,
    isHeldUp: false,
  };
  /** The question that was open when a person spoke. @type {Asking | null} */
  let left = null;
  let isAnswered = false;
  for (const message of messages) {
    if (message.from === "person") {
      if (message.state === "failed" || message.state === "refused") continue;
      if (message.state === "waiting") at.isHeldUp = true;
      // What to do stays in view until the bot has heard better.
      else if (TAKES_BACK.has(message.value?.command)) at.emergency = null;
      at.before = at.open ?? at.before;
      left = at.open ?? left;
      isAnswered = answers(message, left);
      if (ENDS.has(message.value?.command)) left = null;
      at.open = null;
      at.isWaiting = true;
    } else {
      at.isWaiting = false;
      takeIn(at, message);
      if (message.emergency || message.answer || message.question) left = null;
    }
  }
  // Where the bot asks nothing, the question stays: after a word in between, and after an answer that it could not take.
  // Under an emergency alone the talk may end with an answer.
  if (!at.isWaiting && !(isAnswered && at.emergency)) at.open ??= left;
  return at;
}

/** @param {Standing} at @param {Message} message */
function takeIn(at, message) {
  if (message.answer) at.answer = /** @type {Answering} */ (message);
  if (message.reference) at.reference = message.reference;
  if (message.emergency) at.emergency = /** @type {Alarm} */ (message);
  else if (goesOn(message)) at.emergency = null;
  if (message.question) at.open = /** @type {Asking} */ (message);
  else if (message.emergency || message.answer) at.open = null;
  // A question without a number of its own (a precise one in between) leaves the count where it is.
  if (message.progress || message.answer || message.question?.id === "menu") at.progress = message.progress;
}

/** Whether the check goes on, so that no emergency stands: another answer, or a question that is not asked under one. */
function goesOn({ answer, question, progress }) {
  if (answer) return answer.disposition !== "ambulance" && answer.disposition !== "emergency";
  if (!question) return false;
  return question.id === "menu" || (progress !== null && !UNDER_EMERGENCY.test(question.id));
}

/** @param {Message} message @param {Asking | null} open */
function answers({ value }, open) {
  return !value?.command && value?.question !== undefined && value.question === open?.question.id;
}

export class Conversation {
  /** @type {Message[]} */
  #messages = [];
  #ids = new Set();
  /** @type {Map<string, import("./activities.js").Question>} */
  #questions = new Map();
  /** @type {(fresh: Message[]) => void} */
  #listener = () => {};

  /** @param {(fresh: Message[]) => void} listener called after every change, with the bot's new messages */
  onChange(listener) {
    this.#listener = listener;
  }

  get messages() {
    return this.#messages.filter((message) => isDrawn(message.value));
  }

  get standing() {
    return standingOf(this.#messages);
  }

  get lastAt() {
    return this.#messages.at(-1)?.at ?? null;
  }

  /** Activities as they came, new or seen before. @param {any[]} activities @param {{ isHistory?: boolean }} [how] */
  receive(activities, { isHistory = false } = {}) {
    const fresh = [];
    for (const activity of activities) {
      const message = readActivity(activity);
      if (!message || this.#ids.has(message.id)) continue;
      this.#ids.add(message.id);
      if (message.from === "bot") this.#takeBot(message, fresh);
      else this.#takePerson(message);
    }
    this.#listener(isHistory ? [] : fresh);
  }

  /**
   * A message on its way.
   * @param {string} clientId
   * @param {{ text?: string, value?: any }} content
   * @param {"sending" | "waiting"} state
   */
  addPending(clientId, { text, value = null }, state) {
    // An answer given anew stands instead of one that never arrived.
    this.#messages = this.#messages.filter((message) => message.state !== "failed" && message.state !== "refused");
    /** @type {Message} */
    const message = {
      id: clientId,
      clientId,
      from: "person",
      text: text ?? this.#describe(value),
      at: new Date(),
      value,
      question: null,
      emergency: null,
      answer: null,
      isCopy: false,
      isForgotten: false,
      progress: null,
      handoff: null,
      reference: null,
      state,
    };
    this.#messages.push(message);
    this.#listener([]);
  }

  /** @param {string} clientId @param {"sending" | "waiting" | "failed" | "refused"} state @param {string} [why] the server's words */
  mark(clientId, state, why = "") {
    const message = this.#messages.find((m) => m.state !== null && m.clientId === clientId);
    if (!message || (message.state === state && message.why === why)) return;
    message.state = state;
    message.why = why;
    this.#listener([]);
  }

  /** A message that is not sent after all. @param {string} clientId */
  withdraw(clientId) {
    this.#messages = this.#messages.filter((message) => message.state === null || message.clientId !== clientId);
    this.#listener([]);
  }

  /** @param {string} clientId @returns {boolean} whether the server has not echoed it yet */
  isPending(clientId) {
    return this.#messages.some((message) => message.clientId === clientId && message.state !== null);
  }

  clear() {
    this.#messages = [];
    this.#ids.clear();
    this.#questions.clear();
    this.#listener([]);
  }

  /** @param {Message} message @param {Message[]} fresh */
  #takeBot(message, fresh) {
    const { question } = message;
    if (question) {
      // A refusal may say only what was wrong; the question itself is then the one asked before.
      const asked = this.#questions.get(question.id);
      if (question.error === question.prompt && asked) question.prompt = asked.prompt;
      this.#questions.set(question.id, question);
    }
    this.#messages.push(message);
    fresh.push(message);
  }

  /** @param {Message} message */
  #takePerson(message) {
    if (message.value) message.text = this.#describe(message.value);
    const sent = message.clientId
      ? this.#messages.findIndex((m) => m.state !== null && m.clientId === message.clientId)
      : -1;
    if (sent >= 0) this.#messages[sent] = message;
    else this.#messages.push(message);
  }

  #describe(value) {
    return describe(value, (id) => this.#questions.get(id));
  }
}
