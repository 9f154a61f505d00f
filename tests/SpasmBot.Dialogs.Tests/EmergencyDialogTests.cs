using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

public sealed class EmergencyDialogTests
{
    [Theory]
    [InlineData("chest-pressure")]
    [InlineData("sudden-severe-pain")]
    [InlineData("severe-breathlessness")]
    [InlineData("collapse")]
    [InlineData("stroke-signs")]
    public async Task Signs_OneThatNeedsAnAmbulance_SaysSoInTheSameTurn(string sign)
    {
        var chat = await Chat.AtSignsAsync();

        await chat.TickAsync(sign);

        Assert.Equal("ambulance", chat.Disposition);
        Assert.StartsWith("Call an ambulance now.", chat.Last[0].Words, StringComparison.Ordinal);
        Assert.Equal("ambulance", chat.Emergency!.Value.GetProperty("level").GetString());
        Assert.Equal("10177", chat.Emergency.Value.GetProperty("phones")[0].GetProperty("number").GetString());
        Assert.NotEmpty(chat.Emergency.Value.GetProperty("whileWaiting").EnumerateArray());
        Assert.True(chat.Emergency.Value.GetProperty("mistake").GetBoolean());
        Assert.Equal("emergency.contact", chat.Open);
    }

    [Theory]
    [InlineData("breathless")]
    [InlineData("coughing-blood")]
    public async Task Signs_OneThatNeedsADepartment_SaysSoAndAsksOnlyWhatCouldRaiseIt(string sign)
    {
        var chat = await Chat.AtSignsAsync();

        await chat.TickAsync(sign);

        Assert.Equal("emergency", chat.Disposition);
        Assert.StartsWith(
            "Go to an emergency department now; do not drive yourself.",
            chat.Last[0].Words,
            StringComparison.Ordinal
        );
        Assert.Equal("emergency-signs.more", chat.Open);
        Assert.DoesNotContain(sign, chat.Question!.OptionIds);
        Assert.DoesNotContain("chest-pressure", chat.Question.OptionIds);
        Assert.Contains("stiff-neck-fever", chat.Question.OptionIds);
    }

    [Fact]
    public async Task More_OneIsTrue_RaisesItToAnAmbulance()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("breathless");

        await chat.TickAsync("vomiting-blood");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.StartsWith("Call an ambulance now.", chat.Last[0].Words, StringComparison.Ordinal);
        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task More_WhatRaisedItIsTakenBack_ShowsTheLowerEmergencyThatStands()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("coughing-blood");
        await chat.TickAsync("vomiting-blood");

        await chat.CommandAsync("back");

        Assert.Equal("emergency", chat.Emergency!.Value.GetProperty("level").GetString());
        Assert.Equal("emergency-signs.more", chat.Open);
        await chat.NoneAsync();
        Assert.Equal("emergency", chat.Disposition);
        Assert.Null(chat.Emergency);
        Assert.Equal("emergency", chat.Events.Last(reported => reported.Name == "alert.raised")["disposition"]);
    }

    [Fact]
    public async Task More_NoneIsTrue_IsAskedOnceAndLeavesAnOptionalNumberToCall()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("breathless");

        await chat.NoneAsync();

        Assert.Equal("emergency.contact", chat.Open);
        Assert.Null(chat.Emergency);
        Assert.True(chat.Question!.Is("optional"));
    }

    [Fact]
    public async Task More_NotSure_IsAskedPreciselyAndCountsOnTheSecondNotSure()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("breathless");

        await chat.UnsureAsync(["vomiting-blood"]);
        Assert.Equal("emergency-signs.sure.vomiting-blood", chat.Open);
        await chat.NotSureAsync();

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Signs_NotSure_OpensOnePlainQuestionForEachSignAndANoCountsAsNo()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.UnsureAsync(["chest-pressure", "collapse"]);
        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
        Assert.Equal("yesno", chat.Question!.Kind);
        Assert.Null(chat.Emergency);
        await chat.NoAsync();
        Assert.Equal("emergency-signs.sure.collapse", chat.Open);
        await chat.NoAsync();

        Assert.Equal("emergency-signs.2", chat.Open);
        Assert.Null(chat.Disposition);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signs_NotSureAndThenYesOrNotSureAgain_Counts(bool isYes)
    {
        var chat = await Chat.AtSignsAsync();
        await chat.UnsureAsync(["chest-pressure"]);

        await (isYes ? chat.YesAsync() : chat.NotSureAsync());

        Assert.Equal("ambulance", chat.Disposition);
        Assert.Equal(!isYes, chat.LastText.Contains("not sure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Signs_NotSureAboutTheWholeScreen_AsksEachSignPrecisely()
    {
        var chat = await Chat.AtSignsAsync();
        var signs = chat.Question!.OptionIds;

        await chat.NotSureAsync();
        foreach (var sign in signs)
        {
            Assert.Equal($"emergency-signs.sure.{sign}", chat.Open);
            await chat.NoAsync();
        }

        Assert.Equal("emergency-signs.2", chat.Open);
    }

    [Fact]
    public async Task Signs_OneTickedAndOneNotSure_TheTickIsActedOnAtOnce()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.UnsureAsync(["stroke-signs"], "chest-pressure");

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Signs_TickedBesideNoneOfThese_TheTickCounts()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.SendAsync(
            new
            {
                question = chat.Open,
                none = true,
                selected = new[] { "chest-pressure" },
            }
        );

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Emergency_FoundLaterInTheCheck_EndsTheQuestionsInThatTurn()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("night-pain").GoToAsync(chat, "health.general");

        await chat.TickAsync("fever", "night-pain");

        Assert.Equal("emergency", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task Emergency_NeverOffersBookingOrSelfCare()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.SkipAsync();

        Assert.Null(chat.Open);
        Assert.DoesNotContain(chat.Events, reported => reported.Name == "booking.requested");
        Assert.DoesNotContain(
            "Book a",
            chat.Transcript.ToString().Split("Call an ambulance now.")[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Emergency_SaysThatNobodyIsWatchingAndWhenTheDeskIsOpen()
    {
        var chat = await Chat.AtSignsAsync();

        await chat.TickAsync("chest-pressure");

        Assert.Contains("This chat is not watched all the time.", chat.LastText, StringComparison.Ordinal);
        Assert.Contains(
            "Our desk is closed now. It opens on Monday at 08:00.",
            chat.LastText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Emergency_AlertsReceptionWithTheSignsAndRecordsTheAssessment()
    {
        var chat = await Chat.AtSignsAsync(age: 61);

        await chat.TickAsync("chest-pressure");

        Assert.Equal(["alert.raised", "assessment.made"], chat.Events.Select(reported => reported.Name));
        var alert = chat.Events[0];
        Assert.Equal(("ambulance", "ambulance"), (alert["kind"], alert["disposition"]));
        Assert.Equal(
            ["61", "Current cardiac-type chest pain"],
            alert.Value.GetProperty("summary").EnumerateArray().Select(line => line.GetString())
        );
        Assert.Equal(("ambulance", "1"), (chat.Events[1]["disposition"], chat.Events[1]["protocolVersion"]));
    }

    [Fact]
    public async Task Contact_Left_IsAnEnquiryForAnEmergencyCallBack()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");

        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));

        var enquiry = chat.Events.Single(reported => reported.Name == "enquiry.created");
        Assert.Equal(
            ("emergency-call-back", "ambulance", "Thandi", "+27825550100"),
            (enquiry["reason"], enquiry["disposition"], enquiry["name"], enquiry["phone"])
        );
        Assert.Contains("Please do not wait for us. Get help now.", chat.LastText, StringComparison.Ordinal);
        Assert.Null(chat.Open);
    }

    [Fact]
    public async Task Emergency_AnythingSaidAfterwards_ShowsItAgainWithoutAnotherAlert()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.SkipAsync();
        var reported = chat.Events.Count;

        await chat.SayAsync("ok");

        Assert.StartsWith("Call an ambulance now.", chat.Last[0].Words, StringComparison.Ordinal);
        Assert.Equal(reported, chat.Events.Count);
        Assert.Null(chat.Open);
    }

    [Fact]
    public async Task Back_FromTheContactForm_ForgetsTheSignAndAsksThatScreenAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");

        await chat.CommandAsync("back");

        Assert.Equal("emergency-signs.1", chat.Open);
        await chat.NoneAsync();
        Assert.Equal("emergency-signs.2", chat.Open);
    }

    [Fact]
    public async Task Back_AfterTheContactWasSkipped_OffersItAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("chest-pressure");
        await chat.SkipAsync();

        await chat.CommandAsync("back");

        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task Back_FromWhatCouldRaiseIt_ForgetsTheSign()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("breathless");

        await chat.CommandAsync("back");

        Assert.Equal("emergency-signs.1", chat.Open);
    }

    [Fact]
    public async Task Mistake_OfOwnWords_IsNotShownAgainAsUnderstood()
    {
        var chat = await Chat.StartCheckAsync();
        await chat.SayAsync("crushing chest pain, and my neck hurts");
        await chat.CommandAsync("mistake");
        await chat.NoAsync();

        Assert.Equal("own-words.confirm", chat.Open);
        Assert.DoesNotContain("chest-pressure", chat.Last[^1].OptionIds);
        await chat.NoneAsync();
        Assert.False((await chat.CheckAsync()).Findings.IsPresent("chest-pressure"));
    }
}
