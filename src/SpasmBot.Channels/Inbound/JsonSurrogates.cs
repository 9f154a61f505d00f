using System.Globalization;

namespace SpasmBot.Channels.Inbound;

/// <summary>
/// A text box that is cut at a length can cut an emoji in two, and browsers then send half a surrogate pair as
/// <c>\ud83d</c>. That is legal JSON, which no .NET string reader takes: it becomes the replacement character.
/// </summary>
internal static class JsonSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Mends the escapes of a JSON text in place.</summary>
    public static void Mend(Span<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length - 1; at = Next(json, at))
        {
            if (CodeUnit(json[at..]) is not { } unit || !char.IsSurrogate(unit))
            {
                // An escape of two characters: the second is not the start of another one.
                at++;
                continue;
            }

            if (
                char.IsHighSurrogate(unit)
                && CodeUnit(json[(at + EscapeLength)..]) is { } low
                && char.IsLowSurrogate(low)
            )
                at += (2 * EscapeLength) - 1;
            else
                "FFFD"u8.CopyTo(json[(at + 2)..]);
        }
    }

    private static int Next(ReadOnlySpan<byte> json, int at)
    {
        var from = at + 1;
        var step = from < json.Length ? json[from..].IndexOf((byte)'\\') : -1;
        return step < 0 ? -1 : from + step;
    }

    private static char? CodeUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength
        && json[0] == '\\'
        && json[1] == 'u'
        && ushort.TryParse(
            json[2..EscapeLength],
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? (char)unit
            : null;
}
