// Puts the chat on any page: one script tag adds a button that opens it in a frame. The server adds the clinic's
// settings and calls this function; what it draws is closed off from the styles and scripts of the page around it.

/**
 * @param {{ chat: string, label: string, title: string, accent: string, ink: string, darkAccent: string, darkInk: string }} settings
 * @param {HTMLScriptElement | null} script
 */
function spasmbot(settings, script) {
  const { origin } = new URL(script?.src || location.href);
  const page = origin + settings.chat;
  const others = [...document.querySelectorAll("spasmbot-chat")];
  // Sites that draw themselves anew may run the tag again.
  if (others.some((other) => other.getAttribute("chat") === page)) return;

  const chat = /** @type {any} */ (document.createElement("spasmbot-chat"));
  const root = chat.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css(settings, others.length));
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.type = "button";
  button.hidden = script?.dataset.launcher === "none";
  button.append(bubble(), settings.label);
  button.addEventListener("click", () => open());

  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", settings.title);
  dialog.addEventListener("close", closed);
  root.append(button, dialog);

  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  let openedBy = /** @type {any} */ (button);

  chat.setAttribute("chat", page);
  chat.open = open;
  chat.close = () => dialog.close();
  // Beside the body, which single-page sites replace.
  document.documentElement.append(chat);
  document.addEventListener("click", openFromPage);
  /** @type {any} */ (window).SpasmBot ??= { open: () => open(), close: chat.close, on };

  /** Opens the chat, which goes on where this person left it. */
  function open(by = button) {
    frame ??= createFrame();
    if (!dialog.open) {
      openedBy = by;
      // Where it fills the screen, the page behind it is out of reach.
      if (matchMedia("(max-width: 639px), (max-height: 559px)").matches) dialog.showModal();
      else dialog.show();
      tell("opened");
    }
    frame.focus();
  }

  function closed() {
    openedBy.focus();
    tell("closed");
  }

  /** A site's own links and buttons; a link leads to the chat's page where this script has not run. @param {MouseEvent} event */
  function openFromPage(event) {
    const opener = event.target instanceof Element ? event.target.closest("[data-spasmbot-open]") : null;
    const wanted = opener?.getAttribute("data-spasmbot-open");
    if (!opener || (wanted ? wanted !== page : others.length > 0) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(/** @type {any} */ (opener));
  }

  function createFrame() {
    const made = document.createElement("iframe");
    made.title = settings.title;
    made.addEventListener("load", () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => (data.type === "close" ? dialog.close() : tell(data.type, data.detail));
      // Only the chat's own page can take this, wherever the frame has been led.
      made.contentWindow?.postMessage("spasmbot", origin, [port2]);
    });
    made.src = page;
    dialog.append(made);
    return made;
  }

  /** @param {string} type @param {any} [detail] */
  function tell(type, detail = {}) {
    chat.dispatchEvent(new CustomEvent(`spasmbot:${type}`, { detail, bubbles: true }));
  }

  /** @param {string} type @param {(detail: any) => void} listener @returns {() => void} stops listening */
  function on(type, listener) {
    const hear = (/** @type {any} */ event) => listener(event.detail);
    document.addEventListener(`spasmbot:${type}`, hear);
    return () => document.removeEventListener(`spasmbot:${type}`, hear);
  }

  function bubble() {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", "M4 5h16v11.5H11L6.5 20.5v-4H4ZM8 9.3h8M8 12.5h5");
    svg.append(path);
    return svg;
  }

  /** The page's own rules lose to these. @param {typeof settings} colours @param {number} above how many stand below it */
  function css({ accent, ink, darkAccent, darkInk }, above) {
    const from = 16 + 72 * above;
    return `
:host{all:initial!important;--accent:${accent};--ink:${ink}}
@media(prefers-color-scheme:dark){:host{--accent:${darkAccent};--ink:${darkInk}}}
@media print{:host{display:none!important}}
button,dialog{position:fixed;inset:auto 16px calc(16px + env(safe-area-inset-bottom)) auto;z-index:2147483000;box-sizing:border-box;border:0;box-shadow:0 2px 12px rgb(0 0 0/30%)}
button{display:flex;gap:8px;align-items:center;bottom:calc(${from}px + env(safe-area-inset-bottom));min-height:56px;padding:8px 24px;border-radius:28px;background:var(--accent);color:var(--ink);font:600 17px/1.3 system-ui,sans-serif;cursor:pointer}
button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #1a56c4}
button[hidden],dialog:not([open]){display:none}
button:has(+dialog[open]){visibility:hidden}
svg{width:24px;height:24px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
dialog{width:416px;height:min(720px,100vh - 32px);max-width:none;max-height:none;margin:0;padding:0;overflow:hidden;border-radius:16px;background:#f4f6f6}
iframe{display:block;width:100%;height:100%;border:0}
@media(prefers-color-scheme:dark){dialog{background:#13181a}}
@media(forced-colors:active){button,dialog{border:2px solid}}
@media(max-width:639px),(max-height:559px){dialog{inset:0;width:100%;height:100dvh;border-radius:0}}
`;
  }
}
