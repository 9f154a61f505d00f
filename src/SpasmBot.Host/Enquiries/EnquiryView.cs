using SpasmBot.Storage.Rows;

namespace SpasmBot.Host.Enquiries;

/// <summary>What the page shows.</summary>
public sealed record EnquiryView
{
    /// <summary>The name of the form field against forged requests, and its value.</summary>
    public (string Name, string Value) Guard { get; init; }

    /// <summary>What has just happened, as a sentence; null when nothing has.</summary>
    public string? Notice { get; init; }

    /// <summary>What went wrong, as a sentence; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The reference as it was typed or came with the address.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The request; null while it is not known who is asking.</summary>
    public ShownRequest? Request { get; init; }
}

/// <summary>A request that is shown to the person who made it.</summary>
/// <param name="Row">As it stands now.</param>
/// <param name="Ticket">Lets the forms of the page change it.</param>
/// <param name="Times">What the form holds.</param>
/// <param name="Contact">What the form holds, by field id.</param>
/// <param name="Errors">What was wrong with a field, by its id.</param>
/// <param name="Phones">How numbers are written here.</param>
public sealed record ShownRequest(
    BookingRow Row,
    string Ticket,
    PreferredTimes Times,
    IReadOnlyDictionary<string, string> Contact,
    IReadOnlyDictionary<string, string> Errors,
    LocalPhones Phones
);
