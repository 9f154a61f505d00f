using SpasmBot.Contracts;

namespace SpasmBot.Host.Copies;

/// <summary>What stands around the answer on paper: whose it is and how to reach them. Texts are printable already.</summary>
internal sealed record Letterhead
{
    public required string Clinic { get; init; }

    public required string Phone { get; init; }

    /// <summary>One line each; empty when the clinic has set none.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>What this is, and of when.</summary>
    public required string Title { get; init; }

    /// <summary>The reference with its label; null when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>How the booking request is changed; null when there is none.</summary>
    public BookingNote? Booking { get; init; }

    /// <summary>The word before the sources.</summary>
    public required string Sources { get; init; }

    /// <summary>What stands at the foot of every page.</summary>
    public required string Foot { get; init; }

    /// <summary>"Page 1 of 2".</summary>
    public required Func<int, int, string> PageOf { get; init; }
}

/// <summary>Where a booking request is seen, changed or cancelled.</summary>
/// <param name="Code">Leads to the same page as the address in the text.</param>
internal sealed record BookingNote(string Heading, string Text, QrCode Code);
