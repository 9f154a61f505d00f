// A conversation's line to the server: listens by WebSocket, by polling where no socket opens, and finds its way back
// after losses, dead tokens and sleep.

import { DirectLineError } from "./client.js";
import { backoff, pause } from "./pause.js";
import { openStream } from "./socket.js";

/** Sockets that never opened before polling takes over. */
const FRUITLESS = 2;
const POLL_EVERY = 1_000;
/** How long polling goes on before a socket is tried again. */
const POLL_FOR = 60_000;
const REFRESH_EVERY = 15 * 60_000;
/** A socket that slept with the device this long may be dead without knowing. */
const DOZE = 30_000;

/**
 * @typedef {import("./memory.js").Keys} Keys
 * @typedef {object} Listeners
 * @property {(activities: any[]) => void} onActivities
 * @property {(isConnected: boolean) => void} onConnection
 * @property {(keys: Keys) => void} onKeys  the token has changed
 * @property {() => void} onGone  the conversation is no longer there
 */

export class Line {
  #client;
  #listeners;
  #keys;
  #watermark;
  #closing = new AbortController();
  /** @type {import("./socket.js").Stream | null} */
  #stream = null;
  /** @type {Promise<void> | null} */
  #renewal = null;

  /**
   * @param {import("./client.js").DirectLineClient} client
   * @param {Keys} keys
   * @param {Listeners} listeners
   * @param {string} [watermark] what is already known
   */
  constructor(client, keys, listeners, watermark = "") {
    this.#client = client;
    this.#keys = keys;
    this.#listeners = listeners;
    this.#watermark = watermark;
  }

  /** Listens until closed. @param {string} [streamUrl] */
  listen(streamUrl) {
    const { signal } = this.#closing;
    const refresh = setInterval(() => this.#refresh(), REFRESH_EVERY);
    signal.addEventListener("abort", () => clearInterval(refresh));
    this.#wakeAfterSleep(signal);
    void this.#run(streamUrl ?? null, signal);
  }

  close() {
    this.#closing.abort();
    this.#stream?.close();
  }

  /** Looks whether a socket that seems open is. */
  reconnect() {
    this.#stream?.close();
  }

  /** @param {any} activity */
  post(activity) {
    return this.#authorised((token) => this.#client.post(this.#keys.conversationId, token, activity));
  }

  /** The last answer as a PDF. @returns {Promise<Blob>} */
  copy() {
    return this.#authorised((token) => this.#client.copy(this.#keys.conversationId, token));
  }

  /** Everything since the watermark, without waiting for the stream. */
  async catchUp() {
    this.#take(await this.#authorised((token) => this.#client.read(this.#keys.conversationId, token, this.#watermark)));
  }

  /** @param {string | null} streamUrl @param {AbortSignal} signal */
  async #run(streamUrl, signal) {
    let failures = 0;
    let fruitless = 0;
    while (!signal.aborted) {
      try {
        streamUrl ??= await this.#reopen();
        const hasOpened = await this.#hear(streamUrl);
        fruitless = hasOpened ? 0 : fruitless + 1;
        failures = hasOpened ? 0 : failures + 1;
        if (fruitless >= FRUITLESS && !signal.aborted) await this.#poll(signal);
      } catch (error) {
        if (this.#isLost(error)) return;
        failures++;
      }
      streamUrl = null;
      if (signal.aborted) return;
      this.#listeners.onConnection(false);
      await pause(backoff(failures), signal);
    }
  }

  /** @param {string} streamUrl @returns {Promise<boolean>} whether the socket had opened, once it is gone */
  async #hear(streamUrl) {
    this.#stream = openStream(streamUrl, {
      onOpen: () => this.#listeners.onConnection(true),
      onFrame: (frame) => this.#take(frame),
    });
    const hasOpened = await this.#stream.ended;
    this.#stream = null;
    return hasOpened;
  }

  /** @returns {Promise<string>} the address of a new stream */
  async #reopen() {
    const opened = await this.#authorised((token) =>
      this.#client.reopen(this.#keys.conversationId, token, this.#watermark),
    );
    if (opened.token) this.#keep(opened.token);
    if (!opened.streamUrl) throw new DirectLineError(0);
    return opened.streamUrl;
  }

  /** @param {AbortSignal} signal */
  async #poll(signal) {
    const until = Date.now() + POLL_FOR;
    while (!signal.aborted && Date.now() < until) {
      await this.catchUp();
      this.#listeners.onConnection(true);
      await pause(POLL_EVERY, signal);
    }
  }

  /** @param {{ activities?: any[], watermark?: string }} frame */
  #take(frame) {
    if (this.#closing.signal.aborted) return;
    if (typeof frame.watermark === "string" && frame.watermark) this.#watermark = frame.watermark;
    if (Array.isArray(frame.activities) && frame.activities.length > 0) this.#listeners.onActivities(frame.activities);
  }

  /** @template T @param {(token: string) => Promise<T>} request @returns {Promise<T>} */
  async #authorised(request) {
    try {
      return await request(this.#keys.token);
    } catch (error) {
      if (!(error instanceof DirectLineError && error.isRefused)) throw error;
    }
    await (this.#renewal ??= this.#renew().finally(() => (this.#renewal = null)));
    return request(this.#keys.token);
  }

  async #renew() {
    const { conversationId, resumeKey } = this.#keys;
    if (!resumeKey) throw new DirectLineError(404);
    this.#keep((await this.#client.resume(conversationId, resumeKey)).token);
  }

  async #refresh() {
    try {
      this.#keep((await this.#client.refresh(this.#keys.token)).token);
    } catch {
      // A dead token shows at the next request, which then renews it.
    }
  }

  /** @param {string} token */
  #keep(token) {
    this.#keys = { ...this.#keys, token };
    this.#listeners.onKeys(this.#keys);
  }

  #isLost(error) {
    if (!(error instanceof DirectLineError)) throw error;
    const isLost = !error.isPassing && !this.#closing.signal.aborted;
    if (isLost) {
      this.close();
      this.#listeners.onGone();
    }
    return isLost;
  }

  /** @param {AbortSignal} signal */
  #wakeAfterSleep(signal) {
    let hiddenAt = 0;
    const look = () => {
      if (document.visibilityState === "hidden") hiddenAt = Date.now();
      else if (hiddenAt && Date.now() - hiddenAt > DOZE) this.#stream?.close();
    };
    document.addEventListener("visibilitychange", look, { signal });
    window.addEventListener("offline", () => this.#listeners.onConnection(false), { signal });
    window.addEventListener("online", () => this.#stream?.close(), { signal });
  }
}
