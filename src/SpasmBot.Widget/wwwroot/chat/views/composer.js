// The text box: always there, larger when own words are asked for. What is typed in it outlives a reload.

import { stored } from "../transport/stored.js";
import { el, icon } from "../dom.js";
import { words } from "../words.js";

const LONGEST = 4_000;
const TALLEST = 200;

/** @param {HTMLFormElement} form @param {string} scope @param {(text: string) => void} say */
export function createComposer(form, scope, say) {
  const draft = stored("sessionStorage", `spasmbot:${scope}:draft`);
  let isKept = true;
  const label = el("label", { class: "visually-hidden", for: "said" }, words.typeMessage);
  const box = el("textarea", { id: "said", class: "input", rows: "1", "aria-describedby": "said-problem", enterkeyhint: "send", dir: "auto", oninput: typed });
  const problem = el("p", { class: "error", id: "said-problem", hidden: true });
  const send = el("button", { class: "send-button" }, icon("send"), el("span", {}, words.send));
  let isLarge = false;
  form.append(problem, label, box, send);
  const before = draft.read();
  if (typeof before === "string") put(before);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text || showProblem()) return box.focus();
    say(text);
    box.value = "";
    typed();
  });
  box.addEventListener("keydown", (event) => {
    // In the large box Enter begins a new line, as people expect of one.
    const sends = event.key === "Enter" && !event.isComposing && !event.shiftKey && (!isLarge || event.ctrlKey || event.metaKey);
    if (!sends) return;
    event.preventDefault();
    form.requestSubmit();
  });

  return {
    /** @param {import("../activities.js").Question | null} question the open one */
    show(question) {
      isLarge = question?.kind === "text";
      form.classList.toggle("is-large", isLarge);
      box.rows = isLarge ? 4 : 1;
      box.enterKeyHint = isLarge ? "enter" : "send";
      const usual = question ? words.typeHere : words.typeMessage;
      label.textContent = (isLarge && question?.prompt) || usual;
      box.placeholder = isLarge ? words.ownWords : usual;
      fit();
    },
    put,
    forgetDraft,
    /** From now on what is typed is kept in the box alone. */
    leaveNoTrace() {
      isKept = false;
      draft.remove();
    },
  };

  /** Before what is in the box already. @param {string} text */
  function put(text) {
    box.value = [text, box.value].filter(Boolean).join("\n");
    typed();
  }

  function forgetDraft() {
    box.value = "";
    typed();
  }

  function typed() {
    fit();
    if (isKept && box.value) draft.write(box.value);
    else draft.remove();
  }

  function fit() {
    box.style.setProperty("height", "auto");
    box.style.setProperty("height", `${Math.min(box.scrollHeight + 2, TALLEST)}px`);
    if (!problem.hidden) showProblem();
  }

  /** @returns {boolean} whether there is one */
  function showProblem() {
    const over = box.value.trim().length - LONGEST;
    problem.hidden = over <= 0;
    problem.textContent = over > 0 ? words.tooLong(over) : "";
    box.setAttribute("aria-invalid", String(over > 0));
    return over > 0;
  }
}
