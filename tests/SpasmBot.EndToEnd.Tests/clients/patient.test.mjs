import assert from "node:assert/strict";
import { test } from "node:test";
import { asText, asValue, Patient } from "./patient.mjs";

const patient = new Patient({
  age: 12,
  onsetDays: 3,
  severity: null,
  findings: { "major-trauma": "present", fever: "unsure", collapse: "absent" },
});

const multi = (...ids) => ({
  question: "q",
  kind: "multi",
  none: true,
  unsure: true,
  optional: false,
  options: ids.map((id) => ({ id, title: id.toUpperCase() })),
});

test("ticks what is present, marks what is unsure, and nothing else", () => {
  assert.deepEqual(patient.answer(multi("major-trauma", "fever", "collapse", "aching")), {
    selected: ["major-trauma"],
    unsure: ["fever"],
  });
});

test("a label implies what the protocol says it implies", () => {
  assert.deepEqual(patient.answer(multi("after-trauma")), { selected: ["after-trauma"] });
});

test("says none when nothing fits", () => {
  assert.deepEqual(patient.answer(multi("collapse", "aching")), { none: true });
});

test("answers yes, no and not sure by the label of the finding", () => {
  const yesNo = (finding) => ({ question: "q", kind: "yesno", unsure: true, findings: [finding] });
  assert.deepEqual(patient.answer(yesNo("major-trauma")), { selected: ["major-trauma"] });
  assert.deepEqual(patient.answer(yesNo("collapse")), { none: true });
  assert.deepEqual(patient.answer(yesNo("aching")), { none: true });
  assert.deepEqual(patient.answer(yesNo("fever")), { unsure: true });
});

test("gives the numbers it knows and skips the others", () => {
  assert.deepEqual(patient.answer({ question: "onset.when", kind: "number" }), { value: 3 });
  assert.deepEqual(patient.answer({ question: "pain.severity", kind: "number", optional: true }), { skip: true });
  assert.throws(() => patient.answer({ question: "pain.severity", kind: "number", optional: false }));
});

test("comes for a child when the age is a child's and that is offered", () => {
  const forWhom = (...ids) => ({ question: "for-whom", kind: "choice", options: ids.map((id) => ({ id })) });
  assert.deepEqual(patient.answer(forWhom("me", "child")), { selected: ["child"] });
  assert.deepEqual(patient.answer(forWhom("me")), { selected: ["me"] });
});

test("types titles, numbers, days and plain words", () => {
  const screen = multi("major-trauma", "fever", "aching");
  const answer = { selected: ["major-trauma", "aching"], unsure: ["fever"] };
  assert.equal(asText(screen, answer, "titles"), "MAJOR-TRAUMA, ACHING and not sure about FEVER");
  assert.equal(asText(screen, { selected: ["major-trauma", "aching"] }, "numbers"), "1 and 3");
  assert.equal(asText(screen, { none: true }, "titles"), "none of these");
  assert.equal(asText({ kind: "number", unit: "days" }, { value: 0 }, "titles"), "today");
  assert.equal(asText({ kind: "number", unit: "days" }, { value: 3 }, "titles"), "3 days");
  assert.equal(asText({ kind: "number" }, { value: 7 }, "titles"), "7");
  assert.equal(asText({ kind: "yesno" }, { none: true }, "titles"), "no");
});

test("sends the question's id with a value", () => {
  assert.deepEqual(asValue(multi("fever"), { none: true }), { question: "q", none: true });
});
