import assert from "node:assert/strict";
import { test } from "node:test";
import { cardErrors, cardsOf } from "./cards.mjs";

const card = (...body) => ({ type: "AdaptiveCard", version: "1.5", body });

test("a good card has no errors", () => {
  assert.deepEqual(cardErrors(card({ type: "Input.Number", id: "value", label: "How bad?" })), []);
});

test("an unknown element and an input without an id are found", () => {
  assert.notDeepEqual(cardErrors(card({ type: "Input.Slider", id: "value" })), []);
  assert.notDeepEqual(cardErrors(card({ type: "Input.Number" })), []);
});

test("other attachments are no cards", () => {
  assert.deepEqual(cardsOf({ attachments: [{ contentType: "image/png" }] }), []);
  assert.deepEqual(cardsOf({}), []);
});
