namespace SpasmBot.Clinical;

/// <summary>The words that clients and cases use for <see cref="Presence"/>.</summary>
public static class PresenceId
{
    /// <summary>The wire word: <c>present</c>, <c>absent</c> or <c>unsure</c>.</summary>
    public static string Of(Presence presence) =>
        presence switch
        {
            Presence.Present => "present",
            Presence.Absent => "absent",
            Presence.Unsure => "unsure",
            _ => throw new ArgumentOutOfRangeException(nameof(presence), presence, message: null),
        };

    /// <summary>Reads a wire word; false when it is none.</summary>
    public static bool TryParse(string? word, out Presence presence)
    {
        (var known, presence) = word switch
        {
            "present" => (true, Presence.Present),
            "absent" => (true, Presence.Absent),
            "unsure" => (true, Presence.Unsure),
            _ => (false, default),
        };
        return known;
    }
}
