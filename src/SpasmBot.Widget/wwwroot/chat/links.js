// The clinic's own addresses and numbers in what is said become links. Nothing else does: an address that came over the
// wire stays text.

import { readConfig } from "./config.js";
import { callLink, el } from "./dom.js";
import { words } from "./words.js";

/** @type {Map<string, string> | null} */
let known = null;
let pattern = /(?!)/;

/** @param {string} text @returns {(string | HTMLElement)[]} */
export function withLinks(text) {
  const hrefs = (known ??= readKnown());
  return text.split(pattern).map((part) => {
    const href = hrefs.get(part);
    if (!href) return part;
    if (href.startsWith("tel:")) return el("a", { href, class: "number" }, part);
    // The conversation stays open beside the page.
    return el("a", { href, target: "_blank", rel: "noopener" }, words.privacy, hidden(words.newTab));
  });
}

const hidden = (text) => el("span", { class: "visually-hidden" }, ` ${text}`);

function readKnown() {
  const { phone, emergencyNumber, privacy } = readConfig();
  const links = new Map([
    [phone, callLink(phone)],
    [emergencyNumber, callLink(emergencyNumber)],
    [privacy, privacy],
  ]);
  links.delete("");
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const any = [...links.keys()].sort((a, b) => b.length - a.length).map(literal);
  if (any.length > 0) pattern = new RegExp(`(?<![\\w/+])(${any.join("|")})(?![\\w/])`);
  return links;
}
