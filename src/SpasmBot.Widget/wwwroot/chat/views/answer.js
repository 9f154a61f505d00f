// The answer as a card: first what to do and when, then the rest in reading order.

import { el, icon } from "../dom.js";
import { copyButtons } from "./copy.js";
import { phasesPath, weeksPicture } from "./recovery.js";
import { words } from "../words.js";

/** @typedef {import("../activities.js").AnswerSection} AnswerSection */
/** @typedef {import("../activities.js").AnswerItem} AnswerItem */

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
const MARKS = { do: "check", "do-not": "cross", when: "clock" };

/**
 * @param {import("../activities.js").Answering} message
 * @param {import("./copy.js").CopyWays} ways
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
      ...(emergency
        ? answer.sections.filter(({ id }) => id !== "while-waiting").map(drawOpen)
        : answer.sections.map((section) => drawSection(section, answer))),
    ),
    // In a crisis nothing is to be left behind.
    !emergency?.quickExit && el("footer", { class: "answer-foot" }, ...copyButtons(ways)),
  );
}

/** In an emergency nothing is left to be opened. @param {AnswerSection} section */
function drawOpen({ id, heading, items }) {
  const sources = sourcesOf(items);
  return place(
    id,
    heading,
    list(items, id),
    sources.length > 0 && el("p", { class: "sources" }, `${titleOf(sources)}: ${sources.join("; ")}`),
  );
}

/** @param {AnswerSection} section @param {import("../activities.js").Answer} answer */
function drawSection({ id, heading, items, shown }, { recovery }) {
  if (id === "phases") return fold(heading, { class: "answer-section", "data-section": id }, phasesPath(items));
  // Background is behind its own heading, for who wants it.
  if (shown === 0) return fold(heading, { class: "answer-section", "data-section": id }, list(items, id));
  const rest = items.slice(shown);
  const sources = sourcesOf(items);
  return place(
    id,
    heading,
    list(items.slice(0, shown), id),
    id === "recovery" && recovery && weeksPicture(recovery),
    rest.length > 0 && fold(words.showMore(rest.length), { class: "more" }, list(rest, id)),
    sources.length > 0 && fold(titleOf(sources), { class: "more" }, el("p", { class: "sources" }, sources.join("; "))),
  );
}

/** @param {string} id @param {string} heading @param {...any} content */
function place(id, heading, ...content) {
  const title = !BARE.has(id) && el("h3", {}, heading);
  return el("section", { class: "answer-section", "data-section": id }, title, ...content);
}

/** @param {AnswerItem[]} items @param {string} id */
function list(items, id) {
  return el("ul", { class: MARKS[id] ? "marked-list" : "plain-list" }, ...items.map((item) => drawItem(item, id)));
}

/** @param {AnswerItem[]} items @returns {string[]} */
const sourcesOf = (items) => [...new Set(items.flatMap((item) => item.source ?? []))];

/** @param {string[]} sources */
const titleOf = (sources) => (sources.length > 1 ? words.sources : words.source);

/** @param {string} title @param {object} attributes @param {HTMLElement} content */
function fold(title, attributes, content) {
  return el("details", attributes, el("summary", {}, title), content);
}

/** @param {AnswerItem} item @param {string} sectionId */
function drawItem(item, sectionId) {
  return el(
    "li",
    {},
    MARKS[sectionId] && icon(MARKS[sectionId]),
    el("div", {}, item.text, item.because && el("p", { class: "because" }, item.because)),
  );
}
