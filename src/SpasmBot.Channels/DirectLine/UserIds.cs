using SpasmBot.Channels.Inbound;

namespace SpasmBot.Channels.DirectLine;

internal static class UserIds
{
    private const int MaxLength = 128;

    /// <summary>The id by which another server knows the person (<c>user.id</c>); null when it leaves that to us.</summary>
    public static string? Given(BodyFields body) => CleanText.Short(body.Text("user.id"), MaxLength);
}
