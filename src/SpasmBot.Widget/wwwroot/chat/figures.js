// The self tests as line drawings, for who would rather see a movement than read it.

import { svg } from "./dom.js";
import { words } from "./words.js";

const STOOL = "M62 132h76M72 132l-8 38M128 132l8 38";

/** @type {Record<string, { body: string[], moves: string[], head: number[] }>} */
const FIGURES = {
  "seated-twist": {
    head: [100, 34],
    body: [
      "M100 52v74",
      // The arms lie crossed in front, at the height of the shoulders.
      "M72 66h56M72 66l44 12M128 66l-44 12",
      "M100 126l-26 4 4 40M100 126l26 4-4 40",
      STOOL,
    ],
    moves: ["M150 40c14 12 14 32 0 44", "m158 80-9 5-2-10", "M50 40c-14 12-14 32 0 44", "m42 80 9 5 2-10"],
  },
  "seated-side-bend": {
    head: [124, 40],
    body: [
      "M92 128c0-26 4-46 20-72",
      // One arm reaches over the head, the other hand slides out on the seat.
      "M104 72c-14-26 4-52 42-56",
      "M110 64c24 12 34 36 34 68",
      "M92 126l-22 4 2 40M92 126l24 4-2 40",
      STOOL,
    ],
    moves: ["M58 62c2-28 18-48 44-56", "m92 2 11 4-6 10"],
  },
};

/** @param {string} name @returns {any} null where there is none of this name */
export function figure(name) {
  const drawing = FIGURES[name];
  if (!drawing) return null;
  const [x, y] = drawing.head;
  return svg(
    "svg",
    { class: "figure", viewBox: "0 0 200 180", role: "img", "aria-label": words.figures[name] },
    svg("circle", { class: "figure-body", cx: x, cy: y, r: 15 }),
    ...drawing.body.map((d) => svg("path", { class: "figure-body", d })),
    ...drawing.moves.map((d) => svg("path", { class: "figure-move", d })),
  );
}
