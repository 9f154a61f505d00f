using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>"I ticked this by mistake": the sign is asked again precisely, and both answers are kept.</summary>
public sealed class MistakeTests
{
    [Fact]
    public async Task Mistake_SignTakenBack_GoesOnWhereItWasAndSaysSo()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");

        await chat.CommandAsync("mistake");
        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
        Assert.Null(chat.Emergency);
        await chat.NoAsync();

        Assert.Equal("emergency-signs.2", chat.Open);
        Assert.Contains("We go on without that sign.", chat.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no I do not have a crushing chest")]
    [InlineData("i dont have crushing chest pain")]
    public async Task Mistake_SaidAsADenial_AsksTheSignAgain(string words)
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");

        await chat.SayAsync(words);

        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
    }

    [Fact]
    public async Task Mistake_LateInTheCheck_GoesOnThereAndAsksNothingTwice()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-ribs", "constant").GoToAsync(chat, "health.general");
        await chat.TickAsync("fever", "night-pain");
        await chat.CommandAsync("mistake");

        await chat.NoAsync();
        while (chat.Open!.StartsWith("emergency-signs.sure", StringComparison.Ordinal))
        {
            await chat.NoAsync();
        }

        Assert.Equal("symptoms.chest", chat.Open);
    }

    [Fact]
    public async Task Mistake_ConfirmedAfterAll_IsStillTheEmergencyInThatTurn()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.CommandAsync("mistake");

        await chat.YesAsync();

        Assert.Equal("ambulance", chat.Emergency!.Value.GetProperty("level").GetString());
        Assert.DoesNotContain("We go on without", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistake_NotSureAfterAll_IsStillTheEmergency()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.CommandAsync("mistake");

        await chat.NotSureAsync();

        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task Mistake_FirstAndCorrectedAnswer_AreBothKeptForStaff()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.CommandAsync("mistake");
        await chat.NoAsync();

        await Patient.With("at-between-blades").GoThroughAsync(chat);

        var made = chat.Events.Last(reported => reported.Name == "assessment.made");
        Assert.Equal("self-care", made["disposition"]);
        Assert.Contains("\"chest-pressure\":2", made["firstAnswersJson"], StringComparison.Ordinal);
        var corrected = made.Json("correctedAnswersJson").EnumerateArray().Select(a => a.ToString()).ToList();
        Assert.Contains(
            corrected,
            answer => answer.Contains("emergency-signs.sure.chest-pressure", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Mistake_SeveralSigns_EachIsAskedAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure", "collapse");

        await chat.CommandAsync("mistake");
        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
        await chat.NoAsync();
        Assert.Equal("emergency-signs.sure.collapse", chat.Open);
        await chat.YesAsync();

        Assert.Equal("ambulance", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task Mistake_BackFromThePreciseQuestion_ShowsTheEmergencyAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.CommandAsync("mistake");

        await chat.CommandAsync("back");

        Assert.NotNull(chat.Emergency);
        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task Mistake_NoEmergency_IsSaidSoAndAsksOn()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.CommandAsync("mistake");

        Assert.Contains("There is no warning sign to take back.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Mistake_ThenTheSameSignAgain_IsAnEmergencyAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.CommandAsync("mistake");
        await chat.NoAsync();
        await Patient.With().GoToAsync(chat, "where");
        await chat.TickAsync("at-chest-front");

        await chat.TickAsync("chest-pressure");

        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task Mistake_AnotherEmergencySignMeanwhile_IsShownInThatTurn()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("breathless");
        await chat.CommandAsync("mistake");

        await chat.ChangeAsync("emergency-signs.1");
        await chat.TickAsync("collapse");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task Mistake_Corrected_AVisitBookedLaterIsNotMarkedAsAnEmergency()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.CommandAsync("mistake");
        await chat.NoAsync();

        await chat.CommandAsync("person");
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));

        Assert.Null(chat.Events.Single(reported => reported.Name == "enquiry.created")["disposition"]);
        Assert.Equal("emergency-signs.2", chat.Open);
    }
}
