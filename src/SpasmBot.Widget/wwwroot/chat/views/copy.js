// Ways to keep the answer: on paper, and as a PDF that the server makes.

import { el, icon } from "../dom.js";
import { words } from "../words.js";

const FILE_NAME = "symptom-check.pdf";
/** A browser needs the file until it has begun to save it. */
const KEPT_FOR = 60_000;

/**
 * @typedef {object} CopyWays
 * @property {() => void} print
 * @property {() => Promise<Blob | null>} copy
 * @property {(...sentences: string[]) => void} announce
 */

/** @param {CopyWays} ways */
export function copyButtons({ print, copy, announce }) {
  const label = el("span", {}, words.savePdf);
  const outcome = el("p", { class: "copy-outcome", hidden: true });
  const pdf = el("button", { type: "button", class: "button", onclick: save }, icon("save"), label);
  return [el("button", { type: "button", class: "button", onclick: print }, icon("print"), words.print), pdf, outcome];

  async function save() {
    if (pdf.getAttribute("aria-disabled")) return;
    pdf.setAttribute("aria-disabled", "true");
    label.textContent = words.makingPdf;
    const file = await copy();
    if (file) handOver(file);
    pdf.removeAttribute("aria-disabled");
    label.textContent = words.savePdf;
    outcome.textContent = file ? words.pdfSaved : words.pdfFailed;
    outcome.hidden = false;
    announce(outcome.textContent);
  }
}

/** @param {Blob} file */
function handOver(file) {
  const address = URL.createObjectURL(file);
  el("a", { href: address, download: FILE_NAME }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
