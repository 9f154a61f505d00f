using System.Collections.Immutable;
using System.Globalization;
using SpasmBot.Clinical;

namespace SpasmBot.Dialogs.Checks;

/// <summary>Adds up answers into findings.</summary>
internal static class AnswerFold
{
    public const string AgeId = "age";
    public const string OnsetId = "onsetDays";
    public const string SeverityId = "severity";

    /// <summary>A later answer about the same finding wins; what was taken back is not known.</summary>
    public static Findings ToFindings(IEnumerable<GivenAnswer> answers, Protocol protocol, DateOnly today)
    {
        var findings = Findings.None;
        var presences = findings.Presences.ToBuilder();
        var notAnswered = findings.NotAnswered.ToBuilder();
        foreach (var answer in answers)
        {
            findings = findings with
            {
                Age = answer.Age ?? findings.Age,
                Severity = answer.Severity ?? findings.Severity,
                OnsetDays = Days(answer.Since, today) ?? findings.OnsetDays,
            };
            foreach (var id in answer.Rejected)
            {
                presences.Remove(id);
                findings = Without(findings, id);
            }

            foreach (var (id, presence) in answer.Findings)
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

    private static Findings Without(Findings findings, string id) =>
        id switch
        {
            AgeId => findings with { Age = null },
            OnsetId => findings with { OnsetDays = null },
            SeverityId => findings with { Severity = null },
            _ => findings,
        };
}
