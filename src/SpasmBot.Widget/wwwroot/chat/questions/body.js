// Where it hurts: a map of regions to tap, and the same as a list. A region that has two sides also says which.

import { el, svg } from "../dom.js";
import { outlineOf, regionsOf } from "../body-map.js";
import { words } from "../words.js";
import { ticks } from "./ticks.js";

/** @typedef {import("../body-map.js").Region} Region */

/** @param {import("../activities.js").Question} question @param {import("./card.js").Asking} asking */
export function bodyMap(question, asking) {
  const offered = new Map(question.options.map((option) => [option.id, option.title]));
  const sides = new Set(asking.given?.selected ?? question.selected);
  return ticks(question, asking, (toggle, ticked) => createMap(question, offered, toggle, ticked, sides));
}

/**
 * @param {import("../activities.js").Question} question
 * @param {Map<string, string>} offered titles by finding
 * @param {(id: string, isTicked: boolean) => void} toggle
 * @param {Set<string>} ticked
 * @param {Set<string>} sides what was chosen before
 * @returns {import("./ticks.js").TickMap}
 */
function createMap(question, offered, toggle, ticked, sides) {
  /** @type {Set<Region>} */
  const chosen = new Set();
  const all = regionsOf("back").concat(regionsOf("front")).filter((region) => offered.has(region.finding));
  const drawn = all.map((region) => ({ region, ...drawRegion(region, offered.get(region.finding) ?? "", () => tap(region)) }));
  for (const { region } of drawn) {
    const isSide = region.side === null || sides.has("side-both") || sides.has(`side-${region.side}`);
    if (ticked.has(region.finding) && isSide && isFirstView(region)) chosen.add(region);
  }

  const views = ["back", "front"].map((view) => drawView(view, drawn.filter(({ region }) => region.view === view)));
  const turns = ["back", "front"].map((view) =>
    el("button", { type: "button", class: "map-turn", onclick: () => turn(view) }, words.map[view]),
  );
  const element = el(
    "div",
    { class: "body-map", role: "group", "aria-label": words.map.label },
    el("div", { class: "map-turns" }, ...turns),
    el("div", { class: "map-views" }, ...views),
    el("p", { class: "map-or" }, words.map.orList),
  );
  turn(drawn.some(({ region }) => chosen.has(region) && region.view === "back") || chosen.size === 0 ? "back" : "front");
  return { element, show, also };

  /** A place that both views show is marked on one. @param {Region} region */
  function isFirstView({ finding, view }) {
    return all.find((region) => region.finding === finding)?.view === view;
  }

  /** @param {Region} region */
  function tap(region) {
    chosen[chosen.has(region) ? "delete" : "add"](region);
    toggle(region.finding, isChosen(region));
  }

  /** Whether its place is marked, on either view. @param {Region} region */
  function isChosen({ finding }) {
    return [...chosen].some((region) => region.finding === finding);
  }

  /** @param {Set<string>} now */
  function show(now) {
    for (const region of chosen) if (!now.has(region.finding)) chosen.delete(region);
    // Ticked in the list alone, a place is known; its side, where it has two, is not.
    for (const region of all) if (now.has(region.finding) && region.side === null && isFirstView(region) && !isChosen(region)) chosen.add(region);
    for (const { region, button, shape } of drawn) {
      const isPressed = chosen.has(region);
      button.setAttribute("aria-pressed", String(isPressed));
      const isListed = now.has(region.finding) && !isChosen(region);
      shape.dataset.state = isPressed ? "chosen" : isListed ? "listed" : "open";
    }
  }

  function also() {
    const has = (side) => [...chosen].some((region) => region.side === side);
    const side = has("left") ? (has("right") ? "side-both" : "side-left") : has("right") ? "side-right" : null;
    return side && question.findings.includes(side) ? [side] : [];
  }

  /** @param {string} view */
  function turn(view) {
    element.dataset.view = view;
    ["back", "front"].forEach((name, index) => turns[index].setAttribute("aria-pressed", String(name === view)));
  }
}

/** @param {string} view @param {{ button: any, shape: any }[]} drawn */
function drawView(view, drawn) {
  const hint = view === "back" ? words.map.isBack : words.map.isFront;
  return el(
    "figure",
    { class: "map-view", "data-view": view },
    el(
      "div",
      { class: "map-stage" },
      svg(
        "svg",
        { viewBox: "0 0 300 330", "aria-hidden": "true", focusable: "false" },
        svg(
          "pattern",
          { id: `hatch-${view}`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
          svg("path", { class: "map-hatch", d: "M0 0V8" }),
        ),
        ...outlineOf(view).map((d) => svg("path", { class: "map-outline", d })),
        ...drawn.map(({ shape }) => shape),
      ),
      ...drawn.map(({ button }) => button),
    ),
    el("figcaption", {}, hint),
  );
}

/** @param {Region} region @param {string} title @param {() => void} onclick */
function drawRegion({ side, view, box, shape }, title, onclick) {
  const name = [title, side && words.map[side], view === "front" && words.map.atFront].filter(Boolean).join(", ");
  const button = el("button", { type: "button", class: "map-region", "aria-label": name, "aria-pressed": "false", onclick });
  const [x, y, width, height] = box;
  const share = (part, whole) => `${(100 * part) / whole}%`;
  button.style.setProperty("left", share(x, 300));
  button.style.setProperty("top", share(y, 330));
  button.style.setProperty("width", share(width, 300));
  button.style.setProperty("height", share(height, 330));
  const path = svg("path", { class: "map-shape", d: shape });
  path.style.setProperty("--hatch", `url(#hatch-${view})`);
  button.addEventListener("focus", () => path.classList.add("has-focus"));
  button.addEventListener("blur", () => path.classList.remove("has-focus"));
  button.addEventListener("pointerenter", () => path.classList.add("is-met"));
  button.addEventListener("pointerleave", () => path.classList.remove("is-met"));
  return { button, shape: path };
}
