namespace SpasmBot.Contracts;

/// <summary>
/// Names of the event activities by which a dialog reports what must be stored beside the conversation. Their
/// <c>value</c> is the record named; they are committed with the turn and never delivered to the person.
/// </summary>
public static class EventNames
{
    /// <summary>Carries an <see cref="Enquiry"/>.</summary>
    public const string EnquiryCreated = "enquiry.created";

    /// <summary>Carries a <see cref="BookingRequest"/>.</summary>
    public const string BookingRequested = "booking.requested";

    /// <summary>Carries an <see cref="Alert"/>.</summary>
    public const string AlertRaised = "alert.raised";

    /// <summary>Carries an <see cref="AssessmentMade"/>.</summary>
    public const string AssessmentMade = "assessment.made";

    /// <summary>Asks for the conversation to be deleted after this turn; carries nothing.</summary>
    public const string ForgetRequested = "forget.requested";
}
