// What a person sends, and how it reads as a line of the conversation.

import { words } from "./words.js";

/** @typedef {import("./activities.js").Question} Question */

/** Commands that are no part of what was said. */
const SILENT = new Set(["resume"]);

/** @param {any} value @returns {boolean} whether a person's message is drawn */
export function isDrawn(value) {
  return !SILENT.has(value?.command);
}

/**
 * How an answer reads.
 * @param {any} value as sent
 * @param {(id: string) => Question | undefined} questionOf the question that was answered, if it is known
 * @returns {string}
 */
export function describe(value, questionOf) {
  const question = questionOf(value.question);
  if (typeof value.command === "string") return describeCommand(value, question);
  if (value.skip === true) return words.skipped;
  const titles = titlesOf(value.selected, question);
  const unsure = titlesOf(value.unsure, question);
  const said = [...titles, ...unsure.map(words.notSureAbout)];
  if (said.length > 0) return said.join("\n");
  if (value.none === true) return question?.kind === "yesno" ? words.no : words.none;
  if (value.unsure === true) return words.notSure;
  return describeValue(value.value, question);
}

function describeCommand(value, question) {
  if (value.command === "change" && question) return words.changeOf(question.prompt);
  return words.commands[value.command] ?? value.command;
}

function titlesOf(ids, question) {
  if (!Array.isArray(ids)) return [];
  if (question?.kind === "yesno") return ids.map((id) => (id === "no" ? words.no : words.yes));
  return ids.map((id) => question?.options.find((option) => option.id === id)?.title ?? words.sides[id] ?? String(id));
}

function describeValue(value, question) {
  if (value && typeof value === "object") {
    const given = (question?.fields ?? [])
      .map((field) => (field.type === "checkbox" ? null : value[field.id]))
      .filter((part) => typeof part === "string" && part);
    return given.join("\n") || words.sentForm;
  }
  if (typeof value === "number" && question?.unit) return `${value} ${question.unit}`;
  return value === undefined || value === null ? words.sentForm : String(value);
}
