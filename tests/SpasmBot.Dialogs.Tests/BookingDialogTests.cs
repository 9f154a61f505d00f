using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

public sealed class BookingDialogTests
{
    [Fact]
    public async Task Booking_Complete_IsStoredWithAReferenceAndTheAgreement()
    {
        var chat = await AfterTheAnswerAsync();
        await chat.TickAsync("book");
        Assert.Equal("slot", chat.Question!.Kind);
        await chat.TickAsync("monday", "thursday", "late");
        await chat.FillInAsync(("name", "Thandi M"), ("email", "thandi@example.com"));
        Assert.Equal("booking.consent", chat.Open);

        await chat.YesAsync();

        var booking = chat.Events.Single(reported => reported.Name == "booking.requested");
        Assert.Equal(
            ["Monday", "Thursday", "After 15:00"],
            booking.Value.GetProperty("preferredTimes").EnumerateArray().Select(time => time.GetString())
        );
        Assert.Equal(
            ("Thandi M", "thandi@example.com", null, "self-care"),
            (booking["name"], booking["email"], booking["phone"], booking["disposition"])
        );
        Assert.Equal(
            chat.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            booking.Value.GetProperty("consentedAt").GetInt64()
        );
        var done = chat.Last.Single(said => said.Find("booking") is not null);
        Assert.Equal(booking["reference"], done.Find("booking")!.Value.GetProperty("reference").GetString());
        Assert.Contains(booking["reference"]!, done.Words, StringComparison.Ordinal);
        Assert.Contains("This is not yet an appointment.", done.Words, StringComparison.Ordinal);
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task Booking_WithoutACheck_HasNoDisposition()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("book");
        await chat.TickAsync("friday");
        await chat.FillInAsync(("name", "Sam"), ("phone", "021 555 0123"));

        await chat.YesAsync();

        var booking = chat.Events.Single();
        Assert.Null(booking["disposition"]);
        Assert.Equal("+27215550123", booking["phone"]);
    }

    [Fact]
    public async Task Booking_NoAgreement_SendsNothing()
    {
        var chat = await AfterTheAnswerAsync();
        await chat.TickAsync("book");
        await chat.TickAsync("monday");
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));

        await chat.NoAsync();

        Assert.Contains("That is fine. Nothing was sent.", chat.LastText, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Events, reported => reported.Name == "booking.requested");
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task Booking_TimesSkipped_LeavesTheTimeToTheDesk()
    {
        var chat = await AfterTheAnswerAsync();
        await chat.TickAsync("book");

        await chat.SkipAsync();
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));
        await chat.YesAsync();

        var booking = chat.Events.Single(reported => reported.Name == "booking.requested");
        Assert.Empty(booking.Value.GetProperty("preferredTimes").EnumerateArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Booking_ContactOrAgreementSkipped_SendsNothing(int screens)
    {
        var chat = await AfterTheAnswerAsync();
        await chat.TickAsync("book");
        await chat.TickAsync("monday");
        if (screens == 2)
        {
            await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));
        }

        await chat.SkipAsync();

        Assert.Contains("Nothing was sent.", chat.LastText, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Events, reported => reported.Name == "booking.requested");
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task Booking_EachRequest_HasItsOwnReference()
    {
        var chat = await AfterTheAnswerAsync();
        for (var i = 0; i < 2; i++)
        {
            await chat.TickAsync("book");
            await chat.TickAsync("monday");
            await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));
            await chat.YesAsync();
        }

        Assert.Equal(
            2,
            chat.Events.Where(reported => reported.Name == "booking.requested")
                .Select(b => b["reference"])
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public async Task CancelMyBooking_AfterARequest_LeadsToItsPageAndAsksTheOpenQuestionAgain()
    {
        var chat = await AfterTheAnswerAsync();
        await chat.TickAsync("book");
        await chat.TickAsync("monday");
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));
        await chat.YesAsync();
        var reference = chat.Events.Single(reported => reported.Name == "booking.requested")["reference"];
        Assert.Contains($"\n/enquiry/{reference}", chat.LastText, StringComparison.Ordinal);

        await chat.SayAsync("I need to cancel my appointment");

        Assert.Contains($"\n/enquiry/{reference}\n", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task ChangeMyBooking_InTheMiddleOfACheck_LeadsToThePageAndForgetsNothing()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.NoneAsync();
        var open = chat.Open;

        await chat.SayAsync("can I change my booking?");

        Assert.Contains("You have sent no request in this chat.", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("\n/enquiry\n", chat.LastText, StringComparison.Ordinal);
        Assert.Equal(open, chat.Open);
    }

    [Fact]
    public async Task CancelMyBooking_InAnEmergency_ComesAfterIt()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");

        await chat.SayAsync("cancel my booking");

        Assert.Contains("Please get help first.", chat.LastText, StringComparison.Ordinal);
        Assert.DoesNotContain("/enquiry", chat.LastText, StringComparison.Ordinal);
    }

    private static async Task<Chat> AfterTheAnswerAsync()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        return chat;
    }
}
