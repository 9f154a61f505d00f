using SpasmBot.Clinical.Cases;

namespace SpasmBot.Clinical;

/// <summary>
/// Assesses labelled cases, one JSON object a line: <c>id</c>, <c>age</c>, <c>onsetDays</c>, <c>severity</c>,
/// <c>findings</c>, <c>notAnswered</c>, <c>protocolDisposition</c>, <c>decidingRule</c>, <c>clinicalMin</c>,
/// <c>clinicalMax</c>. Other keys are ignored.
/// </summary>
public static class CaseScoring
{
    /// <summary>Scores every line that is a case; the others are reported. Blank lines are skipped.</summary>
    public static CaseReport Score(Protocol protocol, IEnumerable<string> lines)
    {
        var outcomes = new List<CaseOutcome>();
        var badLines = new List<CaseError>();
        foreach (var (index, text) in lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            if (CaseLine.TryRead(text, protocol, out var problem) is { } line)
            {
                outcomes.Add(OutcomeOf(protocol, line, index + 1));
            }
            else
            {
                badLines.Add(new CaseError(index + 1, problem));
            }
        }
        return new CaseReport(outcomes, badLines);
    }

    private static CaseOutcome OutcomeOf(Protocol protocol, CaseLine line, int number) =>
        new()
        {
            Line = number,
            Id = line.Id,
            Expected = line.Expected,
            Actual = Triage.Decide(protocol, line.Findings),
            DecidingRule = line.DecidingRule,
            Rules = [.. Triage.Assess(protocol, line.Findings).Reasons.Select(reason => reason.Rule)],
            ClinicalMin = line.ClinicalMin,
            ClinicalMax = line.ClinicalMax,
        };
}
