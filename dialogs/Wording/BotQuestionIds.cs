using System.Collections.Frozen;

namespace SpasmBot.Dialogs.Wording;

/// <summary>The ids of the bot's own questions; clients depend on them.</summary>
public static class BotQuestionIds
{
    public const string Menu = "menu";
    public const string ForWhom = "for-whom";
    public const string Age = "age";
    public const string Guardian = "guardian";
    public const string Consent = "consent";
    public const string OwnWords = "own-words";
    public const string OwnWordsConfirm = "own-words.confirm";
    public const string EmergencyContact = "emergency.contact";
    public const string CrisisContact = "crisis.contact";
    public const string Next = "next";
    public const string Ask = "ask";
    public const string Person = "person.contact";
    public const string BookingTimes = "booking.times";
    public const string BookingContact = "booking.contact";
    public const string BookingConsent = "booking.consent";
    public const string Summary = "summary";

    /// <summary>The screen of signs that could turn an emergency into an ambulance; its options are computed.</summary>
    public const string EmergencyMore = "emergency-signs.more";

    /// <summary>Prefix of the precise question about one sign; the finding id follows.</summary>
    public const string PrecisePrefix = "emergency-signs.sure.";

    /// <summary>Every question that <c>questions.yaml</c> must have, and no other.</summary>
    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(
            StringComparer.Ordinal,
            Menu,
            ForWhom,
            Age,
            Guardian,
            Consent,
            OwnWords,
            OwnWordsConfirm,
            EmergencyContact,
            CrisisContact,
            Next,
            Ask,
            Person,
            BookingTimes,
            BookingContact,
            BookingConsent,
            Summary
        );
}
