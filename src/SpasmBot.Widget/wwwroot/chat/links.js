// The clinic's own addresses and numbers in what is said become links. Nothing else does: an address that came over the
// wire stays text.

import { readConfig } from "./config.js";
import { callLink, el } from "./dom.js";
import { words } from "./words.js";

/** @type {RegExp | null} */
let pattern = null;

/** @param {string} text @returns {(string | HTMLElement)[]} */
export function withLinks(text) {
  pattern ??= readPattern();
  return text.split(pattern).map((part) => linkOf(part, part === text) ?? part);
}

/** What is said as it is heard: the name of a page instead of its address. @param {string} text */
export function heard(text) {
  return withLinks(text)
    .map((part) => (typeof part === "string" ? part : part.textContent))
    .join("");
}

/** @param {string} part @param {boolean} isAlone a paragraph of its own @returns {HTMLElement | null} */
function linkOf(part, isAlone) {
  const { phone, emergencyNumber, privacy, enquiry } = readConfig();
  if (!part) return null;
  if (part === phone || part === emergencyNumber) return el("a", { href: callLink(part), class: "number" }, part);
  if (part === privacy) return page(part, words.privacy, isAlone);
  return part === enquiry || part.startsWith(`${enquiry}/`) ? page(part, words.bookingPage, isAlone) : null;
}

/** The conversation stays open beside the page. @param {string} href @param {string} name @param {boolean} isAlone */
function page(href, name, isAlone) {
  const newTab = el("span", { class: "visually-hidden" }, ` ${words.newTab}`);
  return el("a", { href, target: "_blank", rel: "noopener", class: isAlone && "button" }, name, newTab);
}

function readPattern() {
  const { phone, emergencyNumber, privacy, enquiry } = readConfig();
  const any = [phone, emergencyNumber, privacy]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map(literal);
  return new RegExp(`(?<![\\w/+])(${[...any, `${literal(enquiry)}(?:/[A-Z0-9-]{1,20})?`].join("|")})(?![\\w/])`);
}

/** @param {string} text */
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
