// What a person has said and the conversation has not shown yet, in order: in memory, and in the tab's own storage so
// that a reload loses nothing.

import { stored } from "./transport/stored.js";

/**
 * @typedef {object} Entry
 * @property {string} clientId
 * @property {string} conversationId
 * @property {{ text?: string, value?: any }} content
 * @property {boolean} isPosted  the server has it; only its echo is missing
 * @property {boolean} isHeld  it is not sent before the person says so
 */

export class Outbox {
  /** @type {Entry[]} */
  #entries = [];
  /** @type {import("./transport/stored.js").Stored | null} */
  #store;

  /** @param {string} scope */
  constructor(scope) {
    this.#store = stored("sessionStorage", `spasmbot:${scope}:outbox`);
    const kept = this.#store.read();
    if (Array.isArray(kept)) this.#entries = kept.filter(isEntry);
  }

  get entries() {
    return [...this.#entries];
  }

  /** The next one to be sent. @returns {Entry | undefined} */
  get next() {
    return this.#entries.find((entry) => !entry.isPosted && !entry.isHeld);
  }

  /** @param {string} clientId @returns {Entry | undefined} */
  find(clientId) {
    return this.#entries.find((entry) => entry.clientId === clientId);
  }

  /** @param {string} clientId @param {string} conversationId @param {{ text?: string, value?: any }} content */
  add(clientId, conversationId, content) {
    this.#entries.push({ clientId, conversationId, content, isPosted: false, isHeld: false });
    this.#keep();
  }

  /** @param {string} clientId @param {Partial<Entry>} change */
  update(clientId, change) {
    Object.assign(this.find(clientId) ?? {}, change);
    this.#keep();
  }

  /** @param {(entry: Entry) => boolean} isKept @returns {Entry[]} those that are not */
  filter(isKept) {
    const taken = this.#entries.filter((entry) => !isKept(entry));
    if (taken.length === 0) return taken;
    this.#entries = this.#entries.filter(isKept);
    this.#keep();
    return taken;
  }

  /** From now on in memory alone. */
  leaveNoTrace() {
    this.#store?.remove();
    this.#store = null;
  }

  #keep() {
    if (this.#entries.length > 0) this.#store?.write(this.#entries);
    else this.#store?.remove();
  }
}

function isEntry(entry) {
  const { clientId, conversationId, content } = entry ?? {};
  return typeof clientId === "string" && typeof conversationId === "string" && typeof content === "object" && content !== null;
}
