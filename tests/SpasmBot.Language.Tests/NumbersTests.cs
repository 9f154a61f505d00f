using SpasmBot.Clinical;

namespace SpasmBot.Language.Tests;

public sealed class NumbersTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7/10", 7)]
    [InlineData("7 / 10", 7)]
    [InlineData("seven", 7)]
    [InlineData("seven out of ten", 7)]
    [InlineData("4 to 5", 5)]
    [InlineData("4-5", 5)]
    [InlineData("just a one", 1)]
    [InlineData("fve", 5)]
    [InlineData("like a 7", 7)]
    [InlineData("about 6", 6)]
    [InlineData("6ish", 6)]
    [InlineData("7.5", 8)]
    [InlineData("0", 0)]
    [InlineData("zero", 0)]
    [InlineData("no pain", 0)]
    [InlineData("10", 10)]
    [InlineData("was an 8, now 5", 8)]
    [InlineData("for 3 days now, 6 out of 10", 6)]
    [InlineData("sewe", 7)]
    [InlineData("７", 7)]
    public void ReadSeverity_NumberFromZeroToTen_IsRead(string text, int severity) =>
        Assert.Equal(severity, Numbers.ReadSeverity(text));

    [Theory]
    [InlineData("really bad")]
    [InlineData("")]
    [InlineData("11")]
    [InlineData("-3")]
    [InlineData("11/10")]
    [InlineData("7 days")]
    [InlineData("for now")]
    [InlineData("I give up")]
    [InlineData("even more")]
    [InlineData("a lot")]
    [InlineData("99999999999999999999999")]
    public void ReadSeverity_NoNumberOnTheScale_IsNull(string text) => Assert.Null(Numbers.ReadSeverity(text));

    [Theory]
    [InlineData("34", 34)]
    [InlineData("I'm 34", 34)]
    [InlineData("34 years old", 34)]
    [InlineData("34f", 34)]
    [InlineData("thirty four", 34)]
    [InlineData("thirty-four", 34)]
    [InlineData("she's sixty three", 63)]
    [InlineData("a hundred and one", 101)]
    [InlineData("late twenties", 28)]
    [InlineData("mid thirties", 35)]
    [InlineData("mid-30s", 35)]
    [InlineData("early 40s", 42)]
    [InlineData("in my fifties", 55)]
    [InlineData("b. 1968", 58)]
    [InlineData("born 1990", 36)]
    [InlineData("born in 1990", 36)]
    [InlineData("1990", 36)]
    [InlineData("born 24 November 1990", 35)]
    [InlineData("dob 1990-03-02", 36)]
    [InlineData("51 next week", 50)]
    [InlineData("turning 40 in March", 39)]
    [InlineData("almost 40", 39)]
    [InlineData("just turned 30", 30)]
    [InlineData("8 months", 0)]
    [InlineData("18 months", 1)]
    [InlineData("6 and a half", 6)]
    [InlineData("3 kids, I am 44 years", 44)]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    public void ReadAge_AgeInAnyForm_IsInWholeYears(string text, int age) =>
        Assert.Equal(age, Numbers.ReadAge(text, Today));

    [Theory]
    [InlineData("")]
    [InlineData("old enough")]
    [InlineData("121")]
    [InlineData("-5")]
    [InlineData("born 2031")]
    [InlineData("none of your business")]
    public void ReadAge_NoPossibleAge_IsNull(string text) => Assert.Null(Numbers.ReadAge(text, Today));

    [Theory]
    [InlineData("it's about a 6", 6)]
    [InlineData("On a scale of 1-10 I'd go with 5", 5)]
    [InlineData("scale of 1 to 10? probably 6", 6)]
    [InlineData("it hurts a lot, like 8 or 9, when I turn", 9)]
    [InlineData("it was a 9 yesterday but today it's down to a 4", 4)]
    [InlineData("the pain is mild, maybe 3", 3)]
    [InlineData("it was a one-off", null)]
    [InlineData("a 5 minute walk", null)]
    public void Understand_ScoreInOwnWords_IsSeverity(string text, int? severity) =>
        Assert.Equal(severity, Understand(text).Severity);

    [Theory]
    [InlineData("m/41, upper back pain", 41)]
    [InlineData("55/f, stiff between the shoulder blades", 55)]
    [InlineData("my mom who is 72 has had pain", 72)]
    [InlineData("I was born in 1985", 41)]
    [InlineData("im in my late forties", 48)]
    [InlineData("I'm a 60 something gran", 65)]
    [InlineData("my baby was born in 2024", null)]
    [InlineData("I moved here in the late nineties", null)]
    public void Understand_AgeInOwnWords_IsAge(string text, int? age) => Assert.Equal(age, Understand(text).Age);

    [Theory]
    [InlineData("the pain came on two sundays ago", 14)]
    [InlineData("This is day 4 of the spasm", 4)]
    [InlineData("third day now of this spasm", 3)]
    [InlineData("my back hurts since heritage day", 59)]
    [InlineData("about a week and half now", 11)]
    [InlineData("back pain x 3 days", 3)]
    [InlineData("I turned 61 in October and my back went 6 days ago", 6)]
    [InlineData("I drive 300 km a day, my back hurts", null)]
    public void Understand_BeginningInOwnWords_IsOnset(string text, int? days) =>
        Assert.Equal(days, Understand(text).OnsetDays);

    private static Understood Understand(string text) => TheClinic.Pack.OwnWords.Read(text, new ReadingContext(Today));
}
