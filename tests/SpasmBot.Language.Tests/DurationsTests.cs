namespace SpasmBot.Language.Tests;

public sealed class DurationsTests
{
    // A Sunday.
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("3 days", 3)]
    [InlineData("3", 3)]
    [InlineData("about three", 3)]
    [InlineData("3days", 3)]
    [InlineData("three days ago", 3)]
    [InlineData("a fortnight", 14)]
    [InlineData("fortnite", 14)]
    [InlineData("about two weeks", 14)]
    [InlineData("5 wks or so", 35)]
    [InlineData("a week and a half", 11)]
    [InlineData("one and a half weeks", 11)]
    [InlineData("1½ weeks", 11)]
    [InlineData("2.5 weeks", 18)]
    [InlineData("half a year", 183)]
    [InlineData("couple of months", 60)]
    [InlineData("a couple of days", 2)]
    [InlineData("a few days", 3)]
    [InlineData("a day or two", 2)]
    [InlineData("two or three weeks", 21)]
    [InlineData("2-3 days", 3)]
    [InlineData("just over a week", 8)]
    [InlineData("a little over a week", 8)]
    [InlineData("less than a week", 6)]
    [InlineData("one week and three days", 10)]
    [InlineData("a hundred and five days", 105)]
    [InlineData("for the past 10 days", 10)]
    [InlineData("ten long days", 10)]
    [InlineData("nine days now", 9)]
    [InlineData("2 yrs", 730)]
    [InlineData("a year", 365)]
    [InlineData("twee weke", 14)]
    [InlineData("drie dae gelede", 3)]
    [InlineData("10 wekes", 70)]
    public void Read_LengthOfTime_IsThatManyDays(string text, int days) =>
        Assert.Equal(days, Durations.Read(text, Today));

    [Theory]
    [InlineData("20 minutes ago", 0)]
    [InlineData("an hour back", 0)]
    [InlineData("a few hours ago", 0)]
    [InlineData("hours ago", 0)]
    [InlineData("5 hours", 0)]
    [InlineData("36 hours ago", 1)]
    [InlineData("this morning", 0)]
    [InlineData("just now", 0)]
    [InlineData("today", 0)]
    [InlineData("tonight", 0)]
    [InlineData("yesterday", 1)]
    [InlineData("yestrday", 1)]
    [InlineData("Yesterday evening!", 1)]
    [InlineData("last night", 1)]
    [InlineData("the day before yesterday", 2)]
    [InlineData("the night before last", 2)]
    [InlineData("last week", 7)]
    [InlineData("last month", 30)]
    [InlineData("gister", 1)]
    public void Read_PartOfADay_CountsFromToday(string text, int days) =>
        Assert.Equal(days, Durations.Read(text, Today));

    [Theory]
    [InlineData("Monday", 6)]
    [InlineData("since Tuesday", 5)]
    [InlineData("last monday", 6)]
    [InlineData("sinse munday", 6)]
    [InlineData("on Wednesday", 4)]
    [InlineData("sat", 1)]
    [InlineData("on sat", 1)]
    [InlineData("Sunday", 7)]
    [InlineData("Sunday last week", 7)]
    [InlineData("Monday last week", 13)]
    [InlineData("Friday before last", 9)]
    [InlineData("tuesday a week ago", 12)]
    [InlineData("the weekend", 1)]
    [InlineData("last weekend", 8)]
    public void Read_Weekday_IsTheLastOneThatPassed(string text, int days) =>
        Assert.Equal(days, Durations.Read(text, Today));

    [Theory]
    [InlineData("on 3 November", 19)]
    [InlineData("3rd of nov", 19)]
    [InlineData("Nov 3rd", 19)]
    [InlineData("2026-11-01", 21)]
    [InlineData("01/11/2026", 21)]
    [InlineData("1/11/26", 21)]
    [InlineData("on 1/11", 21)]
    [InlineData("2026/11/01", 21)]
    [InlineData("the 3rd", 19)]
    [InlineData("on the 28th", 25)]
    [InlineData("since july", 130)]
    [InlineData("since early July", 140)]
    [InlineData("3 December", 354)]
    [InlineData("christmas", 332)]
    [InlineData("november", 11)]
    [InlineData("since 2025", 509)]
    [InlineData("29 February 2024", 997)]
    public void Read_Date_CountsTheDaysSince(string text, int days) => Assert.Equal(days, Durations.Read(text, Today));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("tomorrow")]
    [InlineData("next week")]
    [InlineData("in 3 days")]
    [InlineData("2026-12-24")]
    [InlineData("2027-01-01")]
    [InlineData("31/31/2026")]
    [InlineData("30 February 2026")]
    [InlineData("200 years")]
    [InlineData("99999999")]
    [InlineData("no idea")]
    [InlineData("it hurts")]
    [InlineData("the weak spot in my mouth")]
    [InlineData("blue")]
    public void Read_NoTimeInThePast_IsNoAnswer(string text) => Assert.Null(Durations.Read(text, Today));

    [Fact]
    public void Read_WhenTodayIsMonday_MondayIsAWeekAgo() =>
        Assert.Equal(7, Durations.Read("Monday", new(2026, 11, 23)));

    [Fact]
    public void Read_OnAWednesday_TheWeekendIsTheSaturdayBefore() =>
        Assert.Equal(4, Durations.Read("last weekend", new(2026, 11, 25)));

    [Fact]
    public void Read_TheFirstDayOfTime_DoesNotThrow() => Assert.Null(Durations.Read("1 March 0001", DateOnly.MinValue));
}
