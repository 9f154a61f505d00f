using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Model;

/// <summary>
/// What a rule means, in plain logic over what a person said: generated from the protocol, given to the solver, and
/// evaluated on single people to compare it with <see cref="Triage.Assess"/>.
/// </summary>
public abstract record Formula
{
    private Formula() { }

    /// <summary>Holds for everybody.</summary>
    public static Formula True { get; } = new All([]);

    /// <summary>Holds for nobody.</summary>
    public static Formula False { get; } = new Any([]);

    public static Formula And(params IEnumerable<Formula> parts) => new All([.. parts]);

    public static Formula Or(params IEnumerable<Formula> parts) => new Any([.. parts]);

    public static Formula Except(Formula part) => new Not(part);

    /// <summary>The person said of the finding at least this: not sure, or present.</summary>
    public sealed record Said(string Finding, Presence AtLeast) : Formula;

    /// <summary>The number is known and compares so.</summary>
    public sealed record Number(string Name, Comparison Comparison, double Bound) : Formula;

    /// <summary>A question that is guarded was skipped.</summary>
    public sealed record Skipped : Formula;

    public sealed record All(IReadOnlyList<Formula> Parts) : Formula;

    public sealed record Any(IReadOnlyList<Formula> Parts) : Formula;

    /// <summary>No condition of a protocol has one; "this disposition and no higher" needs it.</summary>
    public sealed record Not(Formula Part) : Formula;
}
