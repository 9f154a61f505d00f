// Checks cards with Microsoft's own renderer, which knows every element and property.

import { createRequire } from "node:module";

const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

/** The Adaptive Cards of an activity. @param {any} activity @returns {any[]} */
export function cardsOf(activity) {
  return (activity.attachments ?? [])
    .filter((attachment) => attachment.contentType === "application/vnd.microsoft.card.adaptive")
    .map((attachment) => attachment.content);
}

/** What is wrong with a card, in words. @param {any} content @returns {string[]} */
export function cardErrors(content) {
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.parse(content, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validation = card.validateProperties().validationEvents.map((event) => event.message);
  return [...parsing, ...validation];
}
