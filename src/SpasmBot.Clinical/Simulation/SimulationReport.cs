namespace SpasmBot.Clinical.Simulation;

/// <summary>What happens to the people of a case mix.</summary>
public sealed record SimulationReport
{
    public required int People { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>When everything is answered.</summary>
    public required SimulationRun Answered { get; init; }

    /// <summary>The same people with doubts and skips.</summary>
    public required IReadOnlyList<SimulationRun> Variants { get; init; }

    /// <summary>
    /// Rules that alone send more than <see cref="LargestShareAlone"/> percent of the people with mechanical pain to a
    /// doctor today or above: without the rule they would be told less.
    /// </summary>
    public IReadOnlyList<RuleShare> SendTooMany =>
        [.. Answered.Alone.Where(share => share.Percent > LargestShareAlone).OrderByDescending(share => share.Percent)];

    /// <summary>In percent.</summary>
    public const double LargestShareAlone = 3;
}

/// <summary>The answers of one run.</summary>
public sealed record SimulationRun
{
    public required string Title { get; init; }

    /// <summary>Percent of all people by disposition, most urgent first.</summary>
    public required IReadOnlyList<DispositionShare> All { get; init; }

    /// <summary>Percent of the people with mechanical pain by disposition, most urgent first.</summary>
    public required IReadOnlyList<DispositionShare> Mechanical { get; init; }

    /// <summary>Percent of all other people by disposition, most urgent first.</summary>
    public required IReadOnlyList<DispositionShare> Others { get; init; }

    /// <summary>Percent of all people in whom the rule decides, most often first.</summary>
    public required IReadOnlyList<RuleShare> Deciding { get; init; }

    /// <summary>Percent of the people with mechanical pain whom the rule alone sends to a doctor today or above.</summary>
    public required IReadOnlyList<RuleShare> Alone { get; init; }

    /// <summary>For each group, how urgent its people's answers are.</summary>
    public required IReadOnlyList<GroupShare> Groups { get; init; }

    /// <summary>Percent of the people with mechanical pain who are told at least this.</summary>
    public double MechanicalAtLeast(Disposition least) => AtLeast(Mechanical, least);

    /// <summary>Percent of all other people who are told less than this.</summary>
    public double OthersBelow(Disposition least) => 100 - AtLeast(Others, least);

    private static double AtLeast(IEnumerable<DispositionShare> shares, Disposition least) =>
        shares.Where(share => share.Disposition >= least).Sum(share => share.Percent);
}

/// <summary>A disposition and how many get it.</summary>
public sealed record DispositionShare(Disposition Disposition, double Percent);

/// <summary>A rule and how many it concerns.</summary>
public sealed record RuleShare(string Rule, double Percent);

/// <summary>A group: its share of all people, and of its people those told each of three levels.</summary>
public sealed record GroupShare(
    string Label,
    double Percent,
    double EmergencyPercent,
    double DoctorPercent,
    double PhysioPercent
);
