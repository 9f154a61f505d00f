namespace SpasmBot.Clinical;

/// <summary>Whether a condition holds for what is known of a person, implied findings included.</summary>
public static class ExpressionEvaluator
{
    /// <summary>
    /// For asking: anything the person is not sure about counts as present, so that too much is asked rather
    /// than too little.
    /// </summary>
    public static bool HoldsForRouting(Expression expression, Findings findings, Protocol protocol) =>
        new Evidence(protocol, findings).Of(expression) > Certainty.None;

    /// <summary>For advice: only what is present counts.</summary>
    public static bool Holds(Expression expression, Findings findings, Protocol protocol) =>
        new Evidence(protocol, findings).Of(expression) == Certainty.Sure;

    /// <summary>The presence that was given or is implied, the stronger of them; null when neither.</summary>
    public static Presence? PresenceOf(string findingId, Findings findings, Protocol protocol) =>
        new Evidence(protocol, findings).PresenceOf(findingId);
}
