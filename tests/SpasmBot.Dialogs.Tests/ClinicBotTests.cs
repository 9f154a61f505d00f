using SpasmBot.Contracts;
using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

public sealed class ClinicBotTests
{
    [Fact]
    public async Task Greeting_SaysThatItIsABotWhoseItIsAndWhatItDoesNotDo()
    {
        var chat = await Chat.StartAsync();

        Assert.Contains("I am a bot at Bergview Physiotherapy", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("I ask about upper back muscle spasm", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("I name no illness", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("I am no doctor", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeting_OfAClinicWithFirstWords_StillSaysThatItIsABot()
    {
        var chat = await Chat.StartAsync(new ClinicProfile { Greeting = "Welcome {you}." });

        Assert.StartsWith("Welcome {you}.\n\nHello. I am a bot at", chat.Last[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeting_GivesTheEmergencyNumbersPrivacyAndTheWayToAPersonAtOnce()
    {
        var chat = await Chat.StartAsync();

        Assert.Contains("Emergency? Call 10177 / 112.", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("/privacy", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("type \"person\" or call 021 555 0100", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeting_IsShortEnoughForThePhoneThatShowsTheMenuBelow()
    {
        var chat = await Chat.StartAsync();

        var greeting = chat
            .Last.Where(said => said.Text("question") is null)
            .SelectMany(said => Readability.Words(said.Words));
        Assert.InRange(greeting.Count(), 1, 55);
    }

    [Fact]
    public async Task Greeting_EndsWithTheMenu()
    {
        var chat = await Chat.StartAsync();

        Assert.Equal("menu", chat.Open);
        Assert.Equal(["check", "ask", "book", "person"], chat.Question!.OptionIds);
        Assert.Equal(chat.Question.Options.Select(option => option.Title), chat.Question.Buttons);
    }

    [Fact]
    public async Task Greeting_SamePersonOpensThePageAgain_IsNotSaidTwice()
    {
        var chat = await Chat.StartAsync();

        await chat.OpenAsync();

        Assert.Empty(chat.Last);
    }

    [Fact]
    public async Task FirstMessage_ClientNeverSaidItWasThere_GreetsAndHearsIt()
    {
        var chat = Chat.Unopened();

        await chat.SendAsync(new { command = "help" });

        Assert.Contains("I am a bot", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("Tap an answer", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("menu", chat.Open);
    }

    [Fact]
    public async Task Turn_AnythingButAMessage_IsNotAnAnswer()
    {
        var chat = await Chat.StartCheckAsync();

        await chat.SendAsync(new Activity(ActivityTypes.Typing));
        await chat.SendAsync(new Activity(ActivityTypes.Event) { Name = "something" });

        Assert.Empty(chat.Last);
        await chat.SkipAsync();
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Question_CarriesTheClinicItsWhyAndWhatItSettles()
    {
        var chat = await Chat.AtSignsAsync();

        Assert.Equal("default", chat.Question!.Text("clinic"));
        Assert.Equal("multi", chat.Question.Kind);
        Assert.Contains("ambulance", chat.Question.Text("why"), StringComparison.Ordinal);
        Assert.Equal(
            chat.Question.OptionIds,
            chat.Question.Find("findings")!.Value.EnumerateArray().Select(finding => finding.GetString())
        );
        Assert.True(chat.Question.Is("none"));
        Assert.True(chat.Question.Is("unsure"));
        Assert.False(chat.Question.Is("optional"));
    }

    [Fact]
    public async Task Clinic_OtherProfile_SpeaksForThatClinic()
    {
        var clinic = new ClinicProfile
        {
            Name = "Hillside Physio",
            ReceptionPhone = "011 555 0199",
            AmbulanceNumbers = [new("Ambulance", "999")],
        };

        var chat = await Chat.StartAsync(clinic);

        Assert.Contains("I am a bot at Hillside Physio", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("011 555 0199", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("Call 999", chat.LastText, StringComparison.Ordinal);
    }
}
