// Several of several. "None of these" stands apart and answers at once; on screens that allow it every row can be
// marked "not sure" instead of ticked.

import { el } from "../dom.js";
import { words } from "../words.js";
import { otherButton } from "./choice.js";
import { grouped } from "./groups.js";

/**
 * Another way to tick the same options, kept in step with the list.
 * @typedef {object} TickMap
 * @property {any} element
 * @property {(ticked: Set<string>) => void} show
 * @property {() => string[]} also  findings that it says beside the options
 *
 * @param {import("../activities.js").Question} question
 * @param {import("./card.js").Asking} asking
 * @param {((toggle: (id: string, isTicked: boolean) => void, ticked: Set<string>) => TickMap) | null} [createMap]
 */
export function ticks(question, { send, fail, given }, createMap = null) {
  const rows = new Map();
  const ticked = new Set(given?.selected ?? question.selected);
  const unsure = new Set(Array.isArray(given?.unsure) ? given.unsure : []);

  const note = el("p", { class: "unsure-note", hidden: true }, words.markUnsure);
  const none = otherButton(words.noneOfThese, () => send({ none: true }));
  const some = otherButton(words.notSureAboutSome, () => startMarking(true));
  const go = el("button", { type: "button", class: "button primary", onclick: submit }, words.continue);
  const bar = el("div", { class: "go-bar" }, go);

  const lists = grouped(question.options, "rows", (option) => {
    const row = createRow(option, (state) => {
      ticked[state === "ticked" ? "add" : "delete"](option.id);
      unsure[state === "unsure" ? "add" : "delete"](option.id);
      refresh();
    });
    rows.set(option.id, row);
    row.set(ticked.has(option.id) ? "ticked" : unsure.has(option.id) ? "unsure" : "open");
    return row.element;
  });
  if (unsure.size > 0) startMarking(false);
  const map = createMap?.((id, isTicked) => rows.get(id)?.change(isTicked ? "ticked" : "open"), ticked);
  refresh();
  return [
    map?.element,
    note,
    ...lists,
    (question.none || question.unsure) &&
      el("div", { class: "apart" }, question.none && none, question.unsure && some),
    bar,
  ];

  function refresh() {
    const isEmpty = ticked.size + unsure.size === 0;
    none.disabled = !isEmpty;
    bar.hidden = isEmpty && question.none;
    map?.show(ticked);
  }

  /** @param {boolean} byHand */
  function startMarking(byHand) {
    for (const row of rows.values()) row.offerUnsure();
    note.hidden = false;
    some.hidden = true;
    if (byHand) rows.values().next().value?.focusUnsure();
  }

  function submit() {
    if (ticked.size + unsure.size === 0) return fail(question.none ? words.tickOneOrNone : words.tickOne);
    const inOrder = (ids) => question.options.map((option) => option.id).filter((id) => ids.has(id));
    const selected = [...inOrder(ticked), ...(map?.also() ?? [])];
    send({ selected, ...(unsure.size > 0 ? { unsure: inOrder(unsure) } : {}) });
  }
}

/** @param {import("../activities.js").Option} option @param {(state: string) => void} onState */
function createRow(option, onState) {
  const box = el("input", { type: "checkbox", "data-option": option.id, onchange: toggleBox });
  const mark = el(
    "button",
    { type: "button", class: "unsure-mark", "aria-label": words.notSureAbout(option.title), onclick: toggleMark },
    words.notSure,
  );
  const element = el(
    "li",
    { class: "row" },
    el(
      "label",
      { class: "row-label" },
      box,
      el(
        "span",
        {},
        el("span", { class: "option-title" }, option.title),
        option.hint && el("span", { class: "option-hint" }, option.hint),
      ),
    ),
  );
  return { element, set, change, offerUnsure: () => element.append(mark), focusUnsure: () => mark.focus() };

  function set(state) {
    box.checked = state === "ticked";
    mark.setAttribute("aria-pressed", String(state === "unsure"));
    element.dataset.state = state;
  }

  function change(state) {
    set(state);
    onState(state);
  }

  function toggleBox() {
    change(box.checked ? "ticked" : "open");
  }

  function toggleMark() {
    change(element.dataset.state === "unsure" ? "open" : "unsure");
  }
}
