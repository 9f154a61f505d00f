// Takes labelled patients through the symptom check with the real botframework-directlinejs.
//
//   node directline-check.mjs --url http://127.0.0.1:3978 --case case.json [options]
//
//   --case FILE       one case as JSON, a JSON array of them, or one a line: { id?, age, onsetDays, severity, findings }
//   --mode MODE       websocket (default) or polling
//   --typed [STYLE]   type the answers, as titles (default) or numbers, instead of sending values
//   --continue        go on answering after an emergency, until an answer has nothing left to ask
//   --drop N          cut the socket after N answers; the client has to find its way back
//   --parallel N      cases at a time (default 1)
//   --timeout S       seconds for one case (default 60)
//   --transcript      with each case, what was said
//
// Prints one JSON line a case: { id, questions, disposition, reasons, seconds, … }, with `error` when it did not finish.
// Ends with 0 when every case has finished.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { takeCheck } from "./check.mjs";

const { values: options } = parseArgs({
  args: process.argv.slice(2).flatMap((arg, index, all) =>
    // --typed may stand alone.
    arg === "--typed" && !["titles", "numbers"].includes(all[index + 1]) ? [arg, "titles"] : [arg],
  ),
  options: {
    url: { type: "string" },
    case: { type: "string" },
    mode: { type: "string", default: "websocket" },
    typed: { type: "string" },
    continue: { type: "boolean", default: false },
    drop: { type: "string" },
    parallel: { type: "string", default: "1" },
    timeout: { type: "string", default: "60" },
    transcript: { type: "boolean", default: false },
  },
});

if (!options.url || !options.case || !["websocket", "polling"].includes(options.mode)) {
  console.error("usage: directline-check.mjs --url URL --case FILE [--mode websocket|polling] [--typed [titles|numbers]]");
  process.exit(2);
}

const waiting = read(options.case);
let failures = 0;
await Promise.all(Array.from({ length: Number(options.parallel) }, work));
process.exit(failures === 0 ? 0 : 1);

async function work() {
  for (let labels = waiting.shift(); labels; labels = waiting.shift()) {
    const result = await takeCheck(labels, {
      url: options.url.replace(/\/+$/, ""),
      mode: options.mode,
      typed: options.typed,
      goesOn: options.continue,
      dropAfter: options.drop === undefined ? undefined : Number(options.drop),
      timeout: Number(options.timeout),
    });
    if (result.error) failures++;
    if (!options.transcript) delete result.transcript;
    console.log(JSON.stringify(result));
  }
}

function read(file) {
  const text = readFileSync(file, "utf8").trim();
  try {
    const json = JSON.parse(text);
    return Array.isArray(json) ? json : [json];
  } catch {
    return text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  }
}
