// Direct Line 3.0 over HTTP: one method a request, no state.

const PATIENCE = 15_000;

/** A request that did not succeed; status 0 when nothing came back. */
export class DirectLineError extends Error {
  /** @param {number} status @param {number} [retryAfter] milliseconds @param {string} [detail] words for the person */
  constructor(status, retryAfter = 0, detail = "") {
    super(`Direct Line answered ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
    this.detail = detail;
  }

  /** Whether the same request may succeed a little later. */
  get isPassing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether the token is no longer good. */
  get isRefused() {
    return this.status === 401 || this.status === 403;
  }
}

/**
 * @typedef {object} Opened
 * @property {string} conversationId
 * @property {string} token
 * @property {number} [expires_in] seconds
 * @property {string} [streamUrl]
 * @property {string} [resumeKey]
 */

export class DirectLineClient {
  #base;

  /** @param {string} base the address of Direct Line, without a slash at the end */
  constructor(base) {
    this.#base = base;
  }

  /** A new conversation. @param {string} locale @returns {Promise<Opened>} */
  async start(locale) {
    const { token } = await this.#send("POST", "/tokens/generate", null, {});
    return this.#send("POST", "/conversations", token, { user: {}, locale });
  }

  /** @param {string} id @param {string} token @param {string} watermark @returns {Promise<Opened>} */
  reopen(id, token, watermark) {
    return this.#send("GET", `${path(id)}?watermark=${encodeURIComponent(watermark)}`, token);
  }

  /** @param {string} token @returns {Promise<Opened>} */
  refresh(token) {
    return this.#send("POST", "/tokens/refresh", token);
  }

  /** A new token for a conversation whose token has died. @param {string} id @param {string} resumeKey @returns {Promise<Opened>} */
  resume(id, resumeKey) {
    return this.#send("POST", "/tokens/resume", null, { conversationId: id, resumeKey });
  }

  /** @param {string} id @param {string} token @param {string} watermark @returns {Promise<{ activities: any[], watermark?: string }>} */
  read(id, token, watermark) {
    const query = watermark ? `?watermark=${encodeURIComponent(watermark)}` : "";
    return this.#send("GET", `${path(id)}/activities${query}`, token);
  }

  /** @param {string} id @param {string} token @param {any} activity @returns {Promise<{ id: string }>} */
  post(id, token, activity) {
    return this.#send("POST", `${path(id)}/activities`, token, activity);
  }

  /** The last answer as a PDF. @param {string} id @param {string} token @returns {Promise<Blob>} */
  async copy(id, token) {
    const response = await this.#fetch("GET", `${path(id)}/copy.pdf`, token);
    return response.blob().catch(() => {
      throw new DirectLineError(0);
    });
  }

  /** @param {string} method @param {string} address @param {string | null} token @param {any} [body] */
  async #send(method, address, token, body) {
    const response = await this.#fetch(method, address, token, body);
    return response.json().catch(() => {
      throw new DirectLineError(0);
    });
  }

  /** @param {string} method @param {string} address @param {string | null} token @param {any} [body] */
  async #fetch(method, address, token, body) {
    /** @type {Record<string, string>} */
    const headers = {};
    if (token) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers["content-type"] = "application/json";
    const response = await fetch(this.#base + address, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => null);
    if (!response) throw new DirectLineError(0);
    if (!response.ok) throw await errorOf(response);
    return response;
  }
}

const path = (id) => `/conversations/${encodeURIComponent(id)}`;

/** @param {Response} response */
async function errorOf(response) {
  const problem = response.status === 503 ? await response.json().catch(() => null) : null;
  const retryAfter = secondsOf(response.headers.get("retry-after")) * 1000;
  return new DirectLineError(response.status, retryAfter, typeof problem?.detail === "string" ? problem.detail : "");
}

/** @param {string | null} header */
function secondsOf(header) {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) : 0;
}
