namespace SpasmBot.Channels.DirectLine;

internal static class DirectLineChannel
{
    /// <summary>The channel's id in activities and in the store.</summary>
    public const string Id = Runtime.Connector.Channels.Directline;
}
