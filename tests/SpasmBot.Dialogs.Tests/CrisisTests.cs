using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Thoughts of self-harm, and not being safe at home: asked after an assault, caught in words anywhere.</summary>
public sealed class CrisisTests
{
    [Fact]
    public async Task Assault_UnderTheEmergency_AsksWhetherThePersonIsSafe()
    {
        var chat = await AfterAssaultAsync();

        Assert.Equal("safety.after-assault", chat.Open);
        Assert.Equal(["unsafe-at-home", "self-harm-thoughts"], chat.Question!.OptionIds);
        Assert.True(chat.Question.Is("optional"));
    }

    [Fact]
    public async Task Assault_NotSafeAtHome_ShowsTheLinesAndAsksWhetherWeMayContact()
    {
        var chat = await AfterAssaultAsync();

        await chat.TickAsync("unsafe-at-home");

        Assert.Contains("0800 428 428", chat.LastText, StringComparison.Ordinal);
        Assert.Contains("What you feel or face is real", chat.LastText, StringComparison.Ordinal);
        Assert.True(chat.Emergency!.Value.GetProperty("quickExit").GetBoolean());
        Assert.Equal("crisis", chat.Events.Last(reported => reported.Name == "alert.raised")["kind"]);
        Assert.Equal("crisis.contact", chat.Open);
    }

    [Fact]
    public async Task Assault_Skipped_GoesOnToTheContactForm()
    {
        var chat = await AfterAssaultAsync();

        await chat.SkipAsync();

        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task CrisisAlone_StandsInPlaceOfTheDepartment()
    {
        var chat = await CrisisAloneAsync();

        Assert.Equal("crisis", chat.Emergency!.Value.GetProperty("level").GetString());
        Assert.StartsWith("You are not alone. Talk to someone now", chat.Last[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("emergency department", chat.Last[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("drive", chat.Last[0].Words, StringComparison.Ordinal);
        Assert.Equal(
            ["0800 567 567", "0861 322 322", "0800 428 428", "10111", "10177", "112"],
            chat.Emergency.Value.GetProperty("phones").EnumerateArray().Select(p => p.GetProperty("number").GetString())
        );
        Assert.True(chat.Emergency.Value.GetProperty("quickExit").GetBoolean());
        Assert.Equal("crisis.contact", chat.Open);
    }

    [Fact]
    public async Task CrisisContact_NotSafe_LeavesThemAlone()
    {
        var chat = await CrisisAloneAsync();

        await chat.NoAsync();

        Assert.Contains("Then we will not contact you.", chat.LastText, StringComparison.Ordinal);
        Assert.Null(chat.Open);
        Assert.DoesNotContain(chat.Events, reported => reported.Name == "enquiry.created");
    }

    [Fact]
    public async Task CrisisContact_Skipped_IsTakenAsNotSafe()
    {
        var chat = await CrisisAloneAsync();

        await chat.SkipAsync();

        Assert.Contains("Then we will not contact you.", chat.LastText, StringComparison.Ordinal);
        Assert.Null(chat.Open);
    }

    [Fact]
    public async Task CrisisContact_Safe_OffersToLeaveANumber()
    {
        var chat = await CrisisAloneAsync();

        await chat.YesAsync();

        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task Back_FromTheNumber_AsksAgainWhetherItIsSafe()
    {
        var chat = await CrisisAloneAsync();
        await chat.YesAsync();

        await chat.CommandAsync("back");

        Assert.Equal("crisis.contact", chat.Open);
    }

    [Fact]
    public async Task Back_AfterNotSafe_AsksAgainWhetherItIsSafe()
    {
        var chat = await CrisisAloneAsync();
        await chat.NoAsync();

        await chat.CommandAsync("back");

        Assert.Equal("crisis.contact", chat.Open);
    }

    private static async Task<Chat> AfterAssaultAsync()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "emergency-signs.3");
        await chat.TickAsync("major-trauma");
        if (chat.Open == "emergency-signs.more")
        {
            await chat.NoneAsync();
        }

        return chat;
    }

    /// <summary>An assault that turns out to be long ago: only the fear remains.</summary>
    private static async Task<Chat> CrisisAloneAsync()
    {
        var chat = await AfterAssaultAsync();
        await chat.TickAsync("unsafe-at-home");
        await chat.CommandAsync("mistake");
        await chat.NoAsync();
        await chat.YesAsync();
        return chat;
    }
}
