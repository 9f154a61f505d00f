// Stands between the unchanged client and the real server, and breaks the line where it is told to.

import http from "node:http";
import net from "node:net";

/**
 * @typedef {object} Exchange  one request on its way
 * @property {string} method
 * @property {string} path
 * @property {() => Promise<{ status: number, headers: any, body: Buffer }>} forward  sends it on (again, when called again)
 * @property {(answer: { status: number, headers?: any, body?: Buffer | string }) => void} answer
 * @property {() => void} drop  the client gets nothing
 */

export class Proxy {
  #target;
  #server;
  #sockets = new Set();
  /** @type {((exchange: Exchange) => Promise<boolean>) | null} whether it has dealt with the request */
  onRequest = null;
  /** @type {((chunk: Buffer, pipe: { pass: (bytes: Buffer) => void, cut: () => void }) => boolean) | null} */
  onStream = null;
  /** @type {(() => boolean) | null} whether the next socket may not open */
  onUpgrade = null;

  /** @param {string} target */
  static async open(target) {
    const proxy = new Proxy(new URL(target));
    await new Promise((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  constructor(target) {
    this.#target = target;
    this.#server = http.createServer((request, response) => void this.#request(request, response));
    this.#server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  cutSockets() {
    for (const socket of this.#sockets) socket.destroy();
  }

  close() {
    this.cutSockets();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #request(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const exchange = {
      method: request.method,
      path: request.url,
      forward: () => this.#forward(request, body),
      answer: ({ status, headers = {}, body: content = "" }) => {
        response.writeHead(status, headers);
        response.end(content);
      },
      drop: () => request.socket.destroy(),
    };
    try {
      if (!(await this.onRequest?.(exchange))) exchange.answer(await exchange.forward());
    } catch {
      exchange.drop();
    }
  }

  #forward({ method, url, headers }, body) {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#target;
      const request = http.request({ hostname, port, method, path: url, headers, setHost: false }, async (answer) => {
        const chunks = [];
        for await (const chunk of answer) chunks.push(chunk);
        const { "transfer-encoding": _, ...kept } = answer.headers;
        resolve({ status: answer.statusCode, headers: kept, body: Buffer.concat(chunks) });
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  #upgrade(request, client, head) {
    if (this.onUpgrade?.()) return client.destroy();
    const server = net.connect(Number(this.#target.port), this.#target.hostname);
    const cut = () => [client, server].forEach((socket) => socket.destroy());
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on("error", cut);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        cut();
      });
    }
    const lines = request.rawHeaders.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
    server.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines}\r\n`);
    server.write(head);
    client.on("data", (chunk) => server.write(chunk));
    let isOpen = false;
    server.on("data", (chunk) => {
      const pass = (bytes) => client.write(bytes);
      if (isOpen && this.onStream?.(chunk, { pass, cut })) return;
      isOpen = true;
      pass(chunk);
    });
  }
}
