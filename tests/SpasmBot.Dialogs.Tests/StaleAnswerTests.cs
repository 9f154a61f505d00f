using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Old cards, double taps and two tabs: an answer is never filed under another question.</summary>
public sealed class StaleAnswerTests
{
    [Fact]
    public async Task Answer_ToAQuestionThatIsNoLongerOpen_ChangesNothingAndIsAcknowledged()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.NoneAsync();
        var before = await AnswersAsync(chat);

        await chat.SendAsync(new { question = "age", value = 90 });

        Assert.Contains("Nothing has changed. Here is where we are.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.2", chat.Open);
        Assert.Equal(before, await AnswersAsync(chat));
    }

    [Fact]
    public async Task Answer_DoubleTap_CountsOnce()
    {
        var chat = await Chat.AtSignsAsync();
        var tap = new { question = "emergency-signs.1", none = true };

        await chat.SendAsync(tap);
        await chat.SendAsync(tap);

        Assert.Equal("emergency-signs.2", chat.Open);
        Assert.Single((await chat.CheckAsync()).State.Answers, answer => answer.Question == "emergency-signs.1");
    }

    [Fact]
    public async Task Answer_ToAnUnknownQuestion_ChangesNothing()
    {
        var chat = await Chat.AtSignsAsync();
        var before = await AnswersAsync(chat);

        await chat.SendAsync(new { question = "no-such-question", selected = new[] { "chest-pressure" } });

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.Equal(before, await AnswersAsync(chat));
        Assert.Null(chat.Disposition);
    }

    [Fact]
    public async Task Answer_WhenNothingIsOpen_SaysThatTheQuestionIsClosed()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.SkipAsync();

        await chat.SendAsync(new { question = "emergency-signs.1", none = true });

        Assert.Contains("That question is closed now.", chat.LastText, StringComparison.Ordinal);
        Assert.True((await chat.CheckAsync()).IsEmergency);
    }

    [Fact]
    public async Task Answer_OldMenu_DoesNotLeaveTheCheck()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.SendAsync(new { question = "menu", selected = new[] { "book" } });

        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Answer_FromASecondTab_IsFiledOnce()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "pain.severity");

        await chat.SendAsync(new { question = "pain.severity", value = 3 });
        await chat.SendAsync(new { question = "pain.severity", value = 8 });

        Assert.Equal("pain.course", chat.Open);
        Assert.Equal(3, (await chat.CheckAsync()).Findings.Severity);
    }

    private static async Task<string> AnswersAsync(Chat chat) => Wire.Json((await chat.CheckAsync()).State.Answers);
}
