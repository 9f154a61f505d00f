// The one live region: says each new message once, politely. What is drawn elsewhere is never live.

const KEPT = 20_000;

/** @param {HTMLElement} region */
export function createAnnouncer(region) {
  /** @param {...(string | null | undefined)} parts */
  return function announce(...parts) {
    const text = parts.filter(Boolean).join(" ");
    if (!text) return;
    const line = document.createElement("p");
    line.textContent = text;
    region.append(line);
    // Long enough to be read, short enough not to be met again by somebody reading through the page.
    setTimeout(() => line.remove(), KEPT);
  };
}
