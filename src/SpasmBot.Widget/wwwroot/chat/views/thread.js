// The messages in order. An item is drawn once and again only when its standing changes, so nothing old moves.

import { el } from "../dom.js";
import { words } from "../words.js";
import { botItems, personItem } from "./bubbles.js";

/** @typedef {import("../activities.js").Message} Message */

const BREATH = 12;
/** Pieces of one reply are no further apart. */
const PIECES = 10_000;

/**
 * @param {HTMLElement} scroller
 * @param {HTMLElement} list
 * @param {import("./bubbles.js").Ways} ways
 */
export function createThread(scroller, list, ways) {
  /** @type {Map<string, { key: string, items: HTMLElement[] }>} */
  let drawn = new Map();
  const waiting = el("li", { class: "message bot waiting" }, el("div", { class: "bubble" }, words.oneMoment));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  return { show, scrollToReply };

  /**
   * @param {Message[]} messages
   * @param {{ open: Message | null, emergency: Message | null, isWaiting: boolean, isHeldUp: boolean,
   *   slow: string | null }} standing
   */
  function show(messages, { open, emergency, isWaiting, isHeldUp, slow }) {
    const next = new Map();
    for (const message of messages) {
      const standing = { isOpen: message === open, isEmergency: message === emergency };
      const key = [message.state, message.why, ...Object.values(standing)].join();
      const before = drawn.get(message.id);
      next.set(message.id, before?.key === key ? before : { key, items: draw(message, standing) });
    }
    drawn = next;
    waiting.firstElementChild.textContent = slow ?? words.oneMoment;
    const items = [...drawn.values()].flatMap((entry) => entry.items);
    place(isWaiting && !isHeldUp ? [...items, waiting] : items);
  }

  /** Puts the items in order, touching only what is out of place. @param {HTMLElement[]} items */
  function place(items) {
    const kept = new Set(items);
    for (const child of [...list.children]) if (!kept.has(/** @type {HTMLElement} */ (child))) child.remove();
    items.forEach((item, index) => {
      if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
    });
  }

  /** @returns {HTMLElement[]} */
  function draw(message, standing) {
    return message.from === "person" ? [personItem(message, ways)] : botItems(message, standing, ways);
  }

  /**
   * Brings what is new into view from its beginning. A reply may come in pieces: the first of them is its beginning.
   * @param {Message[]} messages @param {HTMLElement} question
   */
  function scrollToReply(messages, question) {
    const until = messages.at(-1)?.at.getTime() ?? 0;
    const before = messages.findLastIndex((m) => m.from === "person" || until - m.at.getTime() > PIECES);
    const reply = messages.slice(before + 1);
    const first = reply.flatMap((message) => drawn.get(message.id)?.items ?? [])[0] ?? question.firstElementChild;
    const top = first ? first.getBoundingClientRect().top - scroller.getBoundingClientRect().top : Infinity;
    const end = scroller.scrollHeight - scroller.clientHeight;
    scroller.scrollTo({
      // The very first words have what stands above them.
      top: before < 0 ? 0 : Math.min(scroller.scrollTop + top - BREATH, end),
      behavior: still.matches ? "auto" : "smooth",
    });
  }
}
