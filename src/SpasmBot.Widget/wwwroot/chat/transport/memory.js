// What this browser remembers, so that a reload carries on: the keys of one conversation, never what was said.

import { stored } from "./stored.js";

/** Long enough for tomorrow, also where the clock of the device is a day wrong. */
const MAX_AGE = 3 * 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Keys
 * @property {string} conversationId
 * @property {string} token
 * @property {string | null} resumeKey
 */

export class Memory {
  #browser;
  #tab;

  /** @param {string} scope conversations of different servers are kept apart */
  constructor(scope) {
    this.#browser = stored("localStorage", `spasmbot:${scope}`);
    // Where the browser keeps nothing, its tab may.
    this.#tab = stored("sessionStorage", `spasmbot:${scope}`);
  }

  /** @returns {(Keys & { at: number }) | null} with when it was last used here, by the clock of this device */
  recall() {
    const kept = this.#kept();
    if (typeof kept?.conversationId !== "string" || typeof kept.token !== "string") return null;
    if (Date.now() - kept.at < MAX_AGE) return kept;
    this.forget();
    return null;
  }

  /** @param {Keys} keys */
  keep({ conversationId, token, resumeKey }) {
    const kept = { conversationId, token, resumeKey, at: Date.now() };
    if (!this.#browser.write(kept)) this.#tab.write(kept);
  }

  /** @param {string} [conversationId] only this one, should another tab have begun one since */
  forget(conversationId) {
    if (conversationId && this.#kept()?.conversationId !== conversationId) return;
    this.#browser.remove();
    this.#tab.remove();
  }

  /** @param {() => void} act when another tab has changed what is remembered */
  onChange(act) {
    this.#browser.onChange(act);
  }

  #kept() {
    return this.#browser.read() ?? this.#tab.read();
  }
}
