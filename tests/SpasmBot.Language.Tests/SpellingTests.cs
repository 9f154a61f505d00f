using SpasmBot.Clinical;

namespace SpasmBot.Language.Tests;

/// <summary>Words typed by ear, with the thumb or in a hurry.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("wost wen i luk down at my fone", "worse-phone")]
    [InlineData("its hard 2 slep coz of it", "sleep-disturbed")]
    [InlineData("wolking up a hill brings it on", "exertional-pain")]
    [InlineData("painkilas help", "eased-by-medication")]
    [InlineData("im on blud thinas", "blood-thinners")]
    [InlineData("numm between my legz", "saddle-numbness")]
    [InlineData("my faice is droopin on one syd", "stroke-signs")]
    public void Read_TypedByEar_IsUnderstood(string text, string finding) =>
        Assert.Equal(Presence.Present, Read(text).Findings.GetValueOrDefault(finding));

    [Theory]
    [InlineData("I bake and I like to read a book about a duck")]
    [InlineData("my friend Mike has a farm and a tall tree")]
    [InlineData("the weather at the station was fair")]
    public void Read_OtherWordsThatSoundAlike_AreLeft(string text) => Assert.Empty(Read(text).Findings);

    [Theory]
    [InlineData("it began 2day", 0)]
    [InlineData("had it 4 about 2 weeks", 14)]
    [InlineData("it started 4 days ago", 4)]
    public void Read_FigureForAWord_KeepsTheOtherFigures(string text, int days) =>
        Assert.Equal(days, Read(text).OnsetDays);

    private static Understood Read(string text) =>
        TheClinic.Pack.OwnWords.Read(text, new ReadingContext(TheClinic.Today));
}
