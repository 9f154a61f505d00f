using SpasmBot.Contracts;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Forms;

namespace SpasmBot.Dialogs;

/// <summary>Event activities by which a turn says what must be stored beside the conversation.</summary>
internal static class Reports
{
    public static Activity Alert(SymptomCheck check, BotParts parts)
    {
        var kind =
            check.IsCrisis ? AlertKind.Crisis
            : check.Assessment.Disposition == "ambulance" ? AlertKind.Ambulance
            : AlertKind.Emergency;
        var signs = check.EmergencySigns.Select(id => parts.Protocol.FindFinding(id)?.Term ?? id);
        var age = check.Findings.Age is { } years ? [$"{years:0}"] : Array.Empty<string>();
        return Event(
            EventNames.AlertRaised,
            new Alert
            {
                Kind = kind,
                Disposition = check.Assessment.Disposition,
                Summary = [.. age, .. signs],
            }
        );
    }

    /// <summary>Somebody asked for a person.</summary>
    public static Activity PersonAlert(SymptomCheck check) =>
        Event(EventNames.AlertRaised, new Alert { Kind = AlertKind.Person, Disposition = check.State.LastDisposition });

    public static Activity Assessment(SymptomCheck check) =>
        Event(
            EventNames.AssessmentMade,
            new AssessmentMade
            {
                Disposition = check.Assessment.Disposition,
                ProtocolVersion = check.Assessment.ProtocolVersion,
                AssessmentJson = Wire.Json(check.Assessment),
                FirstAnswersJson = Wire.Json(check.FirstAnswers),
                CorrectedAnswersJson = Wire.Json(check.State.Answers),
            }
        );

    public static Activity Enquiry(EnquiryReason reason, ContactDetails contact, SymptomCheck check) =>
        Event(
            EventNames.EnquiryCreated,
            new Enquiry
            {
                Reason = reason,
                Disposition = check.State.LastDisposition,
                Name = contact.Name,
                Phone = contact.Phone,
                Email = contact.Email,
                WhenToCall = contact.When,
            }
        );

    public static Activity Booking(BookingRequest booking) => Event(EventNames.BookingRequested, booking);

    public static Activity Forget() => Event(EventNames.ForgetRequested, new { });

    private static Activity Event<T>(string name, T value)
        where T : notnull => new(ActivityTypes.Event) { Name = name, Value = Wire.Value(value) };
}
