// Gets what a person says through: in order and each once, however often the line breaks. A message that is posted
// again carries the same id, by which the server knows it.

import { DirectLineError } from "./transport/client.js";
import { backoff, pause } from "./transport/pause.js";

/** A message that the server took and nothing came back for. */
const ECHO_WITHIN = 4_000;
/** After so many failures in a row the line itself is looked at. */
const SUSPICIOUS = 2;

/**
 * @typedef {import("./transport/line.js").Line} Line
 * @typedef {import("./outbox.js").Entry} Entry
 * @typedef {object} DeliveryListeners
 * @property {() => void} onGone  the conversation is no longer there
 * @property {() => Promise<void>} onForgotten  the server was asked to delete it, and did
 */

export class Delivery {
  #outbox;
  #conversation;
  #activityOf;
  /** @type {DeliveryListeners} */
  #listeners;
  /** @type {Line | null} */
  #line = null;
  #failures = 0;
  #isRunning = false;
  #waking = new AbortController();

  /**
   * @param {import("./outbox.js").Outbox} outbox
   * @param {import("./conversation.js").Conversation} conversation
   * @param {(entry: Entry) => any} activityOf
   * @param {DeliveryListeners} listeners
   */
  constructor(outbox, conversation, activityOf, listeners) {
    this.#outbox = outbox;
    this.#conversation = conversation;
    this.#activityOf = activityOf;
    this.#listeners = listeners;
  }

  /** Takes up a line, and what is still to be sent over it. @param {Line} line */
  attach(line) {
    this.#line = line;
    for (const { clientId, content, isPosted } of this.#outbox.entries) {
      if (isPosted) this.#outbox.update(clientId, { isPosted: false });
      if (!this.#conversation.isPending(clientId)) this.#conversation.addPending(clientId, content, "waiting");
    }
    void this.#run();
  }

  detach() {
    this.#line = null;
    this.#failures = 0;
    this.wake();
  }

  /** Ends a pause: there is reason to think that the line is back. */
  wake() {
    this.#waking.abort();
    this.#waking = new AbortController();
  }

  /** @param {string} clientId @param {string} conversationId @param {{ text?: string, value?: any }} content */
  send(clientId, conversationId, content) {
    // An answer given anew stands instead of one that never arrived.
    this.#outbox.filter((entry) => !entry.isHeld);
    this.#outbox.add(clientId, conversationId, content);
    this.#conversation.addPending(clientId, content, this.#failures > 0 ? "waiting" : "sending");
    void this.#run();
  }

  /** @param {string} clientId */
  retry(clientId) {
    this.#outbox.update(clientId, { isHeld: false });
    this.#conversation.mark(clientId, "sending");
    this.wake();
    void this.#run();
  }

  /** Sends it no more. What the server has had of it all the same, it says. @param {string} clientId @returns {Entry | undefined} */
  takeBack(clientId) {
    const [entry] = this.#outbox.filter((one) => one.clientId !== clientId);
    this.#conversation.withdraw(clientId);
    return entry;
  }

  /** What came from the server needs no sending. @param {any[]} activities */
  settle(activities) {
    const echoed = new Set(activities.map((activity) => activity?.channelData?.clientActivityID));
    this.#outbox.filter((entry) => !echoed.has(entry.clientId));
  }

  async #run() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let entry; this.#line && (entry = this.#outbox.next); ) await this.#deliver(this.#line, entry);
    } finally {
      this.#isRunning = false;
    }
  }

  /** @param {Line} line @param {Entry} entry */
  async #deliver(line, entry) {
    try {
      await line.post(this.#activityOf(entry));
      if (line === this.#line) await this.#took(line, entry);
    } catch (error) {
      if (!(error instanceof DirectLineError)) throw error;
      if (line === this.#line) await this.#failed(line, entry, error);
    }
  }

  /** @param {Line} line @param {Entry} entry */
  async #took(line, { clientId, content }) {
    if (this.#failures > 0) this.#markUnsent("sending");
    this.#failures = 0;
    this.#outbox.update(clientId, { isPosted: true });
    setTimeout(() => this.#checkEcho(line, clientId), ECHO_WITHIN);
    if (content.value?.command === "forget") await this.#listeners.onForgotten();
  }

  /** @param {Line} line @param {Entry} entry @param {DirectLineError} error */
  async #failed(line, { clientId, content }, error) {
    if (error.status === 404 || error.isRefused) {
      return content.value?.command === "forget" ? this.#listeners.onForgotten() : this.#listeners.onGone();
    }
    if (!error.isPassing) {
      this.#outbox.filter((entry) => entry.clientId !== clientId);
      return this.#conversation.mark(clientId, "refused");
    }
    this.#failures++;
    this.#markUnsent("waiting");
    this.#conversation.mark(clientId, "waiting", error.detail);
    if (error.status === 0 && this.#failures === SUSPICIOUS) line.reconnect();
    await pause(Math.max(error.retryAfter, backoff(this.#failures)), this.#waking.signal);
  }

  /** @param {"sending" | "waiting"} state */
  #markUnsent(state) {
    for (const { clientId, isPosted, isHeld } of this.#outbox.entries) {
      if (!isPosted && !isHeld) this.#conversation.mark(clientId, state);
    }
  }

  /** The stream may have lost it: ask once. @param {Line} line @param {string} clientId */
  async #checkEcho(line, clientId) {
    if (line !== this.#line || !this.#outbox.find(clientId)?.isPosted) return;
    // Without a line it comes when there is one again.
    const hasRead = await line.catchUp().then(() => true, () => false);
    if (!hasRead || !this.#outbox.find(clientId)?.isPosted) return;
    this.#outbox.update(clientId, { isPosted: false, isHeld: true });
    this.#conversation.mark(clientId, "failed");
  }
}
