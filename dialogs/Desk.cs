using System.Globalization;
using SpasmBot.Contracts;

namespace SpasmBot.Dialogs;

/// <summary>What can truthfully be said of the reception desk: its number, and whether it is staffed now.</summary>
public static class Desk
{
    /// <summary>Fills the clinic's name, its numbers, the topic and whether the desk is open into a text.</summary>
    public static string Fill(
        BotParts parts,
        string text,
        string? forWhom = null,
        params ReadOnlySpan<(string Name, string Value)> values
    )
    {
        var clinic = parts.Clinic;
        var filled = parts.Words.Fill(text, forWhom, values);
        return parts.Words.Fill(
            filled,
            forWhom,
            ("clinic", clinic.Name),
            ("topic", parts.Topic),
            ("phone", clinic.ReceptionPhone),
            ("ambulance", clinic.AmbulanceNumbers[0].Number),
            ("ambulances", string.Join(" / ", clinic.AmbulanceNumbers.Select(phone => phone.Number))),
            ("privacy", clinic.PrivacyUrl),
            ("enquiry", clinic.EnquiryUrl()),
            ("crisis", Numbers(clinic.CrisisLines.Concat(clinic.SafetyLines))),
            ("hours", HoursNow(parts))
        );
    }

    /// <summary>Whether the desk is staffed, and when it opens if it is not.</summary>
    public static string HoursNow(BotParts parts)
    {
        var texts = parts.Words.Messages;
        var now = parts.Now;
        var time = TimeOnly.FromDateTime(now.DateTime);
        var today = parts.Clinic.Hours.Where(hours => hours.Day == now.DayOfWeek).ToList();
        if (today.Find(hours => hours.Opens <= time && time < hours.Closes) is { } open)
        {
            return parts.Words.Fill(texts.DeskOpen, forWhom: null, ("time", Clock(open.Closes)));
        }

        if (today.Find(hours => time < hours.Opens) is { } later)
        {
            return parts.Words.Fill(texts.DeskOpensToday, forWhom: null, ("time", Clock(later.Opens)));
        }

        var next = Enumerable
            .Range(1, 7)
            .SelectMany(days => parts.Clinic.Hours.Where(hours => hours.Day == now.AddDays(days).DayOfWeek))
            .FirstOrDefault();
        return next is null
            ? texts.DeskClosed
            : parts.Words.Fill(
                texts.DeskOpensLater,
                forWhom: null,
                ("day", Day(next.Day)),
                ("time", Clock(next.Opens))
            );
    }

    private static string Numbers(IEnumerable<PhoneData> phones) =>
        string.Join(", ", phones.Select(phone => $"{phone.Label} {phone.Number}"));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DayOfWeek day) => CultureInfo.GetCultureInfo("en-ZA").DateTimeFormat.GetDayName(day);
}
