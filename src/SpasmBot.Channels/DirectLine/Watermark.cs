using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SpasmBot.Channels.DirectLine;

/// <summary>The place up to which a client has read: a sequence number that clients pass back as they got it.</summary>
internal static class Watermark
{
    public static string Write(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads <c>?watermark=</c>; missing or empty is null, the beginning. False when it is no watermark.</summary>
    public static bool TryRead(HttpRequest request, out long? watermark)
    {
        watermark = null;
        var text = request.Query["watermark"].ToString();
        if (text.Length == 0)
            return true;
        var good = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        watermark = good ? value : null;
        return good;
    }

    public static IResult Refusal => Problem.BadField("watermark", "This is not a watermark that was given out here.");
}
