namespace SpasmBot.Clinical;

/// <summary>What is known of a person once implied findings and derived numbers are added.</summary>
internal readonly struct Evidence(Protocol protocol, Findings findings)
{
    private const double DaysInYear = 365;

    /// <summary>
    /// The presence that was given or is implied, the stronger of them; null when neither. An unsure finding
    /// makes what it implies unsure, an absent one says nothing about it.
    /// </summary>
    public Presence? PresenceOf(string findingId)
    {
        var presence = findings[findingId];
        foreach (var implier in protocol.ImpliersOf(findingId))
        {
            if (findings[implier] is { } implied and not Presence.Absent && (presence is null || implied > presence))
            {
                presence = implied;
            }
        }
        return presence;
    }

    /// <summary>A number by its name in conditions, or null when it is not known.</summary>
    public double? Number(string name) =>
        name switch
        {
            "age" => findings.Age,
            "onsetDays" => findings.OnsetDays,
            "severity" => findings.Severity,
            "ageAtOnset" => findings.Age - findings.OnsetDays / DaysInYear,
            _ => null,
        };

    /// <summary>How surely the condition holds.</summary>
    public Certainty Of(Expression expression)
    {
        switch (expression)
        {
            case Expression.Has has:
                return Of(has.Finding);
            case Expression.Compare compare:
                return Number(compare.Number) is { } number && compare.Comparison.Holds(number, compare.Value)
                    ? Certainty.Sure
                    : Certainty.None;
            case Expression.All all:
                var least = Certainty.Sure;
                foreach (var part in all.Parts)
                {
                    least = Min(least, Of(part));
                }
                return least;
            case Expression.Any any:
                var greatest = Certainty.None;
                foreach (var part in any.Parts)
                {
                    greatest = Max(greatest, Of(part));
                }
                return greatest;
            default:
                return Certainty.None;
        }
    }

    /// <summary>The answers that make the condition hold with this certainty: every branch of an <c>or</c> that does.</summary>
    public IReadOnlyList<Cause> CausesOf(Expression expression, Certainty certainty)
    {
        var causes = new List<Cause>();
        Collect(expression, certainty, causes);
        return [.. causes.DistinctBy(cause => cause.Finding, StringComparer.Ordinal)];
    }

    private Certainty Of(string findingId) =>
        PresenceOf(findingId) switch
        {
            Presence.Present => Certainty.Sure,
            Presence.Unsure => protocol.FindFinding(findingId)?.Unsure switch
            {
                UnsureMeaning.Counts => Certainty.Counted,
                UnsureMeaning.Limited => Certainty.Limited,
                _ => Certainty.Doubtful,
            },
            _ => Certainty.None,
        };

    private void Collect(Expression expression, Certainty certainty, List<Cause> causes)
    {
        if (Of(expression) < certainty)
        {
            return;
        }
        switch (expression)
        {
            case Expression.Has has:
                causes.Add(new Cause { Finding = has.Finding, Presence = NameOf(PresenceOf(has.Finding)) });
                break;
            case Expression.Compare compare:
                causes.Add(CauseOf(compare.Number));
                break;
            case Expression.All all:
                foreach (var part in all.Parts)
                {
                    Collect(part, certainty, causes);
                }
                break;
            case Expression.Any any:
                foreach (var part in any.Parts)
                {
                    Collect(part, certainty, causes);
                }
                break;
        }
    }

    private Cause CauseOf(string number)
    {
        var value = Number(number);
        return new Cause
        {
            Finding = number,
            Presence = NameOf(Presence.Present),
            // Downwards, so that 44.97 is never shown as a 45 that would contradict "below 45".
            Value = number == "ageAtOnset" && value is { } years ? Math.Floor(years * 10) / 10 : value,
        };
    }

    private static string NameOf(Presence? presence) => PresenceId.Of(presence ?? Presence.Absent);

    private static Certainty Min(Certainty a, Certainty b) => a < b ? a : b;

    private static Certainty Max(Certainty a, Certainty b) => a > b ? a : b;
}
