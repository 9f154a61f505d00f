using SpasmBot.Contracts;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Tests.Settings;

public sealed class WeekTextTests
{
    private static OpeningHours On(DayOfWeek day, int opens, int closes) =>
        new(day, new TimeOnly(opens, 0), new TimeOnly(closes, 0));

    [Fact]
    public void Of_TheStandardWeek_IsOneLine() =>
        Assert.Equal(["Monday to Friday, 08:00 to 17:00"], WeekText.Of(new ClinicProfile().Hours));

    [Fact]
    public void Of_DaysThatDiffer_HaveALineEach() =>
        Assert.Equal(
            ["Monday, 08:00 to 17:00", "Tuesday, 08:00 to 12:00", "Sunday, 08:00 to 12:00"],
            WeekText.Of([On(DayOfWeek.Sunday, 8, 12), On(DayOfWeek.Tuesday, 8, 12), On(DayOfWeek.Monday, 8, 17)])
        );

    [Fact]
    public void Of_ALunchBreak_SharesTheLineOfItsDay() =>
        Assert.Equal(
            ["Saturday, 08:00 to 12:00 and 13:00 to 15:00"],
            WeekText.Of([On(DayOfWeek.Saturday, 13, 15), On(DayOfWeek.Saturday, 8, 12)])
        );

    [Fact]
    public void Of_NoHours_IsEmpty() => Assert.Empty(WeekText.Of([]));
}
