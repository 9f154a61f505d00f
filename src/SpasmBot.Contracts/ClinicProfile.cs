namespace SpasmBot.Contracts;

/// <summary>Who the bot speaks for: names, numbers and hours of one clinic, from the settings <c>Clinic:*</c>.</summary>
public sealed record ClinicProfile
{
    public ClinicId Id { get; init; } = ClinicId.Default;

    /// <summary>The clinic's name as people know it.</summary>
    public string Name { get; init; } = "Bergview Physiotherapy";

    /// <summary>A sentence of the clinic's own that every conversation begins with, before the bot says who it is; null for none.</summary>
    public string? Greeting { get; init; }

    /// <summary>The desk's number, as it is dialled.</summary>
    public string ReceptionPhone { get; init; } = "021 555 0100";

    /// <summary>Ambulance numbers, the first to call first (South Africa: 10177, 112 from a mobile).</summary>
    public IReadOnlyList<PhoneData> AmbulanceNumbers { get; init; } =
    [new("Ambulance", "10177"), new("From a mobile", "112")];

    /// <summary>Lines for thoughts of self-harm.</summary>
    public IReadOnlyList<PhoneData> CrisisLines { get; init; } =
    [new("Suicide Crisis Helpline", "0800 567 567"), new("LifeLine", "0861 322 322")];

    /// <summary>Lines for people who are not safe at home.</summary>
    public IReadOnlyList<PhoneData> SafetyLines { get; init; } =
    [new("Gender-Based Violence Command Centre", "0800 428 428"), new("Police", "10111")];

    /// <summary>Where the privacy notice is.</summary>
    public string PrivacyUrl { get; init; } = "/privacy";

    /// <summary>Where the server is reached from outside, without a slash at the end; null when that is not known.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>IANA time zone in which dates and hours are meant.</summary>
    public string TimeZone { get; init; } = "Africa/Johannesburg";

    /// <summary>Two-letter country in which phone numbers without a country code are read.</summary>
    public string Region { get; init; } = "ZA";

    /// <summary>When the desk is staffed; days that are missing are closed.</summary>
    public IReadOnlyList<OpeningHours> Hours { get; init; } =
    [
        .. new[]
        {
            DayOfWeek.Monday,
            DayOfWeek.Tuesday,
            DayOfWeek.Wednesday,
            DayOfWeek.Thursday,
            DayOfWeek.Friday,
        }.Select(day => new OpeningHours(day, new TimeOnly(8, 0), new TimeOnly(17, 0))),
    ];

    /// <summary>Accent colour, as #rrggbb.</summary>
    public string AccentColour { get; init; } = "#00695c";

    /// <summary>The page on which a booking request is seen, changed or cancelled: an address, or a path when there is no <see cref="PublicUrl"/>.</summary>
    /// <param name="reference">Filled in there already; null leaves it to be typed.</param>
    public string EnquiryUrl(string? reference = null) =>
        reference is null ? $"{PublicUrl}/enquiry" : $"{PublicUrl}/enquiry/{reference}";
}

/// <summary>One stretch of a day in which the desk is staffed, in the clinic's time zone.</summary>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);
