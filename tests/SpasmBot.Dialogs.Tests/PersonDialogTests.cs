using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

public sealed class PersonDialogTests
{
    [Fact]
    public async Task Person_GivesTheNumberAndTheHoursBeforeItAsks()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.CommandAsync("person");

        Assert.Contains("You can call us on 021 555 0100.", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("Our desk is closed now.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("person.contact", chat.Open);
        Assert.Equal(["name", "phone", "email", "when"], chat.Question!.Fields.Keys);
    }

    [Fact]
    public async Task Person_DetailsLeft_AreAnEnquiryAndAnAlert()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.CommandAsync("person");

        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"), ("when", "after four"));

        Assert.Equal(["enquiry.created", "alert.raised"], chat.Events.Select(reported => reported.Name));
        Assert.Equal(
            ("person", "Thandi", "+27825550100", "after four", null),
            (
                chat.Events[0]["reason"],
                chat.Events[0]["name"],
                chat.Events[0]["phone"],
                chat.Events[0]["whenToCall"],
                chat.Events[0]["disposition"]
            )
        );
        Assert.Equal("person", chat.Events[1]["kind"]);
        Assert.Equal("waiting", chat.Last.Select(said => said.Text("handoff")).First(handoff => handoff is not null));
    }

    [Fact]
    public async Task Person_InTheMiddleOfACheck_GoesOnWhereItWas()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoToAsync(chat, "pain.severity");
        await chat.CommandAsync("person");

        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));

        Assert.Equal("pain.severity", chat.Open);
    }

    [Fact]
    public async Task Person_Skipped_TellsTheNumberAndGoesOn()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.CommandAsync("person");

        await chat.SkipAsync();

        Assert.Contains("That is fine. You can call us on 021 555 0100.", chat.LastText, StringComparison.Ordinal);
        Assert.Empty(chat.Events);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Person_UnderAnEmergency_IsStillPossibleAndTheEmergencyStays()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");

        await chat.CommandAsync("person");
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));

        Assert.Equal("ambulance", chat.Events.Single(r => r.Name == "enquiry.created")["disposition"]);
        Assert.True((await chat.CheckAsync()).IsEmergency);
        Assert.Contains("Get help", chat.LastText, StringComparison.OrdinalIgnoreCase);
    }
}
