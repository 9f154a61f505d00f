using SpasmBot.Clinical;
using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Every kind of question takes what people type: titles, numbers, none, not sure, yes, no, skip, small slips.</summary>
public sealed class TypedAnswerTests
{
    [Theory]
    [InlineData("Fever or chills", "fever")]
    [InlineData("fever", "fever")]
    [InlineData("FEVER OR CHILLS", "fever")]
    [InlineData("feever or chils", "fever")]
    [InlineData("1", "fever")]
    [InlineData("number 1", "fever")]
    [InlineData("the first one", "fever")]
    [InlineData("1 and 3", "fever night-sweats")]
    [InlineData("1, 3", "fever night-sweats")]
    [InlineData("1 3", "fever night-sweats")]
    [InlineData("1,3 and 5", "fever night-sweats long-cough")]
    [InlineData("Fever or chills, Long cough", "fever long-cough")]
    [InlineData("Fever or chills and Long cough", "fever long-cough")]
    [InlineData("none of these", "")]
    [InlineData("none", "")]
    [InlineData("no", "")]
    [InlineData("nope", "")]
    [InlineData("none of the above", "")]
    public async Task Multi_Typed_IsReadAsTicks(string text, string findings)
    {
        var chat = await Routes.ToAsync("health.general");

        await chat.SayAsync(text);

        Assert.NotEqual("health.general", chat.Open);
        var known = (await chat.CheckAsync()).Findings;
        Assert.Equal(findings, string.Join(' ', Offered.Where(known.IsPresent)));
        Assert.Equal(Presence.Absent, known["shape-change"]);
    }

    [Theory]
    [InlineData("not sure")]
    [InlineData("I don't know")]
    [InlineData("dunno")]
    [InlineData("maybe")]
    public async Task Multi_NotSure_IsUnsureAboutAllOfThem(string text)
    {
        var chat = await Routes.ToAsync("symptoms.arms");

        await chat.SayAsync(text);

        Assert.Equal(Presence.Unsure, (await chat.CheckAsync()).Findings["arm-tingling"]);
        Assert.NotEqual("symptoms.arms", chat.Open);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("next")]
    [InlineData("skip this one")]
    [InlineData("I'd rather not say")]
    public async Task Multi_Skip_LeavesItOpenForTheAnswer(string text)
    {
        var chat = await Routes.ToAsync("symptoms.arms");

        await chat.SayAsync(text);

        var check = await chat.CheckAsync();
        Assert.Contains("symptoms.arms", check.Findings.NotAnswered);
        Assert.Null(check.Findings["arm-tingling"]);
    }

    [Fact]
    public async Task Multi_OneTickedOneNotSureOneDenied_EachIsKept()
    {
        var chat = await Routes.ToAsync("symptoms.arms");

        await chat.SayAsync("Pain in an arm, not sure about electric shocks on bending the neck, no tingling");

        var known = (await chat.CheckAsync()).Findings;
        Assert.Equal(Presence.Present, known["at-arm"]);
        Assert.Equal(Presence.Unsure, known["neck-shock"]);
        Assert.Equal(Presence.Absent, known["arm-tingling"]);
    }

    [Fact]
    public async Task Multi_OnlyDenied_AsksTheRestAgain()
    {
        var chat = await Routes.ToAsync("health.general");

        await chat.SayAsync("no fever");

        Assert.Equal("health.general", chat.Open);
        Assert.DoesNotContain("fever", chat.Question!.OptionIds);
        Assert.Contains("weight-loss", chat.Question.OptionIds);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("0")]
    [InlineData("purple elephants")]
    [InlineData("yes")]
    public async Task Multi_WhatIsNoOption_AsksAgain(string text)
    {
        var chat = await Routes.ToAsync("health.general");

        await chat.SayAsync(text);

        Assert.Equal("health.general", chat.Open);
        Assert.NotNull(chat.Question!.Text("error"));
    }

    [Theory]
    [InlineData("I have had it for 1 week")]
    [InlineData("it started 3 days ago")]
    [InlineData("I am 34")]
    public async Task Signs_ANumberInASentence_IsNotTheNumberOfASign(string text)
    {
        var chat = await Routes.ToAsync("emergency-signs.1");

        await chat.SayAsync(text);

        Assert.Null(chat.Disposition);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("none of these")]
    [InlineData("no")]
    [InlineData("No, nothing like that.")]
    public async Task Signs_None_GoesOn(string text)
    {
        var chat = await Routes.ToAsync("emergency-signs.1");

        await chat.SayAsync(text);

        Assert.Equal("emergency-signs.2", chat.Open);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("Too breathless to speak now")]
    [InlineData("to breathles to speak now")]
    public async Task Signs_TypedSign_IsAnAmbulance(string text)
    {
        var chat = await Routes.ToAsync("emergency-signs.1");

        await chat.SayAsync(text);

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Signs_NotSureAboutOne_OpensItsPlainQuestionAndTypedAnswersAreUnderstood()
    {
        var chat = await Routes.ToAsync("emergency-signs.1");

        await chat.SayAsync("not sure about coughing up blood");
        Assert.Equal("emergency-signs.sure.coughing-blood", chat.Open);
        await chat.SayAsync("no");

        Assert.Equal("emergency-signs.2", chat.Open);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("next")]
    public async Task Signs_Skip_IsNotTaken(string text)
    {
        var chat = await Routes.ToAsync("emergency-signs.1");

        await chat.SayAsync(text);

        Assert.Equal("emergency-signs.1", chat.Open);
        Assert.Contains("We need an answer to this one.", chat.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Me", "me")]
    [InlineData("1", "me")]
    [InlineData("for me", "me")]
    [InlineData("myself", "me")]
    [InlineData("my daughter", "child")]
    [InlineData("My chld", "child")]
    [InlineData("2", "child")]
    [InlineData("the second", "child")]
    [InlineData("my husband", "someone")]
    [InlineData("somone else", "someone")]
    public async Task Choice_Typed_IsReadAsOneOption(string text, string whom)
    {
        var chat = await Routes.ToAsync("for-whom");

        await chat.SayAsync(text);

        Assert.Equal(whom, (await chat.CheckAsync()).ForWhom);
        Assert.Equal("age", chat.Open);
    }

    [Theory]
    [InlineData("me and my child")]
    [InlineData("1 and 2")]
    [InlineData("banana")]
    public async Task Choice_NotOneOption_AsksAgain(string text)
    {
        var chat = await Routes.ToAsync("for-whom");

        await chat.SayAsync(text);

        Assert.Equal("for-whom", chat.Open);
    }

    [Theory]
    [InlineData("I agree")]
    [InlineData("yes")]
    [InlineData("ok")]
    [InlineData("sure")]
    [InlineData("agree")]
    [InlineData("1")]
    public async Task Consent_UsualYes_Agrees(string text)
    {
        var chat = await Routes.ToAsync("consent");

        await chat.SayAsync(text);

        Assert.Equal("own-words", chat.Open);
    }

    [Theory]
    [InlineData("I do not agree")]
    [InlineData("no")]
    [InlineData("no thanks")]
    [InlineData("i don't agree")]
    public async Task Consent_UsualNo_Declines(string text)
    {
        var chat = await Routes.ToAsync("consent");

        await chat.SayAsync(text);

        Assert.Equal("menu", chat.Open);
        Assert.Contains("We ask nothing more.", chat.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("34", 34)]
    [InlineData("I am 34", 34)]
    [InlineData("34 years old", 34)]
    [InlineData("thirty-four", 34)]
    [InlineData("34.", 34)]
    public async Task Age_Typed_IsRead(string text, double age)
    {
        var chat = await Routes.ToAsync("age");

        await chat.SayAsync(text);

        Assert.Equal(age, (await chat.CheckAsync()).Findings.Age);
    }

    [Theory]
    [InlineData("old")]
    [InlineData("not sure")]
    [InlineData("130")]
    [InlineData("-5")]
    public async Task Age_WhatIsNoAge_AsksAgain(string text)
    {
        var chat = await Routes.ToAsync("age");

        await chat.SayAsync(text);

        Assert.Equal("age", chat.Open);
        Assert.Null((await chat.CheckAsync()).Findings.Age);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3 days", 3)]
    [InlineData("three days ago", 3)]
    [InlineData("since Tuesday", 5)]
    [InlineData("about two weeks", 14)]
    [InlineData("yesterday", 1)]
    [InlineData("today", 0)]
    [InlineData("this morning", 0)]
    [InlineData("a month ago", 30)]
    public async Task Onset_TypedDuration_IsRead(string text, double days)
    {
        var chat = await Routes.ToAsync("onset.when");

        await chat.SayAsync(text);

        Assert.InRange((await chat.CheckAsync()).Findings.OnsetDays!.Value, days - 1, days + 1);
        Assert.NotEqual("onset.when", chat.Open);
    }

    [Theory]
    [InlineData("not sure")]
    [InlineData("skip")]
    public async Task Onset_NotKnown_GoesOn(string text)
    {
        var chat = await Routes.ToAsync("onset.when");

        await chat.SayAsync(text);

        Assert.Null((await chat.CheckAsync()).Findings.OnsetDays);
        Assert.Equal("onset.trigger", chat.Open);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7/10", 7)]
    [InlineData("7 out of 10", 7)]
    [InlineData("seven", 7)]
    [InlineData("about a 6", 6)]
    [InlineData("0", 0)]
    public async Task Severity_Typed_IsRead(string text, double severity)
    {
        var chat = await Routes.ToAsync("pain.severity");

        await chat.SayAsync(text);

        Assert.Equal(severity, (await chat.CheckAsync()).Findings.Severity);
    }

    [Theory]
    [InlineData("really bad")]
    [InlineData("15")]
    public async Task Severity_WhatIsNoNumber_AsksAgain(string text)
    {
        var chat = await Routes.ToAsync("pain.severity");

        await chat.SayAsync(text);

        Assert.Equal("pain.severity", chat.Open);
        Assert.Contains("0 to 10", chat.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", Presence.Present)]
    [InlineData("y", Presence.Present)]
    [InlineData("yeah", Presence.Present)]
    [InlineData("yep", Presence.Present)]
    [InlineData("I do", Presence.Present)]
    [InlineData("no", Presence.Absent)]
    [InlineData("n", Presence.Absent)]
    [InlineData("nope", Presence.Absent)]
    [InlineData("not at all", Presence.Absent)]
    [InlineData("not sure", Presence.Unsure)]
    [InlineData("I don't know", Presence.Unsure)]
    public async Task YesNo_UsualForms_AreRead(string text, Presence presence)
    {
        var chat = await Routes.ToAsync("self-test.twist");

        await chat.SayAsync(text);

        Assert.Equal(presence, (await chat.CheckAsync()).Findings["twist-restricted"]);
    }

    [Theory]
    [InlineData("between the blades", "at-between-blades", null)]
    [InlineData("neck", "at-neck", null)]
    [InlineData("1 and 4", "at-neck at-between-blades", null)]
    [InlineData("left shoulder blade", "at-shoulder-blade", "side-left")]
    [InlineData("over the ribs on the right", "at-ribs", "side-right")]
    public async Task Body_Typed_IsReadWithTheSide(string text, string places, string? side)
    {
        var chat = await Routes.ToAsync("where");

        await chat.SayAsync(text);

        var known = (await chat.CheckAsync()).Findings;
        Assert.All(places.Split(' '), place => Assert.True(known.IsPresent(place), place));
        Assert.True(side is null || known.IsPresent(side));
        Assert.NotEqual("side", chat.Open);
    }

    [Theory]
    [InlineData("Monday, before 10:00", "Monday")]
    [InlineData("tuesday early morning", "tuesday early morning")]
    [InlineData("any day after four", "any day after four")]
    public async Task Slot_Typed_IsKept(string text, string kept)
    {
        var chat = await Routes.ToAsync("booking.times");

        await chat.SayAsync(text);
        await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));
        await chat.SayAsync("yes please");

        var booking = chat.Events.Single(reported => reported.Name == "booking.requested");
        Assert.Contains(
            booking.Value.GetProperty("preferredTimes").EnumerateArray(),
            time => time.GetString()!.Contains(kept, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("no thanks")]
    [InlineData("skip")]
    [InlineData("no")]
    public async Task Contact_OptionalAndDeclined_IsSkipped(string text)
    {
        var chat = await Routes.ToAsync("emergency.contact");

        await chat.SayAsync(text);

        Assert.Contains("That is fine. Please get help now.", chat.LastText, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Events, reported => reported.Name == "enquiry.created");
    }

    [Theory]
    [InlineData("back", "emergency-signs.3")]
    [InlineData("go back", "emergency-signs.3")]
    [InlineData("start over", "for-whom")]
    [InlineData("stop", "menu")]
    [InlineData("talk to a person", "person.contact")]
    [InlineData("help", "where")]
    [InlineData("why do you ask?", "where")]
    [InlineData("change an answer", "summary")]
    public async Task Command_Typed_IsObeyed(string text, string question)
    {
        var chat = await Routes.ToAsync("where");

        await chat.SayAsync(text);

        Assert.Equal(question, chat.Open);
    }

    [Theory]
    [InlineData("my back hurts")]
    [InlineData("the pain does not stop")]
    public async Task Command_WordInsideASentence_IsNoCommand(string text)
    {
        var chat = await Routes.ToAsync("pain.severity");

        await chat.SayAsync(text);

        Assert.Equal("pain.severity", chat.Open);
    }

    [Theory]
    [InlineData("I ticked that by mistake")]
    [InlineData("mistake")]
    public async Task Mistake_Typed_AsksTheSignPrecisely(string text)
    {
        var chat = await Routes.ToAsync("emergency.contact");

        await chat.SayAsync(text);

        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
    }

    private static IEnumerable<string> Offered =>
        SpasmBot.TestKit.Shipped.Protocol.FindQuestion("health.general")!.Options.Select(option => option.Finding);
}
