namespace SpasmBot.Channels.DirectLine;

/// <summary>A stored activity as this channel's clients get it.</summary>
internal static class OutboundActivity
{
    public static string For(string activityJson) => activityJson;
}
