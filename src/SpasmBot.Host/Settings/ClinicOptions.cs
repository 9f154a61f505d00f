using System.Globalization;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Settings;

/// <summary>Settings under <c>Clinic</c>; what is left out keeps the default of <see cref="ClinicProfile"/>.</summary>
public sealed record ClinicOptions
{
    public const string Section = "Clinic";

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Greeting { get; init; }

    public string? ReceptionPhone { get; init; }

    // Null when nothing is set: the configuration binder would add to a list that has a default.
    public IReadOnlyList<PhoneOptions>? AmbulanceNumbers { get; init; }

    public IReadOnlyList<PhoneOptions>? CrisisLines { get; init; }

    public IReadOnlyList<PhoneOptions>? SafetyLines { get; init; }

    public string? PrivacyUrl { get; init; }

    public string? PublicUrl { get; init; }

    public string? TimeZone { get; init; }

    public string? Region { get; init; }

    public IReadOnlyList<HoursOptions>? Hours { get; init; }

    public string? AccentColour { get; init; }

    /// <summary>The clinic that these settings describe. They must have been validated.</summary>
    public ClinicProfile ToProfile()
    {
        var standard = new ClinicProfile();
        return new ClinicProfile
        {
            Id = Id is null ? standard.Id : new ClinicId(Id),
            Name = Name ?? standard.Name,
            Greeting = Greeting,
            ReceptionPhone = ReceptionPhone ?? standard.ReceptionPhone,
            AmbulanceNumbers = Phones(AmbulanceNumbers) ?? standard.AmbulanceNumbers,
            CrisisLines = Phones(CrisisLines) ?? standard.CrisisLines,
            SafetyLines = Phones(SafetyLines) ?? standard.SafetyLines,
            // Other sites show it too, where a path would lead astray.
            PrivacyUrl = PrivacyUrl ?? $"{PublicUrl}{standard.PrivacyUrl}",
            PublicUrl = PublicUrl,
            TimeZone = TimeZone ?? standard.TimeZone,
            Region = Region ?? standard.Region,
            Hours = Hours is null ? standard.Hours : [.. Hours.Select(h => h.ToHours()!)],
            AccentColour = AccentColour ?? standard.AccentColour,
        };
    }

    private static IReadOnlyList<PhoneData>? Phones(IReadOnlyList<PhoneOptions>? phones) =>
        phones is null ? null : [.. phones.Select(p => new PhoneData(p.Label!, p.Number!))];
}

/// <summary>A number to call, with what it is.</summary>
public sealed record PhoneOptions
{
    public string? Label { get; init; }

    public string? Number { get; init; }
}

/// <summary>One stretch of a day in which the desk is staffed.</summary>
public sealed record HoursOptions
{
    // Texts, because the configuration binder drops an element of a list in silence when part of it cannot be read.

    /// <summary>A day in English, <c>Monday</c>.</summary>
    public string? Day { get; init; }

    /// <summary>A time of day, <c>08:00</c>.</summary>
    public string? Opens { get; init; }

    /// <summary>A time of day after <see cref="Opens"/>.</summary>
    public string? Closes { get; init; }

    /// <summary>The hours; null when the day or a time is none, or it closes before it opens.</summary>
    public OpeningHours? ToHours() =>
        Enum.TryParse<DayOfWeek>(Day, ignoreCase: true, out var day)
        && Enum.IsDefined(day)
        && TimeOf(Opens) is { } opens
        && TimeOf(Closes) is { } closes
        && opens < closes
            ? new OpeningHours(day, opens, closes)
            : null;

    private static TimeOnly? TimeOf(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
