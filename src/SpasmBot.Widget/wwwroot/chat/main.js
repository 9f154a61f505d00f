// Puts the chat together.

import { Chat } from "./chat.js";
import { readConfig } from "./config.js";
import { Conversation } from "./conversation.js";
import { Outbox } from "./outbox.js";
import { createPage } from "./page.js";
import { DirectLineClient } from "./transport/client.js";
import { Memory } from "./transport/memory.js";
import { cannotOpen, deleted, line, opening } from "./views/notices.js";
import { words } from "./words.js";

const config = readConfig();
const conversation = new Conversation();
const client = new DirectLineClient(config.directLine);
const kept = { memory: new Memory(config.directLine), outbox: new Outbox(config.directLine) };
const chat = new Chat(client, kept, conversation, config.language, {
  onOpen(how) {
    page.notice();
    page.allowSpeech(true);
    if (how === "resumed") page.announce(words.welcomeBack, conversation.standing.open?.question.prompt);
    if (how === "replaced") {
      conversation.clear();
      page.notice(line(words.conversationEnded));
      page.announce(words.conversationEnded);
    }
  },
  onConnection: (isConnected) => page.showConnection(isConnected),
  onCannotOpen() {
    page.allowSpeech(false);
    page.notice(cannotOpen(config.phone, () => open()));
    page.announce(words.cannotOpen, words.orCall);
  },
  onUnsent: (texts) => page.putBack(texts.join("\n")),
  onDeleted(farewell) {
    conversation.clear();
    page.forgetDraft();
    page.allowSpeech(false);
    page.notice(deleted(farewell, () => chat.startAnew()));
    page.announce(words.deleted);
  },
});
const page = createPage(config, conversation, {
  say: (text) => chat.say(text),
  submit: (value) => chat.submit(value),
  retry: (clientId) => chat.retry(clientId),
  copy: () => chat.copy(),
  takeBack: (clientId) => chat.takeBack(clientId),
  leaveNoTrace: () => chat.leaveNoTrace(),
});

open();

function open() {
  page.notice(opening());
  void chat.open();
}
