using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>A new article is a folder: another protocol runs through the same dialogs.</summary>
public sealed class TinyProtocolTests
{
    [Fact]
    public async Task Check_AnsweredByTaps_EndsInTheAnswerOfThatProtocol()
    {
        var chat = await AtSignsAsync();
        Assert.Equal("emergency-signs.1", chat.Open);
        await chat.NoneAsync();
        await chat.NumberAsync(3);
        await chat.TickAsync("came-slowly");
        await chat.TickAsync("gives-way", "worse-stairs");

        Assert.Equal("physio", chat.Disposition);
        Assert.Equal("k1", chat.Assessment!.Value.GetProperty("protocolVersion").GetString());
        var answer = chat.Last.Single(said => said.Find("answer") is not null);
        Assert.Equal(
            ["when", "why", "do", "do-not", "worse", "recovery", "safety-net", "told", "note"],
            answer.Sections
        );
        Assert.StartsWith("Book a knee visit.", answer.Words, StringComparison.Ordinal);
        Assert.Contains("(You told us: The knee gives way.)", answer.Words, StringComparison.Ordinal);
        Assert.Equal(["book", "person", "copy", "ask", "restart"], chat.Question!.OptionIds);
    }

    [Fact]
    public async Task Check_Typed_EndsInTheAnswerOfThatProtocol()
    {
        var chat = await AtSignsAsync();
        foreach (var said in new[] { "none", "two days", "with a fall", "swollen" })
        {
            await chat.SayAsync(said);
        }

        Assert.Equal("doctor-today", chat.Disposition);
    }

    [Fact]
    public async Task Emergency_Ticked_IsShownInTheSameTurn()
    {
        var chat = await AtSignsAsync();

        await chat.TickAsync("foot-cold");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.Contains("Lie down with the leg flat.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task Emergency_ToldAtTheMenu_AsksOnlyWhatCouldRaiseIt()
    {
        var chat = await StartAsync();

        await chat.SayAsync("My knee is hot and red and I have a fever");

        Assert.Equal("emergency", chat.Disposition);
        Assert.Equal("emergency-signs.more", chat.Open);
        Assert.Equal(["foot-cold"], chat.Question!.OptionIds);
        await chat.TickAsync("foot-cold");
        Assert.Equal("ambulance", chat.Disposition);
    }

    [Theory]
    [InlineData("emergency-signs.1")]
    [InlineData("onset.how")]
    [InlineData("pain.knee")]
    public async Task Emergency_TypedAtAnyQuestion_IsShownInTheSameTurn(string question)
    {
        var chat = await AtSignsAsync();
        await new Patient { OnsetDays = 3 }.GoToAsync(chat, question);

        await chat.SayAsync("help, my foot is cold and white");

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Mistake_SignIsAskedPreciselyAndTheCheckGoesOn()
    {
        var chat = await AtSignsAsync();
        await chat.TickAsync("foot-cold");

        await chat.CommandAsync("mistake");
        Assert.Contains("Has the foot below the knee turned cold", chat.LastText, StringComparison.Ordinal);
        await chat.NoAsync();

        Assert.Equal("onset.when", chat.Open);
    }

    [Fact]
    public async Task Back_OneAnswer_AsksItAgain()
    {
        var chat = await AtSignsAsync();
        await chat.NoneAsync();
        await chat.NumberAsync(3);

        await chat.SayAsync("back");

        Assert.Equal("onset.when", chat.Open);
        await chat.NumberAsync(20);
        Assert.Equal("onset.how", chat.Open);
    }

    [Fact]
    public async Task OwnWords_WhatTheySayIsShownBackAndNotAskedAgain()
    {
        var chat = await StartAsync();
        await chat.BeginCheckAsync();

        await chat.SayAsync("I fell on my knee two weeks ago. Now it gives way.");
        Assert.Equal("own-words.confirm", chat.Open);
        Assert.Equal(["after-fall", "gives-way", "onsetDays"], chat.Question!.Selected.Order());
        await chat.SayAsync("yes");

        Assert.Equal("emergency-signs.1", chat.Open);
        await chat.NoneAsync();
        Assert.Equal("pain.knee", chat.Open);
        Assert.Equal(["knee-swollen", "worse-stairs"], chat.Question!.OptionIds);
        await chat.NoneAsync();
        Assert.Equal("physio", chat.Disposition);
        Assert.Contains("It could also be a torn ligament.", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_SpeakOfThatTopicAndOfNoOther()
    {
        var chat = await AtSignsAsync();
        Assert.Contains("I ask about sore knee", chat.Transcript.ToString(), StringComparison.Ordinal);
        await new Patient { OnsetDays = 3 }.GoThroughAsync(chat);
        await chat.TickAsync("ask");
        await chat.SayAsync("Who won the cup?");

        Assert.DoesNotContain("upper back", chat.Transcript.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("spasm", chat.Transcript.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{", chat.Last[^1].Words, StringComparison.Ordinal);
    }

    private static Task<Chat> StartAsync() => Chat.StartAsync(parts: TinyProtocol.Parts);

    private static async Task<Chat> AtSignsAsync()
    {
        var chat = await StartAsync();
        await chat.BeginCheckAsync();
        await chat.SkipAsync();
        return chat;
    }
}
