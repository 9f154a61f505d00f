using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>What a free question leads to: an emergency it speaks of, or else the answer of the knowledge base.</summary>
public sealed record FreeAnswer
{
    /// <summary>The assessment of what the question says; then there is no answer beside it.</summary>
    public Assessment? Emergency { get; init; }

    /// <summary>What the knowledge base says.</summary>
    public KnowledgeAnswer? Answer { get; init; }

    [MemberNotNullWhen(true, nameof(Emergency))]
    [MemberNotNullWhen(false, nameof(Answer))]
    public bool IsEmergency => Emergency is not null;
}

/// <summary>Answers free questions outside a conversation, where nobody can ask back.</summary>
public sealed class FreeQuestions
{
    private readonly KnowledgeBase _knowledge;
    private readonly IUnderstanding _understanding;
    private readonly Protocol _protocol;

    internal FreeQuestions(KnowledgeBase knowledge, IUnderstanding understanding, Protocol protocol)
    {
        _knowledge = knowledge;
        _understanding = understanding;
        _protocol = protocol;
    }

    /// <summary>
    /// The answer. A question that says or hints at an emergency sign, or whose findings lead to an emergency by the
    /// rules, is treated as that emergency; one that only asks about it in general is not.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The person's date.</param>
    public FreeAnswer Answer(string text, DateOnly today)
    {
        var findings = ToFindings(_understanding.Read(text, new ReadingContext(today)));
        var isEmergency =
            findings.Presences.Any(finding => finding.Value != Presence.Absent && IsSign(finding.Key))
            || Triage.Decide(_protocol, findings) >= Disposition.Emergency;
        return isEmergency
            ? new() { Emergency = Triage.Assess(_protocol, findings) }
            : new() { Answer = _knowledge.Ask(text) };
    }

    private static Findings ToFindings(Understood understood) =>
        new()
        {
            Age = understood.Age,
            OnsetDays = understood.OnsetDays,
            Severity = understood.Severity,
            Presences = understood.Findings.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    private bool IsSign(string finding) =>
        _protocol.FindFinding(finding)?.Group == Reading.FindingReader.EmergencyGroup;
}
