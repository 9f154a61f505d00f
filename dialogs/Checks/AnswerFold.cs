using System.Collections.Immutable;
using System.Globalization;
using SpasmBot.Clinical;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs.Checks;

/// <summary>Adds up answers into findings.</summary>
internal static class AnswerFold
{
    public const string AgeId = "age";
    public const string OnsetId = "onsetDays";
    public const string SeverityId = "severity";

    /// <summary>A later answer about the same finding wins; own words count without what was taken back of them.</summary>
    public static Findings ToFindings(IEnumerable<GivenAnswer> given, Protocol protocol, DateOnly today)
    {
        var answers = given.ToList();
        var rejected = answers.SelectMany(answer => answer.Rejected).ToHashSet(StringComparer.Ordinal);
        var findings = Findings.None;
        var presences = findings.Presences.ToBuilder();
        var notAnswered = findings.NotAnswered.ToBuilder();
        foreach (var answer in answers)
        {
            bool Counts(string id) => answer.Question != BotQuestionIds.OwnWords || !rejected.Contains(id);
            findings = findings with
            {
                Age = (Counts(AgeId) ? answer.Age : null) ?? findings.Age,
                Severity = (Counts(SeverityId) ? answer.Severity : null) ?? findings.Severity,
                OnsetDays = (Counts(OnsetId) ? Days(answer.Since, today) : null) ?? findings.OnsetDays,
            };
            foreach (var (id, presence) in answer.Findings.Where(finding => Counts(finding.Key)))
            {
                presences[id] = presence;
            }

            if (answer.Skipped && protocol.FindQuestion(answer.Question) is not null)
            {
                notAnswered.Add(answer.Question);
            }
            else
            {
                notAnswered.Remove(answer.Question);
            }
        }

        return findings with
        {
            Presences = presences.ToImmutable(),
            NotAnswered = notAnswered.ToImmutable(),
        };
    }

    /// <summary>The day on which something began that is so many days old.</summary>
    public static string Since(double days, DateOnly today) =>
        today.AddDays(-(int)Math.Min(days, today.DayNumber)).ToString("O", CultureInfo.InvariantCulture);

    private static double? Days(string? since, DateOnly today) =>
        since is null
            ? null
            : Math.Max(0, today.DayNumber - DateOnly.Parse(since, CultureInfo.InvariantCulture).DayNumber);
}
