// The answer as a card: first what to do and when, then the rest in reading order.

import { el, icon } from "../dom.js";
import { words } from "../words.js";

/** @typedef {import("../activities.js").Answer} Answer */

/** How urgent it is, as a look and an icon; the word beside it is in words.js. */
const URGENCY = {
  ambulance: ["danger", "phone"],
  emergency: ["danger", "warning"],
  "doctor-today": ["warn", "doctor"],
  "doctor-soon": ["warn", "doctor"],
  "physio-priority": ["accent", "calendar"],
  physio: ["accent", "calendar"],
  "self-care": ["ok", "home"],
  crisis: ["danger", "support"],
};
/** Sections that speak for themselves. */
const BARE = new Set(["crisis", "note"]);
/** Background, for who wants it. */
const FOLDED = new Set(["phases"]);
const MARKS = { do: "check", "do-not": "cross", when: "clock" };

/**
 * @param {import("../activities.js").Message} message
 * @param {{ keepCopy: () => void }} ways
 */
export function answerCard({ answer, emergency }, ways) {
  const [look, picture] = URGENCY[answer.disposition] ?? ["accent", "calendar"];
  return el(
    "article",
    { class: "answer-card", "data-look": look, "data-disposition": answer.disposition, "aria-label": words.answer },
    // An emergency says what to do above it already.
    !emergency &&
      el(
        "header",
        { class: "answer-head" },
        icon(picture),
        el("div", {}, el("p", { class: "answer-level" }, words.levels[answer.disposition]), el("h2", {}, answer.title)),
      ),
    el(
      "div",
      { class: "answer-sections" },
      ...answer.sections.filter(({ id }) => !(emergency && id === "while-waiting")).map(drawSection),
    ),
    // In a crisis nothing is to be left behind.
    !emergency?.quickExit && el("footer", { class: "answer-foot" }, copyButton(ways)),
  );
}

/** @param {{ keepCopy: () => void }} ways */
export function copyButton({ keepCopy }) {
  return el("button", { type: "button", class: "button", onclick: keepCopy }, icon("print"), words.keepCopy);
}

/** @param {Answer["sections"][number]} section */
function drawSection(section) {
  const list = el(
    "ul",
    { class: MARKS[section.id] ? "marked-list" : "plain-list" },
    ...section.items.map((item) => drawItem(item, section.id)),
  );
  if (FOLDED.has(section.id)) {
    return el("details", { class: "answer-section", "data-section": section.id }, el("summary", {}, section.heading), list);
  }
  const sources = [...new Set(section.items.map((item) => item.source).filter(Boolean))];
  return el(
    "section",
    { class: "answer-section", "data-section": section.id },
    !BARE.has(section.id) && el("h3", {}, section.heading),
    list,
    sources.length > 0 &&
      el("p", { class: "sources" }, `${sources.length > 1 ? words.sources : words.source}: ${sources.join("; ")}`),
  );
}

/** @param {import("../activities.js").AnswerItem} item @param {string} sectionId */
function drawItem(item, sectionId) {
  return el(
    "li",
    {},
    MARKS[sectionId] && icon(MARKS[sectionId]),
    el("div", {}, item.text, item.because && el("p", { class: "because" }, item.because)),
  );
}
