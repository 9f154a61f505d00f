// The answer as a sheet of paper: hidden on the screen, the only thing in print.

import { el } from "../dom.js";
import { words } from "../words.js";

/**
 * @param {HTMLElement} sheet
 * @param {import("../config.js").Config} config
 */
export function createSheet(sheet, config) {
  /** @type {import("../activities.js").Message | null} */
  let drawn = null;
  const date = new Intl.DateTimeFormat(config.language || undefined, { dateStyle: "long", timeStyle: "short" });
  return {
    /** @param {import("../activities.js").Message | null} message the last one with an answer */
    show(message) {
      if (message === drawn) return;
      drawn = message;
      document.documentElement.classList.toggle("has-sheet", message !== null);
      sheet.replaceChildren(...(message ? draw(message) : []));
    },
    print: () => window.print(),
  };

  /** @param {import("../activities.js").Message} message */
  function draw({ answer, at }) {
    return [
      el("p", { class: "sheet-clinic" }, config.clinic),
      el("p", {}, `${words.symptomCheck}, ${date.format(at)}`),
      el("h1", {}, answer.title),
      ...answer.sections.map((section) =>
        el(
          "section",
          {},
          section.id !== "note" && el("h2", {}, section.heading),
          el("ul", {}, ...section.items.map((item) => el("li", {}, [item.text, item.because, item.source].filter(Boolean).join(" ")))),
        ),
      ),
      el("p", { class: "sheet-foot" }, words.inAnEmergency(config.emergencyNumber), ` ${config.clinic}: ${config.phone}.`),
    ];
  }
}
