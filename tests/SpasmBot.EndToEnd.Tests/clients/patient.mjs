// A patient who knows what is labelled in a case and sees of the bot only channelData.spasmbot.

/** What one label says about another (clinical protocol, section 3). */
const IMPLIED = {
  "major-trauma": ["after-trauma"],
  "minor-trauma": ["after-trauma"],
  "stiff-neck-fever": ["fever"],
};

/** Numbers by the id of their question. */
const NUMBERS = { age: "age", "onset.when": "onsetDays", "pain.severity": "severity" };

/** Answers that are not about findings. */
const FIXED = { menu: "check", consent: "agree", guardian: "with-parent", summary: "continue" };

/**
 * An answer before it is put into values or words.
 * @typedef {{ selected?: string[], unsure?: string[] | true, none?: true, skip?: true, value?: number }} Answer
 */

export class Patient {
  /** @param {{ age?: number | null, onsetDays?: number | null, severity?: number | null, findings?: Record<string, string> }} labels */
  constructor(labels) {
    this.labels = labels;
    this.findings = { ...labels.findings };
    for (const [finding, implied] of Object.entries(IMPLIED)) {
      if (this.findings[finding] !== "present") continue;
      for (const other of implied) this.findings[other] ??= "present";
    }
  }

  /** @param {any} data channelData.spasmbot of a question @returns {Answer} */
  answer(data) {
    if (data.question === "for-whom") return this.#choose(data, this.#isChildOffered(data) ? "child" : "me");
    if (data.question in FIXED) return this.#choose(data, FIXED[data.question]);
    if (data.question === "own-words.confirm") return this.#tick(data, data.selected ?? [], []);
    switch (data.kind) {
      case "number":
        return this.#number(data);
      case "multi":
      case "body":
        return this.#tick(data, this.#offered(data, "present"), this.#offered(data, "unsure"));
      case "choice":
        return this.#choice(data);
      case "yesno":
        return this.#yesNo(data);
      default:
        return this.#pass(data);
    }
  }

  #isChildOffered(data) {
    return this.labels.age < 18 && data.options.some((option) => option.id === "child");
  }

  #number(data) {
    const value = this.labels[NUMBERS[data.question]];
    return value === null || value === undefined ? this.#pass(data) : { value };
  }

  #tick(data, selected, unsure) {
    if (!data.unsure) unsure = [];
    if (selected.length === 0 && unsure.length === 0) return data.none ? { none: true } : this.#pass(data);
    return unsure.length === 0 ? { selected } : { selected, unsure };
  }

  #choice(data) {
    const [present] = this.#offered(data, "present");
    if (present) return { selected: [present] };
    if (data.unsure && this.#offered(data, "unsure").length > 0) return { unsure: true };
    return data.none ? { none: true } : this.#pass(data);
  }

  #yesNo(data) {
    const finding = data.findings?.[0] ?? data.options?.[0]?.id;
    if (this.findings[finding] === "present") return { selected: [finding] };
    return this.findings[finding] === "unsure" && data.unsure ? { unsure: true } : { none: true };
  }

  #choose(data, id) {
    if (!data.options?.some((option) => option.id === id)) throw new Error(`${data.question} does not offer ${id}`);
    return { selected: [id] };
  }

  #pass(data) {
    if (!data.optional) throw new Error(`the labels hold no answer to ${data.question}, which cannot be skipped`);
    return { skip: true };
  }

  #offered(data, presence) {
    return (data.options ?? []).map((option) => option.id).filter((id) => this.findings[id] === presence);
  }
}

/** The answer as a tap sends it. @param {any} data @param {Answer} answer */
export function asValue(data, answer) {
  return { question: data.question, ...answer };
}

/** The answer as somebody types it. @param {any} data @param {Answer} answer @param {"titles" | "numbers"} style */
export function asText(data, answer, style) {
  if (answer.skip) return "skip";
  if (answer.value !== undefined) return data.unit === "days" ? days(answer.value) : `${answer.value}`;
  if (data.kind === "yesno") return answer.selected ? "yes" : answer.unsure ? "not sure" : "no";
  if (answer.unsure === true) return "not sure";
  if (answer.none) return "none of these";
  const named = answer.selected.map((id) => nameOf(data, id, style));
  const doubtful = (answer.unsure ?? []).map((id) => `not sure about ${nameOf(data, id, style)}`);
  return list([...named, ...doubtful]);
}

function nameOf(data, id, style) {
  const index = data.options.findIndex((option) => option.id === id);
  return style === "numbers" ? `${index + 1}` : data.options[index].title;
}

function days(count) {
  return count === 0 ? "today" : count === 1 ? "1 day" : `${count} days`;
}

function list(items) {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
