using System.Collections.Immutable;
using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>
/// Reads what is typed under a question outside a conversation (<c>POST /api/understand</c>): as an answer to that
/// question, and as own words beside it.
/// </summary>
public sealed class PromptedReading
{
    private const string Age = "age";
    private const string OnsetDays = "onsetDays";
    private const string Severity = "severity";

    private readonly AnswerReader _answers;
    private readonly IUnderstanding _understanding;
    private readonly Protocol _protocol;

    internal PromptedReading(AnswerReader answers, IUnderstanding understanding, Protocol protocol)
    {
        _answers = answers;
        _understanding = understanding;
        _protocol = protocol;
    }

    /// <summary>What the text says.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The person's date.</param>
    /// <param name="question">
    /// A hint: the id of a question of the protocol, the part of one before its last dot, or <c>age</c>. Anything else
    /// is taken for a question about the options.
    /// </param>
    /// <param name="options">Finding ids in the order shown; empty when there are none.</param>
    /// <param name="forWhom"><c>me</c>, <c>child</c> or <c>someone</c>; null when not known.</param>
    public Understood Read(
        string text,
        DateOnly today,
        string? question,
        IReadOnlyList<string> options,
        string? forWhom
    )
    {
        var said = _understanding.Read(text, new ReadingContext(today, ForWhom: forWhom));
        if (AskedOf(question, options) is not { } asked)
        {
            return said;
        }

        var reply = _answers.Read(text, asked, today);
        var answered = PresencesOf(reply, asked);
        var beside = new BesideAnswer(_protocol, asked, reply, said, Text.PreparedText.From(text));
        var findings = answered.SetItems(beside.Findings(answered));
        return said with
        {
            Age = NumberOf(reply, asked, Age) ?? (asked.Sets == Age ? null : beside.Age),
            OnsetDays = NumberOf(reply, asked, OnsetDays) ?? (asked.Sets == OnsetDays ? null : beside.OnsetDays),
            Severity = NumberOf(reply, asked, Severity) ?? (asked.Sets == Severity ? null : beside.Severity),
            Findings = findings,
            Mentions =
            [
                .. said.Mentions.Where(mention => findings.ContainsKey(mention.Finding)),
                .. answered
                    .Where(finding => !said.Findings.ContainsKey(finding.Key))
                    .Select(finding => new Mention(finding.Key, finding.Value, 0, text.Length, asked.Id)),
            ],
        };
    }

    private AskedQuestion? AskedOf(string? question, IReadOnlyList<string> options)
    {
        var known = question is null ? null : _protocol.FindQuestion(question);
        if (known is { Kind: QuestionKind.Number })
        {
            return AskedQuestion.From(known);
        }

        if (question == Age)
        {
            var range = NumberRange.Age;
            return new AskedQuestion
            {
                Id = Age,
                Kind = AnswerKind.Number,
                Sets = Age,
                Min = range.Min,
                Max = range.Max,
            };
        }

        if (options.Count == 0)
        {
            return known is null ? null : AskedQuestion.From(known);
        }

        var about = known ?? _protocol.Questions.FirstOrDefault(one => IsPartOf(one.Id, question));
        return new AskedQuestion
        {
            Id = question ?? "",
            Kind =
                known is { Kind: QuestionKind.Choice } ? AnswerKind.Choice
                : options.Count == 1 ? AnswerKind.YesNo
                : AnswerKind.Multi,
            Options = [.. options.Select(id => new AskedOption(id, TitleOf(id)))],
            AlsoSettles = about?.AlsoSettles ?? [],
            AllowsNone = true,
            AllowsUnsure = true,
            AllowsSkip = true,
        };
    }

    private static bool IsPartOf(string id, string? question) =>
        question is not null && id.StartsWith(question + ".", StringComparison.Ordinal);

    private string TitleOf(string finding) =>
        _protocol
            .Questions.SelectMany(question => question.Options)
            .FirstOrDefault(option => option.Finding == finding)
            ?.Title
        ?? _protocol.FindFinding(finding)?.Label
        ?? finding;

    private static int? NumberOf(Reply reply, AskedQuestion asked, string sets) =>
        reply is Reply.Number number && asked.Sets == sets
            ? (int)Math.Round(number.Value, MidpointRounding.AwayFromZero)
            : null;

    private ImmutableSortedDictionary<string, Presence> PresencesOf(Reply reply, AskedQuestion asked)
    {
        var all = asked.Options.Select(option => option.Id);
        var presences = reply switch
        {
            Reply.Ticks ticks => ticks.Presences,
            Reply.None or Reply.No => all.Select(id => KeyValuePair.Create(id, Presence.Absent)),
            Reply.AllUnsure or Reply.NotSure => all.Select(id => KeyValuePair.Create(id, Presence.Unsure)),
            Reply.Yes => all.Select(id => KeyValuePair.Create(id, Presence.Present)),
            _ => [],
        };
        return presences
            .Where(presence => _protocol.FindFinding(presence.Key) is not null)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
