namespace SpasmBot.Clinical;

/// <summary>A rule that fires, with the urgency it asks for once "not sure" is taken into account.</summary>
internal readonly record struct FiredRule(Rule Rule, Disposition Disposition, Certainty Certainty)
{
    /// <summary>
    /// From doctor-soon upwards "not sure" can make a rule fire; where it takes a finding of the limited kind the
    /// rule counts as doctor-soon. Below that level only what is present counts (protocol, section 1).
    /// </summary>
    public static FiredRule? TryFire(Rule rule, Evidence evidence)
    {
        if (rule.When is null)
        {
            return null;
        }
        var certainty = evidence.Of(rule.When);
        var weakest = rule.Disposition < Disposition.DoctorSoon ? Certainty.Sure : Certainty.Limited;
        if (certainty < weakest)
        {
            return null;
        }
        var disposition = certainty == Certainty.Limited ? Disposition.DoctorSoon : rule.Disposition;
        return new FiredRule(rule, disposition, certainty);
    }
}
