using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SpasmBot.Dialogs.Wording;

/// <summary>Everything the bot says around a protocol, in one language. No sentence stands in code.</summary>
public sealed record Words
{
    public required Messages Messages { get; init; }

    /// <summary>The bot's own questions by id.</summary>
    public required FrozenDictionary<string, BotQuestion> Questions { get; init; }

    /// <summary>The words that follow for whom the check is, by <c>me</c>, <c>child</c>, <c>someone</c>.</summary>
    public required FrozenDictionary<string, FrozenDictionary<string, string>> Pronouns { get; init; }

    /// <summary>A number of days as people say it: "today", "1 day ago", "3 days ago".</summary>
    public string DaysAgo(double days) =>
        (int)days switch
        {
            <= 0 => Messages.DaysToday,
            1 => Messages.DaysOne,
            var many => Fill(Messages.DaysMany, forWhom: null, ("number", many.ToString(CultureInfo.InvariantCulture))),
        };

    /// <summary>
    /// Fills <c>{placeholders}</c>: the pronouns of the person the check is for, and the values given.
    /// A placeholder without a value stays as it is, where a test sees it.
    /// </summary>
    public string Fill(string template, string? forWhom, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var text = new StringBuilder(template);
        foreach (var (name, value) in values)
        {
            text.Replace("{" + name + "}", value);
        }

        var pronouns = Pronouns.GetValueOrDefault(forWhom ?? "me") ?? Pronouns["me"];
        foreach (var (name, value) in pronouns)
        {
            text.Replace("{" + name + "}", value);
        }

        return text.ToString();
    }
}
