// From the wire to what the page draws: every field is checked, what is not as agreed is left out.

/**
 * @typedef {{ id: string, title: string, hint: string | null, group: string | null }} Option
 * @typedef {{ id: string, label: string, type: string, required: boolean, autocomplete: string | null,
 *   hint: string | null, error: string | null, value: string }} Field
 * @typedef {object} Question
 * @property {string} id
 * @property {string} kind
 * @property {string} prompt
 * @property {string | null} lead  what is said before the question in the same message
 * @property {string | null} error  what was wrong with the last answer
 * @property {string | null} hint
 * @property {string | null} why
 * @property {boolean} none
 * @property {boolean} unsure
 * @property {boolean} optional
 * @property {Option[]} options
 * @property {string[]} findings  what an answer can settle, the options and what may stand beside them
 * @property {string | null} figure  the drawing that shows what is asked
 * @property {string[]} selected
 * @property {number | null} min
 * @property {number | null} max
 * @property {string | null} unit
 * @property {Field[]} fields
 * @property {{ question: string, label: string, answer: string }[]} summary
 *
 * @typedef {object} Emergency
 * @property {string} level
 * @property {string} title
 * @property {{ label: string, number: string }[]} phones
 * @property {string[]} whileWaiting
 * @property {boolean} mistake
 * @property {boolean} quickExit
 *
 * @typedef {{ text: string, because: string | null, source: string | null }} AnswerItem
 * @typedef {{ id: string, heading: string, items: AnswerItem[], shown: number }} AnswerSection  of the items so many are
 *   shown at once, the others on request
 * @typedef {{ disposition: string, title: string, sections: AnswerSection[],
 *   recovery: { from: number, to: number } | null }} Answer  recovery: the usual weeks
 *
 * @typedef {object} Message
 * @property {string} id
 * @property {string | null} clientId  the id a client gave a person's message
 * @property {"bot" | "person"} from
 * @property {string} text
 * @property {Date} at
 * @property {any} value  what a person's message answered in data
 * @property {Question | null} question
 * @property {Emergency | null} emergency
 * @property {Answer | null} answer
 * @property {boolean} isCopy  the answer is sent again to be printed
 * @property {boolean} isForgotten  the last thing the bot says before the conversation is deleted
 * @property {{ step: number, of: number } | null} progress
 * @property {string | null} handoff
 * @property {string | null} reference
 * @property {"sending" | "waiting" | "failed" | "refused" | null} state  of a message on its way
 * @property {string} [why]  what the server said when it could not keep it
 *
 * @typedef {Message & { question: Question }} Asking  a message that asks
 * @typedef {Message & { emergency: Emergency }} Alarm  a message with a banner
 * @typedef {Message & { answer: Answer }} Answering  a message with the answer
 */

const KINDS = new Set(["choice", "multi", "yesno", "number", "body", "text", "contact", "slot"]);

const text = (value) => (typeof value === "string" && value.trim() ? value : null);
const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : null);
const list = (value) => (Array.isArray(value) ? value : []);
const record = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : null);
const records = (value) => list(value).filter(record);

/**
 * @param {any} activity
 * @returns {Message | null} null when there is nothing to draw
 */
export function readActivity(activity) {
  if (record(activity) === null || activity.type !== "message" || !text(activity.id)) return null;
  const clientId = text(record(activity.channelData)?.clientActivityID);
  const isPerson = activity.from?.role === "user" || (activity.from?.role !== "bot" && clientId !== null);
  const data = (isPerson ? null : record(record(activity.channelData)?.spasmbot)) ?? {};
  const words = text(activity.text) ?? "";
  const at = new Date(activity.timestamp);
  return {
    id: activity.id,
    clientId,
    from: isPerson ? "person" : "bot",
    text: words,
    at: Number.isNaN(at.getTime()) ? new Date() : at,
    value: isPerson ? record(activity.value) : null,
    question: readQuestion(data, words),
    emergency: readEmergency(data.emergency),
    answer: readAnswer(data.answer),
    isCopy: data.copy === true,
    isForgotten: data.forgotten === true,
    progress: readProgress(data),
    handoff: text(data.handoff),
    reference: text(record(data.booking)?.reference),
    state: null,
  };
}

/** @returns {Question | null} */
function readQuestion(data, said) {
  if (!text(data.question)) return null;
  const options = records(data.options).filter((option) => text(option.id) && text(option.title)).map(readOption);
  const prompt = text(data.prompt);
  return {
    id: data.question,
    kind: KINDS.has(data.kind) ? data.kind : options.length > 0 ? "choice" : "text",
    prompt: prompt ?? said,
    lead: prompt && !data.error ? leadOf(said, prompt) : null,
    error: text(data.error) ?? (data.error === true ? errorOf(said, prompt) : null),
    hint: text(data.hint),
    why: text(data.why),
    none: data.none === true,
    unsure: data.unsure === true,
    optional: data.optional === true,
    options,
    findings: list(data.findings).filter(text),
    figure: text(data.figure),
    selected: list(data.selected).filter(text),
    min: number(data.min),
    max: number(data.max),
    unit: text(data.unit),
    fields: records(data.fields).filter((field) => text(field.id) && text(field.label)).map(readField),
    summary: records(data.summary).filter((line) => text(line.question) && text(line.label)).map(readLine),
  };
}

/** What a message says before its question; the numbered options after it are for clients that draw none. */
function leadOf(said, prompt) {
  const start = said.indexOf(prompt);
  return start > 0 ? text(said.slice(0, start).trim()) : null;
}

/** What was wrong: said before the question, or alone, or in the question's place. */
function errorOf(said, prompt) {
  if (!prompt || !said.includes(prompt)) return said || prompt;
  return leadOf(said, prompt) ?? prompt;
}

const readOption = (option) => ({
  id: option.id,
  title: option.title,
  hint: text(option.hint),
  group: text(option.group),
});

const readField = (field) => ({
  id: field.id,
  label: field.label,
  type: text(field.type) ?? "text",
  required: field.required === true,
  autocomplete: text(field.autocomplete),
  hint: text(field.hint),
  error: text(field.error),
  value: text(field.value) ?? "",
});

const readLine = (line) => ({ question: line.question, label: line.label, answer: text(line.answer) ?? "" });

/** @returns {Emergency | null} */
function readEmergency(data) {
  if (!record(data) || !text(data.title)) return null;
  return {
    level: text(data.level) ?? "emergency",
    title: data.title,
    phones: records(data.phones)
      .filter((phone) => text(phone.number))
      .map((phone) => ({ label: text(phone.label) ?? phone.number, number: phone.number })),
    whileWaiting: list(data.whileWaiting).filter(text),
    mistake: data.mistake === true,
    quickExit: data.quickExit === true,
  };
}

/** @returns {Answer | null} */
function readAnswer(data) {
  if (!record(data) || !text(data.title)) return null;
  return {
    disposition: text(data.disposition) ?? "",
    title: data.title,
    sections: records(data.sections)
      .map((section) => ({
        id: text(section.id) ?? "",
        heading: text(section.heading) ?? "",
        items: records(section.items)
          .filter((item) => text(item.text))
          .map((item) => ({ text: item.text, because: text(item.because), source: text(item.source) })),
        shown: number(section.shown) ?? Infinity,
      }))
      .filter((section) => section.items.length > 0),
    recovery: readWeeks(record(data.recoveryWeeks)),
  };
}

function readWeeks(data) {
  const [from, to] = [number(data?.from), number(data?.to)];
  return from !== null && to !== null && from > 0 && from <= to ? { from, to } : null;
}

function readProgress(data) {
  const [step, of] = [number(data.step), number(data.of)];
  return step !== null && of !== null && step > 0 ? { step, of: Math.max(step, of) } : null;
}
