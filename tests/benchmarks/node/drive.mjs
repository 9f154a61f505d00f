// Drives a bot over HTTP: node drive.mjs ADDRESS [CONVERSATIONS]. One conversation at a time over one kept connection;
// the first fifth warms up and is not counted. Prints the median of a turn in microseconds.
import http from "node:http";

const address = process.argv[2];
if (!address?.startsWith("http:")) throw new Error("Give the address that the bot printed.");
const conversations = Number(process.argv[3] ?? 2000);
const script = ["hello", "my name", "blue", "yes", "my street", "green", "no", "my town", "red", "yes", "that is all"];
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function say(conversation, text) {
  const body = JSON.stringify({
    type: "message",
    id: "1",
    text,
    channelId: "test",
    locale: "en-ZA",
    deliveryMode: "expectReplies",
    serviceUrl: "http://127.0.0.1",
    from: { id: "person" },
    recipient: { id: "bot" },
    conversation: { id: conversation },
  });
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const request = http.request(`${address}/api/messages`, { method: "POST", agent, headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(JSON.parse(Buffer.concat(parts).toString()))
          : reject(new Error(`${response.statusCode} ${Buffer.concat(parts)}`)),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

const turns = [];
for (let n = 0; n < conversations; n++) {
  let last = "";
  for (const text of script) {
    const start = process.hrtime.bigint();
    const { activities } = await say(`c${n % 20}`, text);
    if (n >= conversations / 5) turns.push(Number(process.hrtime.bigint() - start) / 1000);
    last = activities.at(-1).text;
  }
  if (last !== "Thank you.") throw new Error(`The script ended with: ${last}`);
}
turns.sort((a, b) => a - b);
const at = (share) => turns[Math.floor(turns.length * share)].toFixed(0);
console.log(`${turns.length} turns: median ${at(0.5)} us, 95 % ${at(0.95)} us`);
agent.destroy();
