namespace SpasmBot.Clinical;

/// <summary>
/// What <see cref="Triage.Assess"/> decided and why, in the shape that <c>POST /api/assess</c> returns
/// (protocol, section 6), serialised in camel case.
/// </summary>
public sealed record Assessment
{
    /// <summary>The wire id of the disposition, for example <c>physio</c>.</summary>
    public required string Disposition { get; init; }

    /// <summary>What to do, starting with the verb: the title of the disposition.</summary>
    public required string Title { get; init; }

    /// <summary>0, 0, 0, 2, 3, 7 or null from the most urgent disposition to the least.</summary>
    public required int? BookWithinDays { get; init; }

    /// <summary>When to book or go, and what would make it sooner.</summary>
    public required string WhenToBook { get; init; }

    /// <summary>Every rule that fired, most urgent first, then in the order of the table: the first one decided.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What to do.</summary>
    public required IReadOnlyList<string> Do { get; init; }

    /// <summary>What not to do.</summary>
    public required IReadOnlyList<string> DoNot { get; init; }

    /// <summary>One practical change for each activity that was named.</summary>
    public required IReadOnlyList<string> MakesItWorse { get; init; }

    /// <summary>What else it could be; only where findings point there.</summary>
    public required IReadOnlyList<string> CouldBe { get; init; }

    /// <summary>How long it usually takes; empty where an urgent answer leaves no room for it.</summary>
    public required string Recovery { get; init; }

    /// <summary>"If X appears, do Y": never empty.</summary>
    public required IReadOnlyList<string> SafetyNet { get; init; }

    /// <summary>The ids of the questions that were skipped.</summary>
    public required IReadOnlyList<string> NotAnswered { get; init; }

    /// <summary>The version of the protocol that decided.</summary>
    public required string ProtocolVersion { get; init; }
}

/// <summary>A rule that fired.</summary>
public sealed record Reason
{
    /// <summary>The rule's id in the protocol's table, for example <c>A1</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The disposition the rule asked for, after "not sure" was taken into account.</summary>
    public required string Disposition { get; init; }

    /// <summary>The answers behind the rule.</summary>
    public required IReadOnlyList<Cause> Because { get; init; }

    /// <summary>Why, in words for the person; it says where a "not sure" was behind it.</summary>
    public required string Text { get; init; }

    /// <summary>The clinical source.</summary>
    public required string Source { get; init; }
}

/// <summary>One answer behind a rule: a finding, or a number (<c>age</c>, <c>onsetDays</c>, <c>severity</c>, <c>ageAtOnset</c>).</summary>
public sealed record Cause
{
    /// <summary>The finding id or the name of the number.</summary>
    public required string Finding { get; init; }

    /// <summary><c>present</c>, <c>unsure</c>; <c>present</c> for a number.</summary>
    public required string Presence { get; init; }

    /// <summary>The number, when it is one.</summary>
    [System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
    )]
    public double? Value { get; init; }
}
