using SpasmBot.Contracts;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Previews;

/// <summary>What somebody tries on the page: texts as they were typed, none of them saved.</summary>
/// <param name="Ambulance">A name and a number on each line.</param>
/// <param name="Hours">A day and two times on each line.</param>
public sealed record PreviewForm(
    string Name,
    string Colour,
    string Logo,
    string Phone,
    string Ambulance,
    string Hours,
    string Greeting
)
{
    private static readonly char[] Breaks = [' ', ',', '-', '–'];

    /// <summary>What the server runs with.</summary>
    public static PreviewForm Of(ClinicProfile clinic, WidgetSettings widget) =>
        new(
            clinic.Name,
            clinic.AccentColour,
            widget.LogoUrl ?? "",
            clinic.ReceptionPhone,
            string.Join('\n', clinic.AmbulanceNumbers.Select(phone => $"{phone.Label} {phone.Number}")),
            string.Join('\n', clinic.Hours.Select(open => $"{open.Day} {open.Opens:HH\\:mm} {open.Closes:HH\\:mm}")),
            clinic.Greeting ?? ""
        );

    /// <summary>What was sent; what was not is as the server runs.</summary>
    public static PreviewForm From(IQueryCollection sent, PreviewForm running)
    {
        return new(
            Sent("name", running.Name),
            Sent("colour", running.Colour),
            Sent("logo", running.Logo),
            Sent("phone", running.Phone),
            Sent("ambulance", running.Ambulance),
            Sent("hours", running.Hours),
            Sent("greeting", running.Greeting)
        );

        string Sent(string field, string otherwise) =>
            sent.TryGetValue(field, out var text) ? text.ToString().ReplaceLineEndings("\n").Trim() : otherwise;
    }

    /// <summary>The same as a query.</summary>
    public QueryString ToQuery() =>
        QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["name"] = Name,
                ["colour"] = Colour,
                ["logo"] = Logo,
                ["phone"] = Phone,
                ["ambulance"] = Ambulance,
                ["hours"] = Hours,
                ["greeting"] = Greeting,
            }
        );

    /// <summary>The settings that say this; those that the form does not hold are left out.</summary>
    public ClinicOptions ToOptions() =>
        new()
        {
            Name = Name,
            AccentColour = Colour,
            ReceptionPhone = Phone,
            AmbulanceNumbers = [.. Lines(Ambulance).Select(PhoneIn)],
            Hours = [.. Lines(Hours).Select(HoursIn)],
            Greeting = Greeting.Length == 0 ? null : Greeting,
        };

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The number is all at the end that can be dialled.</summary>
    private static PhoneOptions PhoneIn(string line)
    {
        var label = line.TrimEnd("+0123456789 ".ToCharArray());
        return new() { Label = label.Trim(), Number = line[label.Length..].Trim() };
    }

    private static HoursOptions HoursIn(string line)
    {
        var parts = line.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        return parts is [var day, var opens, var closes]
            ? new()
            {
                Day = day,
                Opens = opens,
                Closes = closes,
            }
            : new() { Day = line };
    }
}
