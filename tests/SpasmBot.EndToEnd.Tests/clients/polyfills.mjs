// What botframework-directlinejs expects of a browser. Import this before it.

import { createRequire } from "node:module";
import WebSocket from "ws";

const require = createRequire(import.meta.url);

/** Every socket that was opened, so that a test can cut one. */
export const sockets = [];

class RecordedWebSocket extends WebSocket {
  constructor(url, protocols) {
    super(url, protocols);
    sockets.push(this);
  }
}

globalThis.WebSocket = RecordedWebSocket;
globalThis.XMLHttpRequest = require("xhr2").XMLHttpRequest ?? require("xhr2");
