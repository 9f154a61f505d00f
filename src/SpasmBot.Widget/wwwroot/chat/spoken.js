// A message of the bot as a screen reader says it once: the words, not the controls, which speak for themselves.

import { heard } from "./links.js";
import { words } from "./words.js";

/** @param {import("./activities.js").Message} message */
export function spoken({ text, question, emergency, answer, handoff, reference }) {
  const parts = [];
  if (emergency) parts.push(emergency.title, ...emergency.whileWaiting);
  if (answer) parts.push(`${words.answer}: ${answer.title}`, ...(answer.sections[0]?.items.map((item) => item.text) ?? []));
  if (question) parts.push(question.lead !== question.error && question.lead, question.error, question.prompt, question.hint);
  else if (!emergency && !answer) parts.push(text);
  if (reference) parts.push(`${words.reference}: ${reference}`);
  if (handoff) parts.push(words.handoff[handoff]);
  return parts
    .filter(Boolean)
    .map(heard)
    .map((part) => (/[.!?:]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
