// One conversation through the real botframework-directlinejs.

import "./polyfills.mjs";
import { createRequire } from "node:module";

const { ConnectionStatus, DirectLine } = createRequire(import.meta.url)("botframework-directlinejs");

const PATH = "/v3/directline";

export class Chat {
  #line;
  #activities = [];
  #echoes = new Set();
  #failure = null;
  #wake = () => {};
  #posted = 0;
  #all = [];
  #onExpired = () => {};

  /** @param {string} base address of the server @param {"websocket" | "polling"} mode @param {object} [more] options of the client */
  static async open(base, mode, more = {}) {
    const response = await fetch(`${base}${PATH}/tokens/generate`, { method: "POST" });
    if (!response.ok) throw new Error(`tokens/generate answered ${response.status}`);
    const { token } = await response.json();
    return Chat.with(base, mode, { token, ...more });
  }

  /** A chat with the keys that are given. @param {string} base @param {"websocket" | "polling"} mode @param {object} options */
  static with(base, mode, options) {
    return new Chat(
      new DirectLine({
        domain: base + PATH,
        webSocket: mode === "websocket",
        pollingInterval: 200,
        // The shortest pause before a lost socket is opened again (3 s).
        random: () => 0,
        ...options,
      }),
    );
  }

  constructor(line) {
    this.#line = line;
    line.connectionStatus$.subscribe((status) => {
      if (status === ConnectionStatus.FailedToConnect) this.#fail(new Error("could not connect"));
      if (status === ConnectionStatus.ExpiredToken) void this.#onExpired();
      if (status === ConnectionStatus.Ended) this.#fail(new Error("the conversation has ended"));
    });
    line.activity$.subscribe(
      (activity) => this.#take(activity),
      (error) => this.#fail(error),
    );
  }

  /** How many of the posted activities came back with their client id. */
  get echoes() {
    return this.#echoes.size;
  }

  /** Every activity in the order it came, the person's own too. */
  get all() {
    return this.#all;
  }

  get line() {
    return this.#line;
  }

  /** @param {() => Promise<void>} listener called when the server takes the token for expired */
  onExpired(listener) {
    this.#onExpired = listener;
  }

  get posted() {
    return this.#posted;
  }

  /** The bot's next activity, or null after the deadline. @param {number} deadline milliseconds since 1970 */
  async next(deadline) {
    while (this.#activities.length === 0) {
      if (this.#failure) throw this.#failure;
      const left = deadline - Date.now();
      if (left <= 0) return null;
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#activities.shift();
  }

  /** @returns {string} an id for a message */
  newId() {
    return `c${Date.now()}.${++this.#posted}`;
  }

  /** @param {{ text?: string, value?: any }} content @param {string} [clientActivityID] @returns {Promise<string>} the activity's id */
  async post(content, clientActivityID = this.newId()) {
    const activity = {
      type: "message",
      from: { id: "patient" },
      locale: "en-ZA",
      ...content,
      channelData: { clientActivityID, postBack: content.value !== undefined },
    };
    const id = await new Promise((resolve, reject) => this.#line.postActivity(activity).subscribe(resolve, reject));
    if (id === "retry") throw new Error("the post was not accepted");
    return id;
  }

  close() {
    this.#line.end();
  }

  #take(activity) {
    this.#all.push(activity);
    if (activity.from?.role === "user") {
      if (activity.channelData?.clientActivityID) this.#echoes.add(activity.channelData.clientActivityID);
      return;
    }
    this.#activities.push(activity);
    this.#wake();
  }

  #fail(error) {
    this.#failure ??= error;
    this.#wake();
  }
}
