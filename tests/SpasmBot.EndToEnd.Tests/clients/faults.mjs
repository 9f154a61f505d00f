// Faults of the line: each takes the second turn of a conversation, and the conversation must go on as if nothing happened.

const isPost = ({ method, path }) => method === "POST" && path.endsWith("/activities");
const isReopening = ({ method, path }) => method === "GET" && /\/conversations\/[^/?]+\?/.test(path);
const isPoll = ({ method, path }) => method === "GET" && path.includes("/activities?");

/** Deals with the first requests that fit, then gets out of the way. */
const first = (proxy, fits, deal, times = 1) => {
  proxy.onRequest = async (exchange) => {
    if (times === 0 || !fits(exchange)) return false;
    times--;
    await deal(exchange);
    return true;
  };
};

const answering = (status, headers = {}) => ({
  mode: "websocket",
  arm: (proxy) => first(proxy, isPost, async (exchange) => exchange.answer({ status, headers, body: "{}" })),
});

/** Does something with the first chunk of news that comes down the socket. */
const onNews = (deal) => ({
  mode: "websocket",
  arm: (proxy) => {
    proxy.onStream = (chunk, pipe) => {
      proxy.onStream = null;
      deal(chunk, pipe);
      return true;
    };
  },
});

/**
 * `repeats`: after a renewed token the client itself opens another socket beside the first and hears things again, which
 * those who draw them drop by their ids.
 * @type {Record<string, { mode: "websocket" | "polling", repeats?: true, arm: (proxy: import("./proxy.mjs").Proxy) => void }>}
 */
export const faults = {
  "cut before the post arrives": {
    mode: "websocket",
    arm: (proxy) =>
      first(proxy, isPost, async (exchange) => {
        proxy.cutSockets();
        exchange.answer(await exchange.forward());
      }),
  },
  "cut after the post, before its answer": {
    mode: "websocket",
    arm: (proxy) =>
      first(proxy, isPost, async (exchange) => {
        const answer = await exchange.forward();
        proxy.cutSockets();
        exchange.answer(answer);
      }),
  },
  "cut before the news": onNews((_, { cut }) => cut()),
  "cut in the middle of the news": onNews((chunk, { pass, cut }) => {
    pass(chunk.subarray(0, chunk.length >> 1));
    cut();
  }),
  "cut right after the news": onNews((chunk, { pass, cut }) => {
    pass(chunk);
    setImmediate(cut);
  }),
  "cut, and the next socket does not open": {
    mode: "websocket",
    arm: (proxy) => {
      let left = 1;
      proxy.onUpgrade = () => left-- > 0;
      proxy.cutSockets();
    },
  },
  "cut, and opening again fails with 500 and 503": {
    mode: "websocket",
    arm: (proxy) => {
      const statuses = [500, 503];
      first(proxy, isReopening, async (exchange) => exchange.answer({ status: statuses.pop(), body: "{}" }), 2);
      proxy.cutSockets();
    },
  },
  "cut, and opening again is told that the token has expired": {
    mode: "websocket",
    repeats: true,
    arm: (proxy) => {
      first(proxy, isReopening, async (exchange) => exchange.answer({ status: 403, body: "{}" }));
      proxy.cutSockets();
    },
  },
  "the post is never answered": { mode: "websocket", arm: (proxy) => first(proxy, isPost, (exchange) => exchange.drop()) },
  "the post arrives, its answer does not": {
    mode: "websocket",
    arm: (proxy) =>
      first(proxy, isPost, async (exchange) => {
        await exchange.forward();
        exchange.drop();
      }),
  },
  "the post arrives twice": {
    mode: "websocket",
    arm: (proxy) =>
      first(proxy, isPost, async (exchange) => {
        const answers = await Promise.all([exchange.forward(), exchange.forward()]);
        exchange.answer(answers[0]);
      }),
  },
  "the server is slower than the client's patience": {
    mode: "websocket",
    arm: (proxy) =>
      first(proxy, isPost, async (exchange) => {
        const answer = await exchange.forward();
        setTimeout(() => exchange.answer(answer), 4000);
      }),
  },
  "the post gets 500": answering(500),
  "the post gets 503": answering(503, { "retry-after": "1" }),
  "the post gets 429": answering(429, { "retry-after": "1" }),
  "the post gets 404": answering(404),
  "the post gets 403": { ...answering(403), repeats: true },
  "a poll is told that the token has expired": {
    mode: "polling",
    repeats: true,
    arm: (proxy) => first(proxy, isPoll, async (exchange) => exchange.answer({ status: 403, body: "{}" })),
  },
  "polls are slow": {
    mode: "polling",
    arm: (proxy) =>
      first(
        proxy,
        isPoll,
        async (exchange) => {
          const answer = await exchange.forward();
          setTimeout(() => exchange.answer(answer), 1000);
        },
        2,
      ),
  },
};
