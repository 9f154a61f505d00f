using System.Globalization;
using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Checks;

/// <content>The answers in words: to confirm, to change, to hand over.</content>
public sealed partial class SymptomCheck
{
    /// <summary>The option that shows other answers to change.</summary>
    public const string MoreAnswers = "more";

    private const int MostOptions = 10;

    /// <summary>Beside "other answers" and "change nothing".</summary>
    private const int MostLines = MostOptions - 2;

    /// <summary>Of a given answer in the list of answers to change, in characters.</summary>
    private const int LongestValue = 30;

    private Messages Texts => parts.Words.Messages;

    /// <summary>The answers that count, a line each, in the order in which they were given.</summary>
    public IReadOnlyList<SummaryLine> Summary =>
        [
            .. state
                .Answers.Where(answer => answer.Question != SaidQuestion)
                .GroupBy(answer => answer.Question, StringComparer.Ordinal)
                .Select(group => new SummaryLine(group.Key, LabelOf(group.Key), InWords(group.Last()))),
        ];

    /// <summary>What a question is called in a summary, also one that would no longer be asked.</summary>
    public string LabelOf(string questionId) =>
        Find(questionId)?.Label ?? parts.Words.Questions.GetValueOrDefault(questionId)?.Label ?? questionId;

    private string InWords(GivenAnswer answer)
    {
        if (answer.Skipped)
        {
            return Texts.SummarySkipped;
        }

        if (answer.Question is BotQuestionIds.OwnWords)
        {
            return answer.Words ?? "";
        }

        var said = new List<string>();
        said.AddRange(Labels(answer, Presence.Present));
        said.AddRange(Labels(answer, Presence.Unsure).Select(label => $"{label} ({Texts.NotSure})"));
        said.AddRange(answer.ToConfirm.Select(id => $"{LabelOfFinding(id)} ({Texts.NotSure})"));
        said.AddRange(NumbersOf(answer));
        if (answer.Choice is { } choice)
        {
            said.Add(Find(answer.Question)?.Options.FirstOrDefault(o => o.Id == choice)?.Title ?? choice);
        }

        return said.Count > 0 ? string.Join(", ", said) : Texts.SummaryNone;
    }

    private IEnumerable<string> Labels(GivenAnswer answer, Presence presence) =>
        answer.Findings.Where(f => f.Value == presence).Select(f => LabelOfFinding(f.Key));

    private string LabelOfFinding(string id) => parts.Protocol.FindFinding(id)?.Label ?? id;

    private IEnumerable<string> NumbersOf(GivenAnswer answer)
    {
        if (answer.Age is { } age)
        {
            yield return Fill(Texts.ConfirmAge, age);
        }

        if (answer.Since is { } since)
        {
            yield return OnsetInWords(since);
        }

        if (answer.Severity is { } severity)
        {
            yield return Fill(Texts.ConfirmSeverity, severity);
        }
    }

    private string OnsetInWords(string since)
    {
        var days = parts.Today.DayNumber - DateOnly.Parse(since, CultureInfo.InvariantCulture).DayNumber;
        return parts.Words.Fill(Texts.ConfirmOnset, ForWhom, ("days", parts.Words.DaysAgo(days)));
    }

    private string Fill(string text, double number) =>
        parts.Words.Fill(text, ForWhom, ("number", number.ToString("0.#", CultureInfo.InvariantCulture)));

    /// <summary>What was understood in the own words, to be confirmed; null when there is nothing to confirm.</summary>
    private Screen? ConfirmScreen()
    {
        var index = state.Answers.FindLastIndex(answer => answer.Question == BotQuestionIds.OwnWords);
        if (index < 0)
        {
            return null;
        }

        // What has been put right since is not asked for again, least of all ticked; what did not fit comes next.
        var since = state.Answers.Skip(index + 1).ToList();
        var confirmed = since.Where(answer =>
            answer.Question == BotQuestionIds.OwnWordsConfirm && state.Changing != BotQuestionIds.OwnWordsConfirm
        );
        var settled = since
            .SelectMany(answer => answer.Findings.Keys)
            .Concat(confirmed.SelectMany(answer => answer.Shown))
            .ToHashSet(StringComparer.Ordinal);
        var options = Understood(state.Answers[index])
            .Where(option => !settled.Contains(option.Id))
            .Take(MostOptions)
            .ToList();
        if (options.Count == 0)
        {
            return null;
        }

        var screen = _screens.FromBot(BotQuestionIds.OwnWordsConfirm, ForWhom, options);
        return screen with
        {
            Asked = screen.Asked with { AllowsNone = true },
            Selected = [.. options.Select(option => option.Id)],
        };
    }

    private IEnumerable<BotOption> Understood(GivenAnswer words)
    {
        if (words.Age is { } age)
        {
            yield return new(AnswerFold.AgeId, Fill(Texts.ConfirmAge, age), null, []);
        }

        if (words.Since is { } since)
        {
            yield return new(AnswerFold.OnsetId, OnsetInWords(since), null, []);
        }

        if (words.Severity is { } severity)
        {
            yield return new(AnswerFold.SeverityId, Fill(Texts.ConfirmSeverity, severity), null, []);
        }

        foreach (var (id, presence) in words.Findings.OrderByDescending(finding => finding.Value))
        {
            var template = presence switch
            {
                Presence.Present => "{finding}",
                Presence.Unsure => Texts.ConfirmUnsure,
                _ => Texts.ConfirmAbsent,
            };
            yield return new(id, parts.Words.Fill(template, ForWhom, ("finding", LabelOfFinding(id))), null, []);
        }
    }

    /// <summary>Shows the next page of the answers to change; after the earliest the latest again.</summary>
    public void TurnSummaryPage() =>
        state.SummaryPage = (state.SummaryPage + 1) * MostLines < Summary.Count ? state.SummaryPage + 1 : 0;

    /// <summary>The answers to choose from for a change, in the order in which they were given: the latest first page.</summary>
    private Screen SummaryScreen()
    {
        var lines = Summary;
        var page = lines.SkipLast(state.SummaryPage * MostLines).TakeLast(MostLines);
        var options = page.Select(line => new BotOption(line.Question, InShort(line), null, [line.Label]))
            .Concat(
                parts
                    .Words.Questions[BotQuestionIds.Summary]
                    .Options.Where(option => option.Id != MoreAnswers || lines.Count > MostLines)
            );
        return _screens.FromBot(BotQuestionIds.Summary, ForWhom, [.. options]);
    }

    /// <summary>The answer beside its question, so that nobody has to remember what to change.</summary>
    private static string InShort(SummaryLine line)
    {
        var answer = line.Answer.Length <= LongestValue ? line.Answer : line.Answer[..LongestValue].TrimEnd() + "…";
        return InWords(line with { Answer = answer });
    }

    /// <summary>A line of the summary as one text; an answer that says itself what it is about stands alone.</summary>
    public static string InWords(SummaryLine line) =>
        line.Answer.StartsWith(line.Label, StringComparison.Ordinal) ? line.Answer : $"{line.Label}: {line.Answer}";

    /// <summary>What can be done after the answer: the self tests are only offered when no flag is present.</summary>
    private Screen NextScreen()
    {
        var hasFlag = Triage.Decide(parts.Protocol, Findings) >= Disposition.DoctorSoon;
        var options = parts
            .Words.Questions[BotQuestionIds.Next]
            .Options.Where(option =>
                option.Id != "self-tests" || (!hasFlag && NextIn(CheckSection.SelfTests) is not null)
            );
        return _screens.FromBot(BotQuestionIds.Next, ForWhom, [.. options]);
    }
}
