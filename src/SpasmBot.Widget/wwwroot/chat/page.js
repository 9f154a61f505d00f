// Draws the conversation and its controls: everything on the page follows from where the conversation stands.

import { createAnnouncer } from "./announcer.js";
import { byId } from "./dom.js";
import { questionCard } from "./questions/card.js";
import { createComposer } from "./views/composer.js";
import { createBanner } from "./views/emergency.js";
import { createFrame } from "./views/frame.js";
import { createMenu } from "./views/menu.js";
import { createSheet } from "./views/sheet.js";
import { spoken } from "./spoken.js";
import { createConnectionLine, showProgress } from "./views/status.js";
import { createThread } from "./views/thread.js";
import { words } from "./words.js";

/** A reply that takes longer is worth a word, and the question is open again. */
const SLOW = 10_000;

/**
 * @typedef {import("./activities.js").Message} Message
 * @typedef {import("./activities.js").Asking} Asking
 * @param {import("./config.js").Config} config
 * @param {import("./conversation.js").Conversation} conversation
 * @param {{ say: (text: string) => void, submit: (value: any) => void, retry: (clientId: string) => void,
 *   takeBack: (clientId: string) => string | null, copy: () => Promise<Blob | null>, leaveNoTrace: () => void }} chat
 */
export function createPage(config, conversation, chat) {
  const announce = createAnnouncer(byId("announcer"));
  const { quickExit, tell } = createFrame(config);
  const sheet = createSheet(byId("sheet"), config);
  const questionPlace = byId("question");
  const composer = createComposer(/** @type {HTMLFormElement} */ (byId("composer")), config.directLine, chat.say);
  const { showConnection, showUrgent } = createConnectionLine(byId("connection"), config.emergencyNumber, announce);
  const { print } = sheet;
  const ways = { command, quickExit, print, copy: chat.copy, announce, retry, takeBack };
  const banner = createBanner(byId("emergency"), ways);
  const thread = createThread(byId("thread"), byId("messages"), ways);
  createMenu(byId("menu"), command);
  /** What was answered last, kept should the question come back. @type {{ to: Asking, answer: any } | null} */
  let given = null;
  /** @type {string | null} */
  let cardKey = null;
  // Until something is touched, no tap can be the second of two.
  let isTouched = false;
  for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => (isTouched = true), { once: true, capture: true });
  let slowTimer = 0;

  conversation.onChange((fresh) => {
    clearTimeout(slowTimer);
    show(fresh, false);
    const { isWaiting, isHeldUp } = conversation.standing;
    if (isWaiting && !isHeldUp) slowTimer = setTimeout(() => show([], true), SLOW);
  });

  return {
    announce,
    showConnection,
    putBack: composer.put,
    forgetDraft: composer.forgetDraft,
    /** What stands in place of the conversation, or before it. @param {...Node} content */
    notice(...content) {
      holdFocus();
      byId("notice").replaceChildren(...content);
    },
    /** @param {boolean} canSpeak */
    allowSpeech(canSpeak) {
      byId("composer").hidden = !canSpeak;
    },
  };

  /** @param {Message[]} fresh @param {boolean} isSlow */
  function show(fresh, isSlow) {
    const { messages, standing } = conversation;
    // What is still on its way is not to be answered twice.
    const isStuck = isSlow && messages.every((message) => message.state !== "sending");
    const open = standing.open ?? (isStuck ? standing.before : null);
    if (standing.emergency?.emergency.quickExit) {
      chat.leaveNoTrace();
      composer.leaveNoTrace();
    }
    showUrgent(messages.some(isUrgentUnsent));
    showProgress(standing.emergency ? null : standing.progress);
    thread.show(messages, { ...standing, open, slow: isStuck ? words.stuck : isSlow ? words.slow : null });
    const isNewCard = showCard(open, messages);
    composer.show(open?.question ?? null);
    sheet.show(standing.answer, standing.reference);
    const isNewEmergency = banner.show(standing.emergency?.emergency ?? null);
    if (fresh.length > 0 || isNewCard || standing.isWaiting) thread.scrollToReply(messages, questionPlace);
    announce(...fresh.map(spoken));
    fresh.forEach(tellHost);
    if (isNewEmergency && fresh.length > 0) banner.focus();
  }

  /** The site around the chat learns no more than the clinic allows. @param {Message} message */
  function tellHost({ answer, isCopy, reference }) {
    if (answer && !isCopy) tell("finished", config.sharesDisposition ? { disposition: answer.disposition } : {});
    if (reference) tell("booking");
  }

  /** @param {Asking | null} open @param {Message[]} messages */
  function showCard(open, messages) {
    const key = open?.id ?? null;
    if (key === cardKey) return false;
    cardKey = key;
    if (!open) return questionPlace.replaceChildren();
    const { question } = open;
    const { to, answer } = given ?? {};
    const isSame = to && (to.id === open.id || (question.error !== null && to.question.id === question.id));
    const canGoBack = question.id !== "menu" && messages.some((message) => message.from === "person");
    // A second tap lands on a card that is answered already.
    const once = (act) => (...args) => key === cardKey && act(...args);
    const asking = {
      send: once((answer) => submit(open, answer)),
      say: once(say),
      command: once(command),
      announce,
      canGoBack,
      canBeTwice: isTouched,
      given: isSame ? answer : null,
    };
    questionPlace.replaceChildren(questionCard(question, asking));
    return true;
  }

  /** @param {Asking} to @param {any} answer */
  function submit(to, answer) {
    const question = to.question.id;
    // A printed page is made here; the bot has nothing to add.
    if (question === "next" && answer.selected?.[0] === "copy") return sheet.print();
    given = { to, answer };
    holdFocus();
    chat.submit({ question, ...answer });
  }

  /** @param {string} text an answer in words, from the question's own controls */
  function say(text) {
    holdFocus();
    chat.say(text);
  }

  /** @param {string} clientId */
  function retry(clientId) {
    holdFocus();
    chat.retry(clientId);
  }

  /** @param {string} clientId */
  function takeBack(clientId) {
    holdFocus();
    const text = chat.takeBack(clientId);
    if (text) composer.put(text);
  }

  /** @param {string} name @param {string} [question] */
  function command(name, question) {
    const last = conversation.messages.at(-1);
    if (last?.state && last.value?.command === name) return;
    holdFocus();
    chat.submit(question ? { command: name, question } : { command: name });
  }

  /** The controls go away with the answer: the focus waits where the next ones appear. */
  function holdFocus() {
    const goesAway = [questionPlace, byId("messages"), byId("notice")].some((place) => place.contains(document.activeElement));
    if (goesAway) questionPlace.focus({ preventScroll: true });
  }
}

/** Whether it says that there is a sign that may not wait, and nobody has got it. @param {Message} message */
function isUrgentUnsent({ state, value }) {
  return state === "waiting" && /^emergency-signs\b/.test(value?.question) && value.selected?.length > 0;
}
