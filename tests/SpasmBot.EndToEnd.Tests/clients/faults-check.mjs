// Breaks the line between the real botframework-directlinejs and the server in every way of faults.mjs, all at once.
//
//   node faults-check.mjs --url http://127.0.0.1:3978                  every fault, one JSON line each: { fault, error? }
//   node faults-check.mjs --url … --begin                              starts a check, prints its keys
//   node faults-check.mjs --url … --resume '{ …keys… }'                goes on with a token that has died meanwhile
//
// Ends with 0 when every conversation went on and nothing was lost or doubled.

import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { Chat } from "./chat.mjs";
import { faults } from "./faults.mjs";
import { Proxy } from "./proxy.mjs";

const PATIENCE = 60_000;
const API = "/v3/directline";

const { values: options } = parseArgs({
  options: { url: { type: "string" }, begin: { type: "boolean" }, resume: { type: "string" } },
});
const url = options.url.replace(/\/+$/, "");

if (options.begin) await begin();
else if (options.resume) await resume(JSON.parse(options.resume));
else process.exitCode = (await Promise.all(Object.keys(faults).map(run))).every(Boolean) ? 0 : 1;
process.exit();

async function run(fault) {
  const proxy = await Proxy.open(url);
  try {
    await survive(proxy, faults[fault]);
    console.log(JSON.stringify({ fault }));
    return true;
  } catch (error) {
    console.log(JSON.stringify({ fault, error: `${error?.message ?? error}` }));
    return false;
  } finally {
    proxy.close();
  }
}

async function survive(proxy, { mode, arm, repeats = false }) {
  const chat = await Chat.open(proxy.url, mode, { timeout: 2000 });
  chat.onExpired(() => renew(chat, proxy.url));
  const posted = [];
  await asked(chat, "menu");
  posted.push(await insist(chat, { question: "menu", selected: ["check"] }));
  await asked(chat, "for-whom");
  arm(proxy);
  posted.push(await insist(chat, { question: "for-whom", selected: ["me"] }));
  await asked(chat, "age");
  posted.push(await insist(chat, { question: "age", value: 34 }));
  await asked(chat, "consent");
  await compare(chat, posted, repeats);
  chat.close();
}

/** The client saw each activity of the server's once and in order, and the server has each post once. */
async function compare(chat, posted, repeats) {
  const { activities } = await read(chat);
  assert.deepEqual(
    activities.map((activity) => activity.channelData?.clientActivityID).filter(Boolean),
    posted,
    "the server has not each post once",
  );
  const seen = chat.all.map((activity) => activity.id);
  assert.deepEqual(
    repeats ? [...new Set(seen)] : seen,
    activities.map((activity) => activity.id),
    "the client saw something else than what was said",
  );
}

/** Posts until it is accepted, as a person who taps "send again". */
async function insist(chat, value) {
  const id = chat.newId();
  for (let tries = 1; ; tries++) {
    try {
      await chat.post({ value }, id);
      return id;
    } catch (error) {
      if (tries === 10) throw new Error(`not accepted after ${tries} tries: ${error?.message ?? error?.status}`);
    }
  }
}

async function asked(chat, question) {
  const until = Date.now() + PATIENCE;
  for (let activity = await chat.next(until); activity; activity = await chat.next(until)) {
    if (activity.channelData?.spasmbot?.question === question) return;
  }
  throw new Error(`${question} was not asked`);
}

/** What the page around a chat does when the token has expired. */
async function renew({ line }, base) {
  const { token } = await call(base, "POST", "/tokens/refresh", line.token);
  line.reconnect(await call(base, "GET", `/conversations/${line.conversationId}?watermark=${line.watermark}`, token));
}

function read({ line }) {
  return call(url, "GET", `/conversations/${line.conversationId}/activities`, line.token);
}

async function call(base, method, path, token, body) {
  const response = await fetch(base + API + path, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path.split("/")[1]} answered ${response.status}`);
  return response.json();
}

/** As a page does it that keeps the resume key. */
async function begin() {
  const { token } = await call(url, "POST", "/tokens/generate");
  const started = await call(url, "POST", "/conversations", token, { user: {} });
  const chat = Chat.with(url, "websocket", { ...started, watermark: "0" });
  await asked(chat, "menu");
  await insist(chat, { question: "menu", selected: ["check"] });
  await asked(chat, "for-whom");
  console.log(JSON.stringify({ ...started, token: chat.line.token, watermark: chat.line.watermark }));
}

async function resume({ conversationId, token, resumeKey, watermark }) {
  await assert.rejects(() => call(url, "POST", "/tokens/refresh", token), /403/);
  await assert.rejects(() => call(url, "GET", `/conversations/${conversationId}?watermark=${watermark}`, token), /403/);
  const fresh = await call(url, "POST", "/tokens/resume", null, { conversationId, resumeKey });
  const reopened = await call(url, "GET", `/conversations/${conversationId}?watermark=${watermark}`, fresh.token);
  const chat = Chat.with(url, "websocket", { ...reopened, watermark });
  await insist(chat, { question: "for-whom", selected: ["me"] });
  await asked(chat, "age");
  assert.equal(new Set(chat.all.map((activity) => activity.id)).size, chat.all.length);
  console.log(JSON.stringify({ resumed: conversationId }));
}
