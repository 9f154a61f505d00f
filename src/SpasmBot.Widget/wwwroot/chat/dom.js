// Making elements. Everything that came over the wire becomes text nodes and attributes, never markup.

/**
 * @param {string} tag
 * @param {Record<string, any>} [props] attributes; `on…` are listeners, `class` may be a list with gaps, null and
 *   false leave an attribute out
 * @param {...any} children nodes and strings, also in lists; what is null or false is left out
 * @returns {any}
 */
export function el(tag, props = {}, ...children) {
  /** @type {any} */
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = [value].flat().filter(Boolean).join(" ");
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(2).filter(Boolean));
  return element;
}

/**
 * A drawing's element, with the same rules for what it is given.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...any} children
 * @returns {any}
 */
export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.flat(2).filter(Boolean));
  return element;
}

/** @param {string} name an id of the page's icon symbols, without its prefix */
export function icon(name) {
  const use = svg("use", { href: `#icon-${name}` });
  return svg("svg", { class: "icon", "aria-hidden": "true", focusable: "false" }, use);
}

/**
 * Text as paragraphs: a blank line parts them, a single line break stays.
 * @param {string} text
 * @param {(text: string) => any[]} [draw] what becomes of the text of each
 */
export function paragraphs(text, draw = (part) => [part]) {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part)
    .map((part) => el("p", { class: "said", dir: "auto" }, ...draw(part)));
}

/** The address that calls a number as people write it. @param {string} number */
export function callLink(number) {
  return `tel:${number.replace(/[^0-9+*#]/g, "")}`;
}

/** An element that every chat page has. @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
