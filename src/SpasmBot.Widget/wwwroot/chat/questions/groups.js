// Options under their headings.

import { el } from "../dom.js";

/**
 * @typedef {import("../activities.js").Option} Option
 * @param {Option[]} options
 * @param {string} listClass
 * @param {(option: Option) => HTMLElement} drawOption draws a list item
 * @returns {HTMLElement[]}
 */
export function grouped(options, listClass, drawOption) {
  const groups = Map.groupBy ? Map.groupBy(options, groupOf) : groupBy(options);
  return [...groups].map(([heading, members], index) => {
    const list = el("ul", { class: listClass }, ...members.map(drawOption));
    if (!heading) return list;
    const id = `group-${index}`;
    return el("div", { class: "group", role: "group", "aria-labelledby": id }, el("h3", { id }, heading), list);
  });
}

const groupOf = (option) => option.group ?? "";

/** @param {Option[]} options */
function groupBy(options) {
  const groups = new Map();
  for (const option of options) groups.set(groupOf(option), [...(groups.get(groupOf(option)) ?? []), option]);
  return groups;
}
