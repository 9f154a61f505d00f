// The body as seen from behind and from the front, drawn for this product: outlines, and regions with the finding each
// stands for. Coordinates are those of a 300 by 330 picture; a region with a side is drawn once and mirrored.

/**
 * @typedef {object} Region
 * @property {string} finding
 * @property {"left" | "right" | null} side  the person's own
 * @property {string} view  back or front
 * @property {number[]} box  what can be tapped: x, y, width, height
 * @property {string} shape  what is drawn
 */

const BODY =
  "M150 4c-15 0-24 11-24 26 0 12 4 22 9 27v10c0 9-14 14-30 18-24 6-44 12-51 34-6 20-10 62-15 98-3 22-6 44-6 66" +
  "M150 4c15 0 24 11 24 26 0 12-4 22-9 27v10c0 9 14 14 30 18 24 6 44 12 51 34 6 20 10 62 15 98 3 22 6 44 6 66" +
  "M76 146c4 34 5 60 3 84-2 22-9 40-9 62v34M224 146c-4 34-5 60-3 84 2 22 9 40 9 62v34" +
  "M76 146c-2 40-8 84-14 137M224 146c2 40 8 84 14 137";
const SPINE = "M150 66v252";
const COLLAR = "M96 92c18 6 36 8 50 8M204 92c-18 6-36 8-50 8";

/** @type {[string, boolean, number[], string][]} finding, whether it has two sides, box, shape (of the picture's left) */
const BACK = [
  ["at-neck", false, [122, 40, 56, 54], "M136 52h28v14c0 9 6 14 14 18l-8 10h-40l-8-10c8-4 14-9 14-18Z"],
  ["at-shoulder-top", true, [50, 72, 70, 52], "M118 88c-8 2-24 5-38 10-14 5-22 12-25 24h63Z"],
  ["at-upper-back", false, [124, 96, 52, 52], "M126 98h48v48h-48Z"],
  ["at-shoulder-blade", true, [60, 126, 60, 64], "M82 128h36c1 22-6 46-22 60-12-16-17-38-14-60Z"],
  ["at-between-blades", false, [124, 150, 52, 52], "M126 150h48v50h-48Z"],
  ["at-ribs", true, [68, 193, 54, 56], "M80 196c6 2 10 2 16-2 8-6 14-14 18-20l6 20v52H80c1-18 1-32 0-50Z"],
  ["at-mid-back", false, [124, 204, 52, 52], "M126 204h48v50h-48Z"],
  ["at-flank", true, [68, 251, 54, 54], "M79 250h41v52H71c0-18 6-34 8-52Z"],
  ["at-low-back", false, [124, 258, 52, 54], "M126 258h48v52h-48Z"],
];
/** @type {[string, boolean, number[], string][]} */
const FRONT = [
  ["at-neck", false, [122, 40, 56, 54], "M136 54h28v12c0 9 6 14 14 18l-8 8h-40l-8-8c8-4 14-9 14-18Z"],
  ["at-shoulder-top", true, [50, 72, 70, 52], "M118 88c-8 2-24 5-38 10-14 5-22 12-25 24h41l22-14Z"],
  ["at-chest-front", false, [96, 112, 108, 76], "M120 112h60c14 2 22 10 24 22v34c-14 14-34 20-54 20s-40-6-54-20v-34c2-12 10-20 24-22Z"],
  ["at-ribs", true, [68, 193, 60, 56], "M80 180c14 14 30 20 48 22v44H80c1-22 1-44 0-66Z"],
  ["at-flank", true, [68, 251, 54, 54], "M79 250h41v52H71c0-18 6-34 8-52Z"],
];

/** @param {string} view @returns {string[]} */
export const outlineOf = (view) => (view === "back" ? [BODY, SPINE] : [BODY, COLLAR]);

/** @param {string} view @returns {Region[]} */
export function regionsOf(view) {
  // Seen from behind the person's left is on the left; facing them it is on the right.
  const [near, far] = view === "back" ? /** @type {const} */ (["left", "right"]) : /** @type {const} */ (["right", "left"]);
  return (view === "back" ? BACK : FRONT).flatMap(([finding, hasSides, box, shape]) => {
    /** @type {Region} */
    const region = { finding, side: hasSides ? near : null, view, box, shape };
    if (!hasSides) return [region];
    return [region, { ...region, side: far, box: [300 - box[0] - box[2], ...box.slice(1)], shape: mirrored(shape) }];
  });
}

/** A path drawn the other way round: its first point and every step across are turned. @param {string} path */
function mirrored(path) {
  return path.replace(/([A-Za-z])([^A-Za-z]*)/g, (_, command, numbers) => {
    const parts = numbers.match(/-?\d+/g)?.map(Number) ?? [];
    if (command === "v" || command === "V") return command + parts.join(" ");
    const turn = command === command.toLowerCase() ? (x) => -x : (x) => 300 - x;
    return command + parts.map((part, index) => (command === "h" || command === "H" || index % 2 === 0 ? turn(part) : part)).join(" ");
  });
}
