// The conversation with the server: opens it or comes back to it, and gets what a person says through exactly once.

import { DirectLineError } from "./transport/client.js";
import { Line } from "./transport/line.js";
import { backoff } from "./transport/pause.js";

/** Tries of one message before the person is asked. */
const TRIES = 3;
/** A message that the server took and nothing came back for. */
const ECHO_WITHIN = 4_000;
/** After such a pause the bot is asked to say where things stand. */
const LONG_PAUSE = 60 * 60_000;

/**
 * @typedef {object} ChatListeners
 * @property {(isConnected: boolean) => void} onConnection
 * @property {(how: "new" | "resumed" | "replaced") => void} onOpen
 * @property {() => void} onCannotOpen
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
  #userId = `dl_${newId()}`;
  /** @type {Promise<void>} */
  #posting = Promise.resolve();
  /** @type {Map<string, any>} */
  #outbox = new Map();

  /**
   * @param {import("./transport/client.js").DirectLineClient} client
   * @param {import("./transport/memory.js").Memory} memory
   * @param {import("./conversation.js").Conversation} conversation
   * @param {string} locale
   * @param {ChatListeners} listeners
   */
  constructor(client, memory, conversation, locale, listeners) {
    this.#client = client;
    this.#memory = memory;
    this.#conversation = conversation;
    this.#locale = locale;
    this.#listeners = listeners;
  }

  /** Comes back to the conversation this browser remembers, or begins one. */
  async open() {
    const keys = this.#memory?.recall() ?? null;
    try {
      if (keys) await this.#resume(keys);
      else await this.#start("new");
    } catch (error) {
      if (!(error instanceof DirectLineError)) throw error;
      if (keys && !error.isPassing) await this.#startAnew();
      else this.#listeners.onCannotOpen();
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
  }

  /** @param {string} text */
  say(text) {
    this.#send({ text });
  }

  /** @param {any} value an answer or a command, as the wire contract has it */
  submit(value) {
    this.#send({ value });
  }

  /** Sends a message that failed once more, as the same message. @param {string} clientId */
  retry(clientId) {
    const activity = this.#outbox.get(clientId);
    if (!activity) return;
    this.#conversation.mark(clientId, "sending");
    this.#queue(clientId, activity);
  }

  /** The last answer as a PDF; null when it cannot be had now. @returns {Promise<Blob | null>} */
  async copy() {
    return (await this.#line?.copy().catch(() => null)) ?? null;
  }

  /** @param {"new" | "replaced"} how */
  async #start(how) {
    const opened = await this.#client.start(this.#locale);
    const { conversationId, token, resumeKey = null } = opened;
    this.#listeners.onOpen(how);
    this.#open({ conversationId, token, resumeKey }).listen(opened.streamUrl);
  }

  async #startAnew() {
    this.#leave();
    try {
      await this.#start("replaced");
    } catch {
      this.#listeners.onCannotOpen();
    }
  }

  /** @param {import("./transport/memory.js").Keys} keys */
  async #resume(keys) {
    let isHistory = true;
    const line = this.#open(keys, (activities) => this.#conversation.receive(activities, { isHistory }));
    try {
      await line.catchUp();
    } catch (error) {
      line.close();
      throw error;
    }
    isHistory = false;
    this.#listeners.onOpen("resumed");
    line.listen();
    const last = this.#conversation.lastAt;
    if (last && Date.now() - last.getTime() > LONG_PAUSE) this.submit({ command: "resume" });
  }

  /** @param {import("./transport/memory.js").Keys} keys @param {(activities: any[]) => void} [take] */
  #open(keys, take = (activities) => this.#conversation.receive(activities)) {
    this.#memory?.keep(keys);
    this.#line = new Line(this.#client, keys, {
      onActivities: (activities) => {
        take(activities);
        this.#memory?.keep(keys);
        // Asked for in words: nothing that was open can be answered any more.
        if (this.#conversation.messages.at(-1)?.isForgotten) this.#close();
      },
      onConnection: (isConnected) => this.#listeners.onConnection(isConnected),
      onKeys: (changed) => this.#memory?.keep((keys = changed)),
      onGone: () => this.#gone(),
    });
    return this.#line;
  }

  #leave() {
    this.#line?.close();
    this.#line = null;
    this.#outbox.clear();
    this.#memory?.forget();
  }

  #gone() {
    void this.#startAnew();
  }

  /** The conversation is deleted: what the bot said last is read before it is gone. */
  async #deleted() {
    await this.#line?.catchUp().catch(() => {});
    this.#close();
  }

  #close() {
    if (!this.#line) return;
    const last = this.#conversation.messages.at(-1);
    this.#leave();
    this.#listeners.onDeleted(last?.from === "bot" ? last.text : null);
  }

  /** @param {{ text?: string, value?: any }} content */
  #send(content) {
    const clientId = newId();
    const activity = {
      type: "message",
      from: { id: this.#userId },
      locale: this.#locale,
      ...content,
      channelData: { clientActivityID: clientId, ...(content.value ? { postBack: true } : {}) },
    };
    this.#outbox.clear();
    this.#outbox.set(clientId, activity);
    this.#conversation.addPending(clientId, content);
    this.#queue(clientId, activity);
  }

  /** One post after the other, so that what was said first arrives first. */
  #queue(clientId, activity) {
    this.#posting = this.#posting.then(() => this.#deliver(clientId, activity));
  }

  /** @param {string} clientId @param {any} activity */
  async #deliver(clientId, activity) {
    const forgets = activity.value?.command === "forget";
    for (let failures = 0; this.#line; ) {
      try {
        await this.#line.post(activity);
        setTimeout(() => this.#checkEcho(clientId), ECHO_WITHIN);
        if (forgets) await this.#deleted();
        return;
      } catch (error) {
        if (!(error instanceof DirectLineError)) throw error;
        if (error.status === 404 || error.isRefused) return forgets ? this.#deleted() : this.#gone();
        if (!error.isPassing) return this.#conversation.mark(clientId, "refused");
        if (++failures >= TRIES) return this.#conversation.mark(clientId, "failed", error.detail);
        await new Promise((resolve) => setTimeout(resolve, Math.max(error.retryAfter, backoff(failures))));
      }
    }
  }

  /** The stream may have lost it: ask once. @param {string} clientId */
  async #checkEcho(clientId) {
    if (!this.#conversation.isPending(clientId) || !this.#line) return;
    await this.#line.catchUp().catch(() => {});
    if (this.#conversation.isPending(clientId)) this.#conversation.mark(clientId, "failed");
  }
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Pages over plain HTTP have no randomUUID.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
