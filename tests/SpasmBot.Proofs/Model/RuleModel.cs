using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Model;

/// <summary>When one rule fires.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fully">It fires and counts as what it says.</param>
/// <param name="AtAll">It fires; where it is not <paramref name="Fully"/>, it counts as doctor-soon.</param>
public sealed record RuleModel(Rule Rule, Formula Fully, Formula AtAll)
{
    /// <summary>The rule fires and asks for exactly this disposition.</summary>
    public Formula AsksFor(Disposition disposition)
    {
        if (Rule.Disposition <= Disposition.DoctorSoon)
        {
            return disposition == Rule.Disposition ? AtAll : Formula.False;
        }
        return disposition == Rule.Disposition ? Fully
            : disposition == Disposition.DoctorSoon ? Formula.And(AtAll, Formula.Except(Fully))
            : Formula.False;
    }
}
