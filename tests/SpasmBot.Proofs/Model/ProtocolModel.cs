using System.Collections.Concurrent;
using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Model;

/// <summary>A protocol as logic: when each rule fires, decides, and what is shown with each disposition.</summary>
public sealed class ProtocolModel
{
    private readonly ConcurrentDictionary<Disposition, Formula> _atLeast = [];
    private readonly ConcurrentDictionary<Disposition, Formula> _is = [];
    private readonly Meaning _meaning;

    private ProtocolModel(Protocol protocol)
    {
        Protocol = protocol;
        _meaning = new Meaning(protocol);
        Rules = [.. protocol.Rules.Where(rule => rule.When is not null).Select(ModelOf)];
    }

    private ProtocolModel(ProtocolModel other, IEnumerable<RuleModel> rules)
        : this(other.Protocol) => Rules = [.. rules];

    public Protocol Protocol { get; }

    /// <summary>The rules with a condition, in the order of the table.</summary>
    public IReadOnlyList<RuleModel> Rules { get; }

    /// <summary>All dispositions, most urgent first.</summary>
    public static IReadOnlyList<Disposition> Dispositions { get; } =
    [.. Enum.GetValues<Disposition>().OrderDescending()];

    private Rule? Otherwise => Protocol.Rules.LastOrDefault(rule => rule.When is null);

    public static ProtocolModel Of(Protocol protocol) => new(protocol);

    /// <summary>The same with rules that mean something else: how a test shows that a proof can fail.</summary>
    public ProtocolModel WithRules(Func<RuleModel, RuleModel> change) => new(this, Rules.Select(change));

    /// <summary>The answer is at least this urgent.</summary>
    public Formula AtLeast(Disposition least) => _atLeast.GetOrAdd(least, FormulaForAtLeast);

    /// <summary>The answer is this, and there are words for it.</summary>
    public Formula Is(Disposition disposition) => _is.GetOrAdd(disposition, FormulaForIs);

    /// <summary>The rule is the first reason of the answer, and the answer is what it asks for.</summary>
    public Formula Decides(Rule rule)
    {
        var disposition = rule.Disposition;
        var earlier = Rules.TakeWhile(one => one.Rule.Id != rule.Id).Select(one => one.AsksFor(disposition));
        var fires = Rules.FirstOrDefault(one => one.Rule.Id == rule.Id)?.AsksFor(disposition);
        return fires is null
            ? Formula.And([.. Rules.Select(one => Formula.Except(one.AtAll)), Formula.Except(new Formula.Skipped())])
            : Formula.And([fires, Is(disposition), .. earlier.Select(Formula.Except)]);
    }

    /// <summary>The rule fires, at whatever level.</summary>
    public Formula Fires(Rule rule) => Rules.FirstOrDefault(one => one.Rule.Id == rule.Id)?.AtAll ?? Decides(rule);

    /// <summary>The item is among what is shown.</summary>
    public Formula Shows(AdviceItem item) =>
        Formula.And(Formula.Or(item.Dispositions.Select(Is)), WhenPresent(item.When));

    /// <summary>The item fits the findings, whatever the disposition.</summary>
    public Formula WhenPresent(Expression? when) => when is null ? Formula.True : _meaning.Of(when, Surety.Present);

    /// <summary>A question or option is offered: every "not sure" is taken as present.</summary>
    public Formula Offers(Expression? when) => when is null ? Formula.True : new Offering(Protocol).Of(when);

    private Formula FormulaForAtLeast(Disposition least) =>
        Formula.Or([
            .. Dispositions.Where(asked => asked >= least).SelectMany(asked => Rules.Select(r => r.AsksFor(asked))),
            Protocol.NotAnsweredRule.Disposition >= least ? new Formula.Skipped() : Formula.False,
            Otherwise?.Disposition >= least ? Formula.True : Formula.False,
        ]);

    private Formula FormulaForIs(Disposition disposition) =>
        !Protocol.Dispositions.ContainsKey(disposition) ? Formula.False
        : disposition == Disposition.Ambulance ? AtLeast(disposition)
        : Formula.And(AtLeast(disposition), Formula.Except(AtLeast(disposition + 1)));

    private RuleModel ModelOf(Rule rule)
    {
        var counts = rule.Disposition >= Disposition.DoctorSoon;
        return new RuleModel(
            rule,
            _meaning.Of(rule.When!, counts ? Surety.WithCountedUnsure : Surety.Present),
            _meaning.Of(rule.When!, counts ? Surety.WithUnsure : Surety.Present)
        );
    }
}
