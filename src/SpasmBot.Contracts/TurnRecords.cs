using System.Text.Json.Serialization;

namespace SpasmBot.Contracts;

// What a dialog reports in an event activity (EventNames). Id, clinic, conversation and time are not the dialog's to
// say: the store adds them from the turn they are committed with.

/// <summary>Somebody wants to hear from the clinic.</summary>
public sealed record Enquiry
{
    public required EnquiryReason Reason { get; init; }

    /// <summary>Disposition id of the last assessment (<c>doctor-today</c>); null when nothing was assessed.</summary>
    public string? Disposition { get; init; }

    public string? Name { get; init; }

    /// <summary>In international form, <c>+27…</c>.</summary>
    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>When to call, as the person put it.</summary>
    public string? WhenToCall { get; init; }
}

/// <summary>Why somebody wants to hear from the clinic.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnquiryReason>))]
public enum EnquiryReason
{
    [JsonStringEnumMemberName("call-back")]
    CallBack,

    /// <summary>Asked for a person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>Left a number under an emergency answer.</summary>
    [JsonStringEnumMemberName("emergency-call-back")]
    EmergencyCallBack,
}

/// <summary>Somebody asks for an appointment.</summary>
public sealed record BookingRequest
{
    /// <summary>What the person was given to quote; unique in the clinic.</summary>
    public required string Reference { get; init; }

    /// <summary>Preferred days and times, best first, as the person put them.</summary>
    public required IReadOnlyList<string> PreferredTimes { get; init; }

    public required string Name { get; init; }

    /// <summary>In international form, <c>+27…</c>. Phone or e-mail is there.</summary>
    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>When the person agreed that the clinic may keep and use this, in Unix milliseconds UTC.</summary>
    public required long ConsentedAt { get; init; }

    /// <summary>Disposition id of the last assessment; null when nothing was assessed.</summary>
    public string? Disposition { get; init; }
}

/// <summary>Something reception must see at once.</summary>
public sealed record Alert
{
    public required AlertKind Kind { get; init; }

    /// <summary>Disposition id; null when nothing was assessed.</summary>
    public string? Disposition { get; init; }

    /// <summary>What led to it, one line each, for staff.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];
}

/// <summary>What reception is alerted to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertKind>))]
public enum AlertKind
{
    [JsonStringEnumMemberName("ambulance")]
    Ambulance,

    [JsonStringEnumMemberName("emergency")]
    Emergency,

    /// <summary>Thoughts of self-harm, or not safe at home.</summary>
    [JsonStringEnumMemberName("crisis")]
    Crisis,

    /// <summary>Asked for a person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,
}

/// <summary>An answer was shown: what it was and from which answers, kept for staff and for the record.</summary>
public sealed record AssessmentMade
{
    public required string Disposition { get; init; }

    /// <summary>Version of the protocol that decided.</summary>
    public required string ProtocolVersion { get; init; }

    /// <summary>The assessment as <c>POST /api/assess</c> returns it, as JSON text.</summary>
    public required string AssessmentJson { get; init; }

    /// <summary>Every answer as it was first given, as JSON text.</summary>
    public required string FirstAnswersJson { get; init; }

    /// <summary>The answers that were assessed, corrections made, as JSON text.</summary>
    public required string CorrectedAnswersJson { get; init; }
}
