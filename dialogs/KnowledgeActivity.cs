using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>The answer to a free question as an activity, or an honest "I do not know" with the nearest topics.</summary>
internal static class KnowledgeActivity
{
    private const int MostTopics = 3;

    /// <summary>The answer in full, for somebody who came to ask.</summary>
    public static Activity Of(string question, BotParts parts) =>
        Of(parts.Language.Knowledge.Ask(question), parts, KnowledgeText.InFull);

    /// <summary>The short answer, beside another question that stays open.</summary>
    public static Activity Of(KnowledgeAnswer answer, BotParts parts) => Of(answer, parts, section => section.Short);

    private static Activity Of(KnowledgeAnswer answer, BotParts parts, Func<KnowledgeSection, string> textOf)
    {
        var texts = parts.Words.Messages;
        var topics = string.Join("; ", answer.Alternatives.Take(MostTopics).Select(section => section.Title));
        var text = answer.IsAnswered
            ? Desk.Fill(parts, texts.AskAnswered, null, ("title", answer.Best.Title), ("text", textOf(answer.Best)))
            : Desk.Fill(parts, texts.AskNotKnown);
        if (topics.Length > 0)
        {
            text += "\n\n" + Desk.Fill(parts, texts.AskTopics, null, ("topics", topics));
        }

        return MessageFactory.Text(text);
    }
}
