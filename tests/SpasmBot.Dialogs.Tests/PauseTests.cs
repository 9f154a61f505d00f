using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>After six hours or more the emergency signs are asked again first.</summary>
public sealed class PauseTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(6);

    [Fact]
    public async Task Pause_SixHours_AsksTheEmergencySignsAgainAndKeepsTheRest()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoToAsync(chat, "pain.course");
        chat.Time.Advance(Long);

        await chat.TickAsync("constant");

        Assert.Contains("we ask about the warning signs again first", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
        var check = await chat.CheckAsync();
        Assert.True(check.Findings.IsPresent("constant"));
        Assert.True(check.Findings.IsPresent("at-between-blades"));
        await chat.NoneAsync();
        await chat.NoneAsync();
        await chat.NoneAsync();
        Assert.Equal("pain.impact", chat.Open);
    }

    [Fact]
    public async Task Pause_JustUnderSixHours_GoesOn()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoToAsync(chat, "pain.course");
        chat.Time.Advance(Long - TimeSpan.FromSeconds(1));

        await chat.TickAsync("constant");

        Assert.Equal("pain.impact", chat.Open);
    }

    [Fact]
    public async Task Pause_SignThatWasNotThereBefore_IsCaught()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoToAsync(chat, "pain.course");
        chat.Time.Advance(Long);
        await chat.TickAsync("constant");

        await chat.TickAsync("chest-pressure");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.Contains(
            (await chat.CheckAsync()).State.Withdrawn,
            withdrawn => withdrawn is { Reason: "paused", Answer.Question: "emergency-signs.1" }
        );
    }

    [Theory]
    [InlineData("help")]
    [InlineData("why")]
    [InlineData("mistake")]
    public async Task Pause_FirstWordIsACommand_TheSignsStillComeFirst(string command)
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoToAsync(chat, "pain.course");
        chat.Time.Advance(Long);

        await chat.CommandAsync(command);

        Assert.Contains("we ask about the warning signs again first", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Pause_FirstTapIsOnAnOldCard_TheSignsStillComeFirst()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoToAsync(chat, "pain.course");
        chat.Time.Advance(Long);

        await chat.SendAsync(new { question = "where", selected = new[] { "at-neck" } });

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.False((await chat.CheckAsync()).Findings.IsPresent("at-neck"));
    }

    [Fact]
    public async Task Pause_UnderAnEmergency_ItStaysOne()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        chat.Time.Advance(Long);

        await chat.SkipAsync();

        Assert.True((await chat.CheckAsync()).IsEmergency);
    }

    [Fact]
    public async Task Pause_AfterTheAnswer_BookingGoesOnWithoutQuestions()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        chat.Time.Advance(TimeSpan.FromDays(1));

        await chat.TickAsync("book");

        Assert.Equal("booking.times", chat.Open);
    }

    [Fact]
    public async Task Pause_AfterTheAnswerThenAChange_AsksTheSignsAgainBeforeANewAnswer()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        chat.Time.Advance(TimeSpan.FromDays(2));
        await chat.ChangeAsync("pain.severity");

        await chat.NumberAsync(6);

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.Equal(6, (await chat.CheckAsync()).Findings.Severity);
    }

    [Fact]
    public async Task Onset_IsADateSoThatThreeDaysAreFiveTwoDaysLater()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoToAsync(chat, "onset.when");
        await chat.NumberAsync(3);
        Assert.Equal(3, (await chat.CheckAsync()).Findings.OnsetDays);

        chat.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(5, (await chat.CheckAsync()).Findings.OnsetDays);
    }

    [Fact]
    public async Task Onset_CountsInTheClinicsDaysNotInHours()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-between-blades").GoToAsync(chat, "onset.when");
        await chat.NumberAsync(0);

        // 23:59 in Cape Town, then a minute past midnight.
        chat.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 21, 59, 0, TimeSpan.Zero));
        Assert.Equal(0, (await chat.CheckAsync()).Findings.OnsetDays);
        chat.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await chat.CheckAsync()).Findings.OnsetDays);
    }
}
