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

  /** @param {string} base address of the server @param {"websocket" | "polling"} mode */
  static async open(base, mode) {
    const response = await fetch(`${base}${PATH}/tokens/generate`, { method: "POST" });
    if (!response.ok) throw new Error(`tokens/generate answered ${response.status}`);
    const { token } = await response.json();
    return new Chat(
      new DirectLine({
        token,
        domain: base + PATH,
        webSocket: mode === "websocket",
        pollingInterval: 200,
        // The shortest pause before a lost socket is opened again (3 s).
        random: () => 0,
      }),
    );
  }

  constructor(line) {
    this.#line = line;
    line.connectionStatus$.subscribe((status) => {
      if (status === ConnectionStatus.FailedToConnect) this.#fail(new Error("could not connect"));
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

  /** @param {{ text?: string, value?: any }} content @returns {Promise<string>} the activity's id */
  async post(content) {
    const clientActivityID = `c${Date.now()}.${++this.#posted}`;
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
