namespace SpasmBot.Clinical.Simulation;

/// <summary>
/// Who contacts a clinic with this complaint: how often each finding is met, in each group of people. Made of estimates
/// as much as of sources; each line says which.
/// </summary>
public sealed record CaseMix
{
    /// <summary>Of those who are not sure about an emergency sign, how many still are after the precise question, in percent.</summary>
    public required double StillUnsurePercent { get; init; }

    /// <summary>What is drawn for everybody, after what a group draws for itself.</summary>
    public required IReadOnlyList<Draw> Everyone { get; init; }

    public required IReadOnlyList<PatientGroup> Groups { get; init; }
}

/// <summary>People whose pain comes from the same kind of cause.</summary>
public sealed record PatientGroup
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>Share of all people.</summary>
    public required double Percent { get; init; }

    /// <summary>Whether a doctor today would most often be more than they need.</summary>
    public required bool IsMechanical { get; init; }

    public required IReadOnlyList<Draw> Draws { get; init; }
}

/// <summary>One line: at most one of its outcomes comes true for a person.</summary>
public sealed record Draw
{
    /// <summary>For whom; null: for everybody. Of several lines about one finding the first that fits counts.</summary>
    public Expression? When { get; init; }

    public required IReadOnlyList<Outcome> Outcomes { get; init; }
}

/// <summary>A finding, or a number between two bounds, with its chance.</summary>
public sealed record Outcome(string Name, double Percent, double From, double To)
{
    public bool IsNumber => NumberRange.All.Any(range => range.Name == Name);
}

/// <summary>A case mix, or all the errors that stand in its way.</summary>
public sealed record CaseMixResult(CaseMix? Mix, IReadOnlyList<ProtocolError> Errors);
