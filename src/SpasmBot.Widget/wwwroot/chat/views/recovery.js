// How long it takes, and the way there, as pictures.

import { el, svg } from "../dom.js";
import { words } from "../words.js";

const START = 12;
const END = 308;

/** The weeks on a line, the usual time marked. @param {{ from: number, to: number }} weeks */
export function weeksPicture({ from, to }) {
  const last = to + Math.max(1, Math.round(to / 4));
  const at = (week) => START + ((END - START) * week) / last;
  const ticks = Array.from({ length: last + 1 }, (_, week) => week);
  return svg(
    "svg",
    { class: "weeks", viewBox: "0 0 320 64", role: "img", "aria-label": words.weeksPicture(from, to) },
    svg("path", { class: "weeks-line", d: `M${START} 20H${END}` }),
    svg("path", { class: "weeks-usual", d: `M${at(from)} 20H${at(to)}` }),
    ...ticks.map((week) => svg("path", { class: "weeks-tick", d: `M${at(week)} 14v12` })),
    label(START, "start", words.weeksFrom),
    label(at(from), "middle", words.weeks(from)),
    label(at(to), "middle", words.weeks(to)),
  );
}

/** @param {number} x @param {string} anchor @param {string} text */
const label = (x, anchor, text) => svg("text", { x, y: 50, "text-anchor": anchor }, text);

/** The phases as stations on a way. @param {import("../activities.js").AnswerItem[]} items numbered in their text */
export function phasesPath(items) {
  return el(
    "ol",
    { class: "phases" },
    // The list counts by itself.
    ...items.map((item) => el("li", {}, item.text.replace(/^\d+\.\s*/, ""))),
  );
}
