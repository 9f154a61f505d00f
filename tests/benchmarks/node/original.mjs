// The bot of WaterfallBot.cs on the original framework, answering over HTTP. Prints its address when it listens.
import http from "node:http";
import botbuilder from "botbuilder";
import dialogs from "botbuilder-dialogs";

const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, UserState, MemoryStorage, MessageFactory } = botbuilder;
const { DialogSet, WaterfallDialog, TextPrompt, ChoicePrompt, ConfirmPrompt, DialogTurnStatus } = dialogs;

const storage = new MemoryStorage();
const conversation = new ConversationState(storage);
const user = new UserState(storage);
const profileOf = user.createProperty("profile");
const set = new DialogSet(conversation.createProperty("dialogs"));

const asking = (asked) => ({
  prompt: MessageFactory.text(`Please tell me: ${asked}?`),
  retryPrompt: MessageFactory.text(`I did not get that. ${asked}?`),
});
const text = (asked) => (step) => step.prompt("text", asking(asked));
const confirm = (asked) => (step) => step.prompt("confirm", asking(asked));
const choice = (asked) => (step) => step.prompt("choice", { ...asking(asked), choices: ["red", "green", "blue"] });

set.add(new TextPrompt("text"));
set.add(new ChoicePrompt("choice"));
set.add(new ConfirmPrompt("confirm"));
set.add(
  new WaterfallDialog("all", [
    text("name"),
    choice("colour"),
    confirm("sure"),
    text("street"),
    choice("door"),
    confirm("still sure"),
    text("town"),
    choice("car"),
    confirm("very sure"),
    text("remarks"),
    async (step) => {
      await step.context.sendActivity("Thank you.");
      return step.endDialog();
    },
  ]),
);

async function onTurn(context) {
  const profile = await profileOf.get(context, { turns: 0, name: "somebody" });
  profile.turns++;
  const dialog = await set.createContext(context);
  const result = await dialog.continueDialog();
  if (result.status === DialogTurnStatus.empty) await dialog.beginDialog("all");
  await conversation.saveChanges(context);
  await user.saveChanges(context);
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (_, error) => {
  console.error(error);
  process.exit(1);
};

const server = http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    request.body = JSON.parse(Buffer.concat(parts).toString());
    // What the adapter expects of a web framework.
    response.status = (code) => {
      response.statusCode = code;
      return response;
    };
    response.header = (name, value) => response.setHeader(name, value);
    response.send = (body) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
      return response;
    };
    void adapter.process(request, response, onTurn);
  });
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
