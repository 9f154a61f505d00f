// The preview for a clinic: what is typed on the left is checked by the server and shown in the chat on the right.

/** Long enough that a word is typed before the chat begins anew. */
const SETTLED = 500;

const form = /** @type {HTMLFormElement} */ (byId("preview-form"));
const frame = /** @type {HTMLIFrameElement} */ (byId("preview-frame"));
let timer = 0;
let asking = new AbortController();

// Without this script the button does the same.
byId("show").hidden = true;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => void show(), SETTLED);
});
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => void copy(button));

async function show() {
  asking.abort();
  const { signal } = (asking = new AbortController());
  const query = new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  const response = await fetch(`${form.action}/check?${query}`, { signal }).catch(() => null);
  if (!response?.ok) return;
  const result = await response.json();
  const faults = result.faults.map((fault) => {
    const line = document.createElement("li");
    line.textContent = fault;
    return line;
  });
  byId("faults").replaceChildren(...faults);
  if (faults.length > 0) return;
  byId("colour-reading").textContent = result.colour;
  fill("json", result.json);
  fill("environment", result.environment);
  byId("unchanged").hidden = result.json !== "";
  forgetTalks();
  // In place, or each change would be a step of the browser's way back.
  frame.contentWindow?.location.replace(`${form.action}/chat?${query}`);
}

/** @param {string} id @param {string} text */
function fill(id, text) {
  byId(id).textContent = text;
  /** @type {HTMLElement} */ (byId(id).closest("section")).hidden = text === "";
}

/** @param {Element} button */
async function copy(button) {
  const code = byId(button.getAttribute("data-copy") ?? "");
  const isCopied = await navigator.clipboard.writeText(code.textContent ?? "").then(
    () => true,
    () => false,
  );
  // Where the clipboard is out of reach, the text is marked to be copied by hand.
  if (!isCopied) getSelection()?.selectAllChildren(code);
  byId("copied").textContent = isCopied ? "Copied." : "The text is selected.";
}

/** Each form has a talk of its own; this browser need not remember the ones before. */
function forgetTalks() {
  for (const area of [localStorage, sessionStorage]) {
    for (const key of Object.keys(area)) if (key.includes("/preview/line/")) area.removeItem(key);
  }
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
