// What this browser remembers, so that a reload carries on: the keys of one conversation, never what was said.

const MAX_AGE = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Keys
 * @property {string} conversationId
 * @property {string} token
 * @property {string | null} resumeKey
 */

export class Memory {
  #name;

  /** @param {string} scope conversations of different servers are kept apart */
  constructor(scope) {
    this.#name = `spasmbot:${scope}`;
  }

  /** @returns {Keys | null} */
  recall() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#name) ?? "null");
      if (!kept || typeof kept.conversationId !== "string" || typeof kept.token !== "string") return null;
      if (Date.now() - kept.at < MAX_AGE) return kept;
      this.forget();
    } catch {
      // Storage is switched off or not ours: every visit is then a new conversation.
    }
    return null;
  }

  /** @param {Keys} keys */
  keep({ conversationId, token, resumeKey }) {
    try {
      localStorage.setItem(this.#name, JSON.stringify({ conversationId, token, resumeKey, at: Date.now() }));
    } catch {
      // As above.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.#name);
    } catch {
      // As above.
    }
  }
}
