// The conversation with the server: opens it or comes back to it, and knows when it is over.

import { Delivery } from "./delivery.js";
import { Outbox } from "./outbox.js";
import { DirectLineError } from "./transport/client.js";
import { Line } from "./transport/line.js";
import { backoff, pause } from "./transport/pause.js";

/** After such a pause the bot is asked to say where things stand. */
const LONG_PAUSE = 60 * 60_000;
/** One failure to open is not worth a word. */
const WORTH_SAYING = 2;

/** @typedef {import("./transport/memory.js").Keys} Keys */

/**
 * @typedef {object} ChatListeners
 * @property {(isConnected: boolean) => void} onConnection
 * @property {(how: "new" | "resumed" | "replaced") => void} onOpen
 * @property {() => void} onCannotOpen  it goes on trying
 * @property {(texts: string[]) => void} onUnsent  what was typed in a conversation that is no longer there
 * @property {(farewell: string | null) => void} onDeleted
 */

export class Chat {
  #client;
  /** @type {import("./transport/memory.js").Memory | null} */
  #memory;
  #conversation;
  #locale;
  /** @type {ChatListeners} */
  #listeners;
  /** @type {Line | null} */
  #line = null;
  #conversationId = "";
  #userId = `dl_${newId()}`;
  #outbox;
  #delivery;
  #opening = new AbortController();

  /**
   * @param {import("./transport/client.js").DirectLineClient} client
   * @param {{ memory: import("./transport/memory.js").Memory, outbox: Outbox }} kept
   * @param {import("./conversation.js").Conversation} conversation
   * @param {string} locale
   * @param {ChatListeners} listeners
   */
  constructor(client, { memory, outbox }, conversation, locale, listeners) {
    this.#client = client;
    this.#memory = memory;
    this.#outbox = outbox;
    this.#conversation = conversation;
    this.#locale = locale;
    this.#listeners = listeners;
    this.#delivery = new Delivery(outbox, conversation, (entry) => this.#activityOf(entry), {
      onGone: () => void this.#gone(),
      onForgotten: () => this.#forgotten(),
    });
    memory.onChange(() => this.#follow());
  }

  /**
   * Comes back to the conversation this browser remembers, or begins one; tries until it can.
   * @param {"new" | "replaced"} [how] what one that begins is
   */
  async open(how = "new") {
    this.#opening.abort();
    const { signal } = (this.#opening = new AbortController());
    for (let failures = 0; !signal.aborted; ) {
      try {
        return await this.#enter(how, signal);
      } catch (error) {
        if (!(error instanceof DirectLineError)) throw error;
        if (++failures === WORTH_SAYING && !signal.aborted) this.#listeners.onCannotOpen();
        await pause(Math.max(error.retryAfter, backoff(failures)), signal);
      }
    }
  }

  /** A new conversation in place of this one. */
  async startAnew() {
    this.#leave();
    this.#conversation.clear();
    await this.open();
  }

  /** Nothing of this conversation stays on this device; it goes on until the page is left. */
  leaveNoTrace() {
    this.#memory?.forget();
    this.#memory = null;
    this.#outbox.leaveNoTrace();
  }

  /** @param {string} text */
  say(text) {
    this.#delivery.send(newId(), this.#conversationId, { text });
  }

  /** @param {any} value an answer or a command, as the wire contract has it */
  submit(value) {
    this.#delivery.send(newId(), this.#conversationId, { value });
  }

  /** Sends a message that waits or failed now, as the same message. @param {string} clientId */
  retry(clientId) {
    this.#delivery.retry(clientId);
  }

  /** Does not send a message that waits. @param {string} clientId @returns {string | null} what was typed */
  takeBack(clientId) {
    return this.#delivery.takeBack(clientId)?.content.text ?? null;
  }

  /** @param {"new" | "replaced"} how @param {AbortSignal} signal */
  async #enter(how, signal) {
    const keys = this.#memory?.recall() ?? null;
    if (!keys) return this.#start(how, signal);
    try {
      await this.#resume(keys, Date.now() - keys.at > LONG_PAUSE, signal);
    } catch (error) {
      if (!(error instanceof DirectLineError) || error.isPassing) throw error;
      this.#memory?.forget(keys.conversationId);
      await this.#start("replaced", signal);
    }
  }

  /** The last answer as a PDF; null when it cannot be had now. @returns {Promise<Blob | null>} */
  async copy() {
    return (await this.#line?.copy().catch(() => null)) ?? null;
  }

  /** @param {"new" | "replaced"} how @param {AbortSignal} signal */
  async #start(how, signal) {
    const opened = await this.#client.start(this.#locale);
    if (signal.aborted) return;
    const { conversationId, token, resumeKey = null } = opened;
    this.#listeners.onOpen(how);
    this.#open({ conversationId, token, resumeKey }).listen(opened.streamUrl);
    this.#deliver();
  }

  /** @param {Keys} keys @param {boolean} isLongAgo @param {AbortSignal} signal */
  async #resume(keys, isLongAgo, signal) {
    let isHistory = true;
    const line = this.#open(keys, (activities) => this.#conversation.receive(activities, { isHistory }));
    try {
      await line.catchUp();
    } catch (error) {
      line.close();
      throw error;
    }
    if (signal.aborted) return line.close();
    isHistory = false;
    this.#listeners.onOpen("resumed");
    line.listen();
    this.#deliver();
    if (isLongAgo && this.#outbox.entries.length === 0) this.submit({ command: "resume" });
  }

  /** @param {Keys} keys @param {(activities: any[]) => void} [take] */
  #open(keys, take = (activities) => this.#conversation.receive(activities)) {
    this.#memory?.keep(keys);
    this.#conversationId = keys.conversationId;
    const line = new Line(this.#client, keys, {
      onActivities: (activities) => {
        this.#delivery.settle(activities);
        take(activities);
        this.#memory?.keep(keys);
        // Asked for in words: nothing that was open can be answered any more.
        if (this.#conversation.messages.at(-1)?.isForgotten) this.#close();
      },
      onConnection: (isConnected) => {
        if (isConnected) this.#delivery.wake();
        this.#listeners.onConnection(isConnected);
      },
      onKeys: (changed) => this.#memory?.keep((keys = changed)),
      onGone: () => line === this.#line && void this.#gone(),
    });
    return (this.#line = line);
  }

  /** Sends what is waiting. An answer belongs to its conversation; what was typed is the person's. */
  #deliver() {
    const strays = this.#outbox.filter((entry) => entry.conversationId === this.#conversationId);
    const texts = strays.flatMap(({ content }) => content.text ?? []);
    if (texts.length > 0) this.#listeners.onUnsent(texts);
    this.#delivery.attach(this.#line);
  }

  #leave() {
    this.#line?.close();
    this.#line = null;
    this.#delivery.detach();
    this.#memory?.forget(this.#conversationId);
  }

  async #gone() {
    this.#leave();
    await this.open("replaced");
  }

  /** Goes along where another tab has begun a conversation. */
  #follow() {
    const keys = this.#memory?.recall();
    if (!keys || keys.conversationId === this.#conversationId) return;
    this.#leave();
    this.#conversation.clear();
    void this.open();
  }

  /** The conversation is deleted: what the bot said last is read before it is gone. */
  async #forgotten() {
    await this.#line?.catchUp().catch(() => {});
    this.#close();
  }

  #close() {
    if (!this.#line) return;
    const last = this.#conversation.messages.at(-1);
    this.#leave();
    this.#outbox.filter(() => false);
    this.#listeners.onDeleted(last?.from === "bot" ? last.text : null);
  }

  /** @param {import("./outbox.js").Entry} entry */
  #activityOf({ clientId, content }) {
    return {
      type: "message",
      from: { id: this.#userId },
      locale: this.#locale,
      ...content,
      channelData: { clientActivityID: clientId, ...(content.value ? { postBack: true } : {}) },
    };
  }
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Pages over plain HTTP have no randomUUID.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
