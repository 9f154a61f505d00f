using SpasmBot.Clinical;
using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Symptoms told in words when something else was asked, or after the answer: they are noted and they count.</summary>
public sealed class LaterSymptomsTests
{
    [Fact]
    public async Task Symptoms_AfterTheAnswer_ChangeIt()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        Assert.Equal("self-care", chat.Disposition);

        await chat.SayAsync("I have a fever now and feel unwell");

        Assert.Contains("I have noted: ", chat.LastText, StringComparison.Ordinal);
        var check = await chat.CheckAsync();
        Assert.Equal(Presence.Present, check.Findings["fever"]);
        await Patient.With("at-between-blades", "fever").GoThroughAsync(chat);
        Assert.Equal(check.Assessment.Disposition, chat.Disposition);
        Assert.NotEqual("self-care", chat.Disposition);
    }

    [Fact]
    public async Task Symptoms_AtAnotherQuestion_AreNotedAndTheQuestionIsAskedAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "pain.severity");

        await chat.SayAsync("it wakes me at night and I have lost a lot of weight");

        Assert.Equal("pain.severity", chat.Open);
        Assert.Contains("I have noted: ", chat.LastText, StringComparison.Ordinal);
        Assert.Equal(Presence.Present, (await chat.CheckAsync()).Findings["weight-loss"]);
    }

    [Fact]
    public async Task Symptoms_AtAnotherQuestion_AreNotAskedAfterwards()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "pain.severity");

        await chat.SayAsync("I have a fever");
        await Patient.With("fever").GoToAsync(chat, "health.general");

        Assert.DoesNotContain("fever", chat.Question!.OptionIds);
    }

    [Fact]
    public async Task Symptoms_SaidToBeAbsent_DoNotTakeASignBack()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("fever").GoToAsync(chat, "symptoms.chest");

        await chat.SayAsync("I have no fever but I am losing weight");

        Assert.Equal(Presence.Present, (await chat.CheckAsync()).Findings["fever"]);
    }

    [Fact]
    public async Task Symptoms_TakenBackWithBack_NoLongerCount()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "pain.severity");
        await chat.SayAsync("I have a fever");

        await chat.CommandAsync("back");

        Assert.Null((await chat.CheckAsync()).Findings["fever"]);
        Assert.Equal("pain.severity", chat.Open);
    }
}
