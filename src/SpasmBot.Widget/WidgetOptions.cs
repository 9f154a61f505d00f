namespace SpasmBot.Widget;

/// <summary>What the pages say and look like for one clinic. Every text is shown as text, never as markup.</summary>
public sealed record WidgetOptions
{
    /// <summary>The name people know the clinic by.</summary>
    public string ClinicName { get; init; } = "Oak Lane Physiotherapy";

    /// <summary>The telephone number of reception, as people write it.</summary>
    public string Phone { get; init; } = "021 555 0134";

    /// <summary>The number of the ambulance, as people dial it.</summary>
    public string EmergencyNumber { get; init; } = "10177";

    /// <summary>Where the clinic is, one line each.</summary>
    public IReadOnlyList<string> Address { get; init; } = ["12 Oak Lane", "Rosebank, Cape Town"];

    /// <summary>When the clinic is open, one line each.</summary>
    public IReadOnlyList<string> OpeningHours { get; init; } =
    ["Monday to Friday, 7:30 to 18:00", "Saturday, 8:00 to 12:00"];

    /// <summary>The brand colour as <c>#rrggbb</c>; darkened or lightened until text on it and in it can be read.</summary>
    public string Accent { get; init; } = "#0f6672";

    /// <summary>A square logo, or null for the first letter of the name.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Language of the pages and of the conversation, a BCP 47 tag.</summary>
    public string Language { get; init; } = "en-ZA";

    /// <summary>Where the clinic says what it does with what people tell it.</summary>
    public string PrivacyUrl { get; init; } = "/privacy";

    /// <summary>Where a booking request is seen, changed or cancelled; with <c>/</c> and a reference behind it, that one.</summary>
    public string EnquiryUrl { get; init; } = "/enquiry";

    /// <summary>How many days a conversation is kept, as the privacy page says it.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>The page that closing the chat leads to when it fills the window.</summary>
    public string HomeUrl { get; init; } = "/";

    /// <summary>An everyday page that "Leave this page now" leads to.</summary>
    public string QuickExitUrl { get; init; } = "https://www.google.com/";

    /// <summary>The sites that may show the chat in a frame, as <c>https://www.example.com</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether the site around the chat is told the result of a check, and not only that it is finished.</summary>
    public bool SharesDisposition { get; init; }

    /// <summary>Where Direct Line is served, without a slash at the end.</summary>
    public string DirectLineUrl { get; init; } = "/v3/directline";
}
