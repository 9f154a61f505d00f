using System.Globalization;
using System.Text.Json;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Copies;

/// <summary>The last answer of a conversation as it was shown, read from the transcript and from nothing else.</summary>
/// <param name="Emergency">Null when the answer is none.</param>
/// <param name="At">When it was shown.</param>
/// <param name="Reference">What the person was given to quote for a booking; null when none was asked for.</param>
internal sealed record ShownAnswer(AnswerData Answer, EmergencyData? Emergency, DateTimeOffset At, string? Reference)
{
    /// <summary>False in a crisis: then nothing is to be left behind on this device.</summary>
    public bool MayBeKept => Emergency is not { QuickExit: true };

    /// <summary>Reads a transcript from its start; null when no answer was shown yet.</summary>
    public static ShownAnswer? In(IEnumerable<SequencedActivity> transcript)
    {
        ShownAnswer? shown = null;
        string? reference = null;
        foreach (var activity in transcript)
        {
            using var json = JsonDocument.Parse(activity.ActivityJson);
            if (DataOf(json.RootElement) is not { } data)
                continue;
            reference = data.Booking?.Reference ?? reference;
            if (data.Answer is { } answer && data.Copy is not true)
                shown = new(answer, data.Emergency, TimeOf(json.RootElement), Reference: null);
        }
        return shown is null ? null : shown with { Reference = reference };
    }

    /// <summary>What the bot said as data; null for what a person sent, whatever it looks like.</summary>
    private static SpasmBotData? DataOf(JsonElement activity)
    {
        try
        {
            return
                IsFromBot(activity)
                && Child(activity, "channelData") is { } channelData
                && Child(channelData, "spasmbot") is { } data
                ? data.Deserialize<SpasmBotData>(JsonSerializerOptions.Web)
                : null;
        }
        catch (JsonException)
        {
            // Written by an older version in another shape.
            return null;
        }
    }

    private static bool IsFromBot(JsonElement activity) =>
        Child(activity, "from") is { } from
        && from.TryGetProperty("role", out var role)
        && role.ValueKind == JsonValueKind.String
        && role.GetString() == "bot";

    private static JsonElement? Child(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object ? child : null;

    private static DateTimeOffset TimeOf(JsonElement activity) =>
        DateTimeOffset.Parse(activity.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture);
}
