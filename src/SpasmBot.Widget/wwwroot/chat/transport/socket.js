// One WebSocket of a Direct Line stream, from opening to its end.

const HEARTBEAT = 20_000;
const OPENING = 8_000;

/**
 * @typedef {object} Stream
 * @property {Promise<boolean>} ended  settles when the socket is gone: whether it had ever opened
 * @property {() => void} close
 */

/**
 * @param {string} url
 * @param {{ onOpen: () => void, onFrame: (frame: { activities?: any[], watermark?: string }) => void }} listeners
 * @returns {Stream}
 */
export function openStream(url, { onOpen, onFrame }) {
  const socket = new WebSocket(url);
  let hasOpened = false;
  // The empty frame keeps proxies from closing a quiet line.
  const heartbeat = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(""), HEARTBEAT);
  const opening = setTimeout(() => hasOpened || socket.close(), OPENING);
  const ended = new Promise((resolve) => {
    socket.addEventListener("close", () => {
      clearInterval(heartbeat);
      clearTimeout(opening);
      resolve(hasOpened);
    });
  });
  socket.addEventListener("open", () => {
    hasOpened = true;
    onOpen();
  });
  socket.addEventListener("message", ({ data }) => {
    const frame = parse(data);
    if (frame) onFrame(frame);
  });
  return { ended, close: () => socket.close() };
}

function parse(data) {
  if (typeof data !== "string" || !data) return null;
  try {
    const frame = JSON.parse(data);
    return frame && typeof frame === "object" ? frame : null;
  } catch {
    return null;
  }
}
