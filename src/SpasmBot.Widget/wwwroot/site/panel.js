// Opens the chat: in a panel where there is room for one, else as a page of its own (the link itself).

const panel = document.getElementById("panel");
const launcher = document.getElementById("launcher");
const roomForPanel = window.matchMedia("(min-width: 640px) and (min-height: 560px)");
/** @type {HTMLIFrameElement | null} */
let frame = null;
/** @type {HTMLElement} */
let openedBy = launcher;
let isButtonInView = false;

for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-open-chat]"))) {
  link.addEventListener("click", (event) => {
    const wantsOwnTab = event.ctrlKey || event.metaKey || event.shiftKey;
    if (wantsOwnTab || !roomForPanel.matches) return;
    event.preventDefault();
    openedBy = link;
    open();
  });
}

window.addEventListener("message", (event) => {
  if (frame && event.source === frame.contentWindow && event.data === "spasmbot:close") close();
});

// One such button in view is enough.
new IntersectionObserver(([entry]) => {
  isButtonInView = entry.isIntersecting;
  showLauncher();
}).observe(document.getElementById("check"));

function open() {
  frame ??= createFrame();
  panel.hidden = false;
  showLauncher();
  frame.focus();
}

function createFrame() {
  const created = document.createElement("iframe");
  created.title = "Symptom check";
  created.src = panel.dataset.chat;
  created.addEventListener("load", () => created.contentWindow.focus());
  panel.append(created);
  return created;
}

function close() {
  panel.hidden = true;
  showLauncher();
  openedBy.focus();
}

function showLauncher() {
  launcher.hidden = isButtonInView || !panel.hidden;
}
