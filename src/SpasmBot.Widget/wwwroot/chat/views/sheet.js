// The answer as a sheet of paper: hidden on the screen, the only thing in print.

import { el } from "../dom.js";
import { words } from "../words.js";

/**
 * @param {HTMLElement} sheet
 * @param {import("../config.js").Config} config
 */
export function createSheet(sheet, config) {
  let drawn = "";
  const date = new Intl.DateTimeFormat(config.language || undefined, { dateStyle: "long", timeStyle: "short" });
  return {
    /**
     * @param {import("../activities.js").Answering | null} message the last one with an answer
     * @param {string | null} reference of the booking request
     */
    show(message, reference) {
      const wanted = `${message?.id ?? ""} ${reference ?? ""}`;
      if (wanted === drawn) return;
      drawn = wanted;
      document.documentElement.classList.toggle("has-sheet", message !== null);
      sheet.replaceChildren(...(message ? draw(message, reference) : []));
    },
    print: () => window.print(),
  };

  /** @param {import("../activities.js").Answering} message @param {string | null} reference */
  function draw({ answer, at }, reference) {
    return [
      el("p", { class: "sheet-clinic" }, config.clinic),
      el("p", {}, `${words.symptomCheck}, ${date.format(at)}`),
      el("h1", {}, answer.title),
      ...answer.sections.map(drawSection),
      reference && drawBooking(reference),
      el("p", { class: "sheet-foot" }, words.inAnEmergency(config.emergencyNumber), ` ${config.clinic}: ${config.phone}.`),
    ].filter(Boolean);
  }

  /** @param {string} reference */
  function drawBooking(reference) {
    const page = new URL(`${config.enquiry}/${encodeURIComponent(reference)}`, location.href);
    return el(
      "section",
      { class: "sheet-booking" },
      el("img", { src: `${page.pathname}/code.svg`, alt: "" }),
      el("div", {}, el("h2", {}, `${words.reference}: ${reference}`), el("p", {}, words.scanBooking(page.href))),
    );
  }
}

/** @param {import("../activities.js").AnswerSection} section */
function drawSection({ id, heading, items }) {
  const lines = items.map((item) => [item.text, item.because, item.source].filter(Boolean).join(" "));
  if (id === "note") return el("section", {}, ...lines.map((line) => el("p", {}, line)));
  const isNumbered = items.every((item) => /^\d/.test(item.text));
  return el(
    "section",
    {},
    el("h2", {}, heading),
    el("ul", { class: isNumbered && "numbered" }, ...lines.map((line) => el("li", {}, line))),
  );
}
