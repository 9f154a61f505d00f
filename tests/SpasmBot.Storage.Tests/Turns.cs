using SpasmBot.Contracts;

namespace SpasmBot.Storage.Tests;

/// <summary>Turns with everything defaulted that a test does not speak of.</summary>
internal static class Turns
{
    public static ConversationKey Key(string id = "c1", string clinic = "default") => new(new ClinicId(clinic), id);

    public static TurnCommit Start(ConversationKey key) =>
        new()
        {
            Key = key,
            ExpectedVersion = 0,
            Start = new()
            {
                UserId = "dl_ann",
                ChannelId = "directline",
                Locale = "en-ZA",
                ResumeKeyHash = "hash-of-resume-key",
            },
            StateJson = """{"step":"menu"}""",
            ProtocolVersion = "1",
            Replies = [new("greeting", """{"text":"Hello"}""")],
        };

    /// <summary>The person says something and the bot answers once.</summary>
    public static TurnCommit Say(ConversationKey key, long onVersion, string? clientId = null, string text = "ow") =>
        new()
        {
            Key = key,
            ExpectedVersion = onVersion,
            StateJson = $$"""{"turn":{{onVersion}}}""",
            UserActivity = new($"u{onVersion}", $$"""{"text":"{{text}}"}""", clientId),
            Replies = [new($"b{onVersion}", """{"text":"I see"}""")],
        };

    public static BookingRequest Booking(string reference) =>
        new()
        {
            Reference = reference,
            PreferredTimes = ["Monday morning", "Friday after 15:00"],
            Name = "Ann",
            Phone = "+27215550100",
            ConsentedAt = 1,
            Disposition = "physio",
        };

    public static Enquiry CallBack(string disposition = "doctor-today") =>
        new()
        {
            Reason = EnquiryReason.CallBack,
            Disposition = disposition,
            Name = "Ann",
            Phone = "+27215550100",
            Email = "ann@example.org",
            WhenToCall = "after five",
        };

    public static Alert AmbulanceAlert() =>
        new()
        {
            Kind = AlertKind.Ambulance,
            Disposition = "ambulance",
            Summary = ["Pressure in the chest", "Age 61"],
        };

    public static AssessmentMade Assessment() =>
        new()
        {
            Disposition = "physio",
            ProtocolVersion = "1",
            AssessmentJson = """{"disposition":"physio"}""",
            FirstAnswersJson = """{"severity":8}""",
            CorrectedAnswersJson = """{"severity":3}""",
        };

    public static CommitResult.Committed MustCommit(this CommitResult result) =>
        Assert.IsType<CommitResult.Committed>(result);
}
