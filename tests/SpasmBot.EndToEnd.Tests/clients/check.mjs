// One patient, one conversation, from greeting to answer.

import { cardErrors, cardsOf } from "./cards.mjs";
import { Chat } from "./chat.mjs";
import { asText, asValue, Patient } from "./patient.mjs";
import { sockets } from "./polyfills.mjs";

/** A question that comes back this often is not getting through. */
const PATIENCE = 3;
/** With --continue: how long nothing more has to come before the conversation counts as over. */
const SILENCE = 1500;

/**
 * @param {any} labels a case
 * @param {{ url: string, mode: "websocket" | "polling", typed?: "titles" | "numbers", goesOn: boolean, dropAfter?: number, timeout: number }} how
 */
export async function takeCheck(labels, how) {
  const began = performance.now();
  const result = { id: labels.id, questions: [], disposition: null, reasons: [], transcript: [], cards: 0, cardErrors: [] };
  let chat = null;
  try {
    chat = await Chat.open(how.url, how.mode);
    await converse(chat, new Patient(labels), how, result);
    await seeEchoes(chat, Date.now() + how.timeout * 1000);
  } catch (error) {
    result.error = describe(error);
  } finally {
    chat?.close();
  }
  return {
    ...result,
    posted: chat?.posted ?? 0,
    echoes: chat?.echoes ?? 0,
    seconds: Math.round(performance.now() - began) / 1000,
  };
}

async function converse(chat, patient, how, result) {
  const deadline = Date.now() + how.timeout * 1000;
  for (;;) {
    const isDone = result.disposition !== null;
    const activity = await chat.next(isDone ? Math.min(deadline, Date.now() + SILENCE) : deadline);
    if (!activity) {
      if (isDone) return;
      throw new Error(`no answer within ${how.timeout} s; the last question was ${result.questions.at(-1)}`);
    }
    const data = activity.channelData?.spasmbot ?? {};
    result.transcript.push({ bot: activity.text, question: data.question });
    const cards = cardsOf(activity);
    result.cards += cards.length;
    result.cardErrors.push(...cards.flatMap(cardErrors));
    if (data.assessment) {
      result.disposition = data.assessment.disposition;
      result.reasons = data.assessment.reasons.map((reason) => reason.rule);
      if (!how.goesOn) return;
    }
    if (data.question === "next" || data.kind === "contact") {
      if (result.disposition !== null) return;
    } else if (data.question) {
      await reply(chat, patient, data, how, result);
    }
  }
}

async function reply(chat, patient, data, how, result) {
  result.questions.push(data.question);
  if (result.questions.filter((id) => id === data.question).length > PATIENCE) {
    throw new Error(`${data.question} was asked ${PATIENCE + 1} times: ${data.error ?? data.prompt}`);
  }
  const answer = patient.answer(data);
  const content = how.typed ? { text: asText(data, answer, how.typed) } : { value: asValue(data, answer) };
  result.transcript.push({ patient: content.text ?? content.value });
  await chat.post(content);
  if (result.questions.length === how.dropAfter) sockets.at(-1)?.terminate();
}

/** Web Chat shows "Send failed" for what never comes back. */
async function seeEchoes(chat, deadline) {
  while (chat.echoes < chat.posted && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  if (chat.echoes < chat.posted) throw new Error(`${chat.posted - chat.echoes} posted activities never came back`);
}

function describe(error) {
  if (error?.status !== undefined) return `HTTP ${error.status}: ${JSON.stringify(error.xhr?.response ?? null)}`;
  return error?.message ?? String(error);
}
