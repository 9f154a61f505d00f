// Several fields at once (contact, appointment), with what the phone can fill in by itself.

import { el, icon } from "../dom.js";
import { words } from "../words.js";

const INPUT_MODES = { tel: "tel", email: "email", number: "numeric" };
const INPUT_TYPES = new Set(["tel", "email", "date", "time"]);

/** @param {import("../activities.js").Question} question @param {import("./card.js").Asking} asking */
export function form(question, { send, announce, given }) {
  const fields = question.fields.map((field) => createField(field, given?.value?.[field.id] ?? field.value));
  return [
    el(
      "form",
      { class: "fields", novalidate: true, onsubmit: submit },
      ...fields.map((field) => field.element),
      el("div", { class: "go-bar" }, el("button", { class: "button primary" }, words.continue)),
    ),
  ];

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const missing = fields.filter((field) => !field.check());
    if (missing.length > 0) {
      missing[0].focus();
      return announce(missing[0].problem());
    }
    const filled = fields.map((field) => [field.id, field.read()]).filter(([, value]) => value);
    send({ value: Object.fromEntries(filled) });
  }
}

/** @param {import("../activities.js").Field} field @param {string} value */
function createField(field, value) {
  const id = `field-${field.id}`;
  const isTick = field.type === "checkbox";
  const problem = isTick ? words.boxNeeded : words.fieldNeeded;
  const control = el(field.type === "multiline" || field.type === "textarea" ? "textarea" : "input", {
    id,
    name: field.id,
    class: isTick ? null : "input",
    type: isTick ? "checkbox" : INPUT_TYPES.has(field.type) ? field.type : null,
    inputmode: INPUT_MODES[field.type],
    autocomplete: isTick ? null : (field.autocomplete ?? "off"),
    required: field.required,
    "aria-describedby": [field.hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(" "),
    value: isTick ? null : value,
  });
  if (isTick) control.checked = value === "yes" || value === "true";
  const error = el("p", { class: "error", id: `${id}-error` });
  showError(field.error);

  const label = el("label", { for: id }, field.label, !field.required && !isTick && el("span", { class: "hint" }, ` ${words.optional}`));
  const hint = field.hint && el("p", { class: "hint", id: `${id}-hint` }, field.hint);
  return {
    id: field.id,
    element: isTick
      ? el("div", { class: "field tick-field" }, error, el("div", { class: "row-label" }, control, label), hint)
      : el("div", { class: "field" }, label, hint, error, control),
    read: () => (isTick ? (control.checked ? "yes" : "") : control.value.trim()),
    focus: () => control.focus(),
    problem: () => `${field.label}: ${problem}`,
    check() {
      const isMissing = field.required && !this.read();
      showError(isMissing ? problem : null);
      return !isMissing;
    },
  };

  /** @param {string | null} text */
  function showError(text) {
    error.hidden = !text;
    error.replaceChildren(...(text ? [icon("warning"), text] : []));
    control.setAttribute("aria-invalid", String(text !== null));
  }
}
