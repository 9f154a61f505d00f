using System.Text.Json;
using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Whatever a person or a program sends: it is said what is expected, and nothing is lost.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Answer_UnknownOption_IsNotTakenAndTheQuestionStaysOpen()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.TickAsync("no-such-sign");

        Assert.Contains("I do not know that choice.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.NotNull(chat.Question!.Text("error"));
    }

    [Fact]
    public async Task Answer_OneKnownAndOneUnknownOption_IsNotHalfTaken()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.TickAsync("collapse", "no-such-sign");

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.Null(chat.Disposition);
    }

    [Fact]
    public async Task Answer_FailedTwice_OffersAPersonAndTheNextQuestionBeginsAfresh()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.TickAsync("x");
        Assert.DoesNotContain("type \"person\"", chat.LastText, StringComparison.Ordinal);
        await chat.TickAsync("y");
        Assert.Contains(
            "If you would rather talk to a person, type \"person\".",
            chat.LastText,
            StringComparison.Ordinal
        );
        await chat.NoneAsync();
        await chat.TickAsync("z");

        Assert.DoesNotContain("type \"person\"", chat.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"question\":\"pain.severity\",\"value\":null}")]
    [InlineData("{\"question\":\"pain.severity\",\"value\":\"\"}")]
    [InlineData("{\"question\":\"pain.severity\",\"value\":true}")]
    [InlineData("{\"question\":\"pain.severity\",\"value\":[7]}")]
    [InlineData("{\"question\":\"pain.severity\",\"value\":{\"value\":7}}")]
    [InlineData("{\"question\":\"pain.severity\",\"selected\":[\"fever\"]}")]
    [InlineData("{\"question\":\"pain.severity\"}")]
    [InlineData("{\"question\":\"pain.severity\",\"skip\":\"yes\"}")]
    [InlineData("{\"question\":7,\"value\":7}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"7 or so\"")]
    [InlineData("not json")]
    public async Task Number_ValueOfTheWrongShape_AsksAgain(string value)
    {
        var chat = await AtSeverityAsync();

        await chat.SendAsync(new Activity(ActivityTypes.Message) { Value = value });

        Assert.Equal("pain.severity", chat.Open);
        Assert.Null((await chat.CheckAsync()).Findings.Severity);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("11")]
    [InlineData("1e400")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("99999999999999999999")]
    public async Task Number_OutOfRange_SaysTheRange(string number)
    {
        var chat = await AtSeverityAsync();

        await chat.SendAsync(
            new Activity(ActivityTypes.Message) { Value = $"{{\"question\":\"pain.severity\",\"value\":{number}}}" }
        );

        Assert.Contains(
            "That does not fit here. Please type a number from 0 to 10",
            chat.LastText,
            StringComparison.Ordinal
        );
        Assert.Equal("pain.severity", chat.Open);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10", 10)]
    [InlineData("\"7\"", 7)]
    [InlineData("6.5", 6.5)]
    public async Task Number_InRange_IsTaken(string number, double severity)
    {
        var chat = await AtSeverityAsync();

        await chat.SendAsync(
            new Activity(ActivityTypes.Message) { Value = $"{{\"question\":\"pain.severity\",\"value\":{number}}}" }
        );

        Assert.Equal(severity, (await chat.CheckAsync()).Findings.Severity);
    }

    [Theory]
    [InlineData("{\"selected\":\"at-neck\"}", "at-neck")]
    [InlineData("{\"selected\":[\"at-neck\",\"at-neck\"]}", "at-neck")]
    public async Task Ticks_InAnOddButClearShape_AreTaken(string value, string finding)
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "where");

        await chat.SendAsync(
            new Activity(ActivityTypes.Message)
            {
                Value = value.Replace("{", "{\"question\":\"where\",", StringComparison.Ordinal),
            }
        );

        Assert.True((await chat.CheckAsync()).Findings.IsPresent(finding));
    }

    [Theory]
    [InlineData("{\"question\":\"where\",\"selected\":5}")]
    [InlineData("{\"question\":\"where\",\"selected\":[5]}")]
    [InlineData("{\"question\":\"where\",\"selected\":[]}")]
    [InlineData("{\"question\":\"where\",\"selected\":{\"at-neck\":true}}")]
    [InlineData("{\"question\":\"where\",\"value\":7}")]
    [InlineData("{\"question\":\"where\",\"selected\":[\"<img src=x onerror=alert(1)>\"]}")]
    public async Task Ticks_ValueOfTheWrongShape_AsksAgain(string value)
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "where");

        await chat.SendAsync(new Activity(ActivityTypes.Message) { Value = value });

        Assert.Equal("where", chat.Open);
        Assert.DoesNotContain("<img", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_MoreThanOne_AsksForOne()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("check");

        await chat.TickAsync("me", "child");

        Assert.Equal("for-whom", chat.Open);
    }

    [Fact]
    public async Task Text_FiveThousandCharacters_AsksToKeepItShort()
    {
        var chat = await Chat.StartCheckAsync();

        await chat.SayAsync(new string('a', 5000));

        Assert.Contains("Please keep it under 4,000 letters.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("own-words", chat.Open);
    }

    [Fact]
    public async Task Value_FiveThousandCharacters_AsksToKeepItShort()
    {
        var chat = await Chat.StartCheckAsync();

        await chat.SendAsync(new { question = "own-words", value = new string('a', 5000) });

        Assert.Equal("own-words", chat.Open);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\u0007\u001b[2J")]
    [InlineData("😀😀😀")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("![x](https://evil.example/p.png)")]
    [InlineData("'; DROP TABLE answers; --")]
    [InlineData("{\"question\":\"emergency-signs\"")]
    [InlineData("\ud800")]
    public async Task Text_ThatIsNoAnswer_AsksAgainAndIsNeverEchoed(string text)
    {
        var chat = await Chat.AtSignsAsync();

        await chat.SayAsync(text);

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.Null(chat.Disposition);
        Assert.DoesNotContain("<script", chat.LastText, StringComparison.Ordinal);
        Assert.DoesNotContain("![", chat.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![x](https://evil.example/p.png)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public async Task OwnWords_WithMarkup_AreNeverEchoedInAnyLaterMessage(string markup)
    {
        var chat = await Chat.StartCheckAsync();
        await chat.SayAsync($"My back is sore {markup}");

        await Patient.With("at-between-blades").GoThroughAsync(chat);
        await chat.CommandAsync("change");

        var bot = chat.Transcript.ToString().Split('\n').Where(line => !line.StartsWith('>'));
        Assert.DoesNotContain(bot, line => line.Contains(markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_AreRefusedPolitely()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.SendAsync(
            new Activity(ActivityTypes.Message) { Attachments = [new Attachment { ContentType = "image/png" }] }
        );

        Assert.Contains("I can not look at files or photos.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Value_AsAnObjectOfTheChannel_IsReadLikeText()
    {
        var chat = await Chat.AtSignsAsync();
        var value = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["question"] = "emergency-signs.1",
            ["selected"] = new List<object?> { "collapse" },
        };

        await chat.SendAsync(new Activity(ActivityTypes.Message) { Value = value });

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Value_DeeplyNested_IsNoAnswerAndNoError()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.SendAsync(
            new Activity(ActivityTypes.Message) { Value = new string('[', 5000) + new string(']', 5000) }
        );

        Assert.Equal("emergency-signs.1", chat.Open);
    }

    private static async Task<Chat> AtSeverityAsync()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "pain.severity");
        return chat;
    }
}
