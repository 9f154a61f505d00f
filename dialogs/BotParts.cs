using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs;

/// <summary>What the conversation is made of; the same for every conversation of a clinic.</summary>
public sealed record BotParts(
    Protocol Protocol,
    LanguagePack Language,
    Words Words,
    ClinicProfile Clinic,
    TimeProvider Time,
    IBookingReferences References
)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(Clinic.TimeZone);

    /// <summary>What the bot knows about, as it stands in a sentence: the protocol's name.</summary>
    public string Topic => char.ToLowerInvariant(Protocol.Name[0]) + Protocol.Name[1..];

    /// <summary>Now, as the clinic's clock shows it.</summary>
    public DateTimeOffset Now => AtClinic(Time.GetUtcNow());

    /// <summary>A moment as the clinic's clock shows it.</summary>
    public DateTimeOffset AtClinic(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    /// <summary>The clinic's date: "3 days ago" counts from it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);
}

/// <summary>Gives booking references. Randomness is injected, and a clash is the store's to find.</summary>
public interface IBookingReferences
{
    /// <summary>A short reference that can be read out on the phone.</summary>
    string Next();
}
