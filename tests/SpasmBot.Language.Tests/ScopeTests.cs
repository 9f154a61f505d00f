using SpasmBot.Clinical;

namespace SpasmBot.Language.Tests;

/// <summary>What words reach: in time, of another part of the body, of another person's doing, of one part of a sign.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("chest tightness two weeks ago", "chest-pressure-past")]
    [InlineData("my chest was tight two weeks ago", "chest-pressure-past")]
    [InlineData("every breath hurts but I am not short of breath", "pain-on-breathing")]
    [InlineData("chest pressure yesterday", "chest-pressure-recent")]
    [InlineData("It was constant but now it comes and goes", "intermittent")]
    [InlineData("constant at first, now on and off", "intermittent")]
    [InlineData("the pain was sharp but now it's a dull ache", "aching")]
    public void Read_WhatWas_IsWhatItIsNow(string text, string finding)
    {
        var present = Present(text);

        Assert.Contains(finding, present);
        Assert.DoesNotContain("chest-pressure", present);
        Assert.DoesNotContain("constant", present);
        Assert.DoesNotContain("sharp", present);
    }

    [Theory]
    [InlineData("the tight feeling across my chest hasn't gone since lunch", "chest-pressure")]
    [InlineData("chest tightness not gone yet", "chest-pressure")]
    [InlineData("numbness between my legs hasn't gone away", "saddle-numbness")]
    public void Read_WhatHasNotGone_IsThere(string text, string finding) => Assert.Contains(finding, Present(text));

    [Theory]
    [InlineData("my fever went away", "fever")]
    [InlineData("I had a fever last week, it went away", "fever")]
    [InlineData("tingling in my hand went away last week", "arm-tingling")]
    [InlineData("had night sweats last month", "night-sweats")]
    [InlineData("last year I had a DVT", "swollen-leg")]
    [InlineData("I used to have numb legs after sitting", "leg-weakness")]
    [InlineData("better if I turn", "worse-turning")]
    [InlineData("it is better when I turn to the left", "worse-turning")]
    [InlineData("it hits me when I bend", "unsafe-at-home")]
    [InlineData("what would happen if I lost feeling in my legs", "leg-weakness")]
    [InlineData("the bill nearly gave me a heart attack", "chest-pressure")]
    [InlineData("I laughed till I collapsed", "collapse")]
    [InlineData("no fever, rest and warmth do it good", "fever")]
    public void Read_OverOrTheOtherWayRound_IsNotThere(string text, string finding) =>
        Assert.DoesNotContain(finding, Present(text));

    [Theory]
    [InlineData("the numbness in my leg went away", "leg-weakness")]
    [InlineData("my leg was numb three weeks ago", "leg-weakness")]
    [InlineData("my left leg might be weaker than the other", "leg-weakness")]
    [InlineData("it hurts so much I cannot breathe", "severe-breathlessness")]
    [InlineData("I struggle to breathe because it hurts", "breathless")]
    [InlineData("no chest pain but a cold sweat", "chest-pressure")]
    [InlineData("I fell down the stairs", "major-trauma")]
    [InlineData("I take too many painkillers", "self-harm-thoughts")]
    public void Read_SignThatMayBe_IsAskedAbout(string text, string finding) =>
        Assert.Equal(Presence.Unsure, Read(text).Findings.GetValueOrDefault(finding));

    [Theory]
    [InlineData("my chest has been tight since two weeks ago", "chest-pressure")]
    [InlineData("chest pressure started two days ago", "chest-pressure")]
    [InlineData("my chest is tight, two weeks ago I lifted a box", "chest-pressure")]
    [InlineData("right side of my body is numb", "stroke-signs")]
    [InlineData("my right hand and right leg went numb this morning", "stroke-signs")]
    [InlineData("my arm suddenly went weak", "stroke-signs")]
    [InlineData("weak down my left side", "stroke-signs")]
    [InlineData("why can't I feel my bum", "saddle-numbness")]
    [InlineData("he can't get a full sentence out", "severe-breathlessness")]
    [InlineData("one calf is thick and hot", "swollen-leg")]
    [InlineData("a raging temperature, I can't bend my neck and light hurts", "stiff-neck-fever")]
    [InlineData("I can't get my breath", "breathless")]
    [InlineData("no fever, no cough, chest is tight", "chest-pressure")]
    [InlineData("my leg has gone numb", "leg-weakness")]
    [InlineData("my legs are weak and the back pain has gone", "leg-weakness")]
    [InlineData("my leg was fine but now my leg is weak", "leg-weakness")]
    public void Read_SignThatIsThere_StaysWhateverStandsBesideIt(string text, string finding) =>
        Assert.Contains(finding, Present(text));

    [Theory]
    [InlineData("numb hand and tingling fingers on right side", "stroke-signs", "arm-tingling")]
    [InlineData("it hurts to breathe", "breathless", "pain-on-breathing")]
    [InlineData("I fell down the stairs", "minor-trauma", "after-trauma")]
    public void Read_LookAlike_IsTheOtherFinding(string text, string not, string finding)
    {
        Assert.Contains(finding, Present(text));
        Assert.DoesNotContain(not, Read(text).Findings.Keys);
    }

    [Fact]
    public void Prompted_PainOnBreathingUnderTheSigns_IsNoShortnessOfBreath()
    {
        var options = TheClinic.Protocol.FindQuestion("emergency-signs.1")!.Options.Select(option => option.Finding);

        var understood = TheClinic.Pack.Prompted.Read(
            "it hurts to breathe",
            TheClinic.Today,
            "emergency-signs.1",
            [.. options],
            forWhom: "me"
        );

        Assert.DoesNotContain("breathless", understood.Findings.Keys);
    }

    [Theory]
    [InlineData("am I going to die?")]
    [InlineData("I dont want to die of this")]
    [InlineData("I could kill myself laughing")]
    [InlineData("I took 2 panados")]
    public void Read_FearOrASaying_IsNoCrisis(string text) =>
        Assert.DoesNotContain("self-harm-thoughts", Read(text).Findings.Keys);

    [Theory]
    [InlineData("I took too many pills", "self-harm-thoughts")]
    [InlineData("took a whole box of painkillers", "self-harm-thoughts")]
    [InlineData("I swallowed 20 paracetamol", "self-harm-thoughts")]
    [InlineData("pain so bad I want to die", "self-harm-thoughts")]
    [InlineData("I dont want to die but I cant go on", "self-harm-thoughts")]
    [InlineData("I was pushed by my boyfriend", "unsafe-at-home")]
    [InlineData("he hits me", "unsafe-at-home")]
    public void Read_Crisis_IsHeard(string text, string finding) => Assert.Contains(finding, Present(text));

    [Theory]
    [InlineData("a burning band around my side with a rash")]
    [InlineData("band of burning pain round one side")]
    [InlineData("itchy red spots that burn in a line on my ribs")]
    public void Read_BurningBand_IsHeard(string text) => Assert.Contains("rash-band", Present(text));

    [Theory]
    [InlineData("I am pregnant 30 weeks, back pain for 3 days", 3)]
    [InlineData("pregnant, 30 weeks", null)]
    [InlineData("stopped warfarin a week ago", null)]
    [InlineData("I quit smoking two years ago, back sore for a week", 7)]
    [InlineData("on and off for 5 years, this time 2 days", 2)]
    [InlineData("for 5 years on and off, two days this time", 2)]
    [InlineData("it stopped for a week and came back 3 days ago", 3)]
    [InlineData("last year I had a clot in my leg, this is only stiff", null)]
    [InlineData("a bit better today than yesterday", null)]
    [InlineData("the same as last week", null)]
    [InlineData("after two weeks of flu my ribs are sore", null)]
    [InlineData("it goes away over weekends", null)]
    [InlineData("she's 4 months, it flares when I feed her", null)]
    [InlineData("sore since 2019", 2701)]
    [InlineData("started 3,5 days ago", 4)]
    [InlineData("for 1,5 weeks", 11)]
    public void Read_TimeOfAnotherThing_IsNotTheOnset(string text, int? days) =>
        Assert.Equal(days, Read(text).OnsetDays);

    [Theory]
    [InlineData("So my story: 62, retired teacher", 62, null)]
    [InlineData("pain: 7, age: 40", 40, 7)]
    [InlineData("pain 6,5/10 for 3,5 days", null, 7)]
    public void Read_NumbersBehindColonsAndCommas_AreWhatTheyAreSaidToBe(string text, int? age, int? severity)
    {
        var understood = Read(text);

        Assert.Equal((age, severity), (understood.Age, understood.Severity));
    }

    [Theory]
    [InlineData("chest-pressure", false)]
    [InlineData("fever", true)]
    public void IsSettledByDenial_SignOfManyParts_IsNot(string finding, bool settled) =>
        Assert.Equal(settled, TheClinic.Pack.IsSettledByDenial(finding));

    private static Understood Read(string text) =>
        TheClinic.Pack.OwnWords.Read(text, new ReadingContext(TheClinic.Today));

    private static List<string> Present(string text) =>
        [.. Read(text).Findings.Where(finding => finding.Value == Presence.Present).Select(finding => finding.Key)];
}
