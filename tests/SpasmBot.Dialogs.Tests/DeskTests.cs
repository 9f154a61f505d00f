using Microsoft.Extensions.Time.Testing;
using SpasmBot.Contracts;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

public sealed class DeskTests
{
    [Theory]
    [InlineData("2026-11-23T06:00:00Z", "Our desk is open now, until 17:00.")]
    [InlineData("2026-11-23T05:59:00Z", "Our desk is closed now. It opens today at 08:00.")]
    [InlineData("2026-11-23T14:59:00Z", "Our desk is open now, until 17:00.")]
    [InlineData("2026-11-23T15:00:00Z", "Our desk is closed now. It opens on Tuesday at 08:00.")]
    [InlineData("2026-11-27T16:00:00Z", "Our desk is closed now. It opens on Monday at 08:00.")]
    [InlineData("2026-11-22T10:00:00Z", "Our desk is closed now. It opens on Monday at 08:00.")]
    [InlineData("2026-11-22T22:30:00Z", "Our desk is closed now. It opens today at 08:00.")]
    public void Hours_AtAnyMoment_AreTrueOnTheClinicsClock(string utc, string said) =>
        Assert.Equal(said, Desk.HoursNow(PartsAt(utc)));

    [Fact]
    public void Hours_ADayInTwoStretches_SaysWhenItOpensAgainToday()
    {
        var clinic = new ClinicProfile
        {
            Hours =
            [
                new(DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(12, 0)),
                new(DayOfWeek.Monday, new TimeOnly(14, 0), new TimeOnly(17, 0)),
            ],
        };

        Assert.Equal(
            "Our desk is closed now. It opens today at 14:00.",
            Desk.HoursNow(PartsAt("2026-11-23T11:00:00Z", clinic))
        );
    }

    [Fact]
    public void Hours_NeverOpen_SaysOnlyThatItIsClosed() =>
        Assert.Equal("Our desk is closed now.", Desk.HoursNow(PartsAt("2026-11-23T11:00:00Z", new() { Hours = [] })));

    [Fact]
    public void Fill_KnowsTheClinicItsNumbersAndForWhom() =>
        Assert.Equal(
            "Bergview Physiotherapy, 021 555 0100, 10177, 10177 / 112, /privacy, they",
            Desk.Fill(
                PartsAt("2026-11-23T11:00:00Z"),
                "{clinic}, {phone}, {ambulance}, {ambulances}, {privacy}, {you}",
                "child"
            )
        );

    private static BotParts PartsAt(string utc, ClinicProfile? clinic = null) =>
        Shipped.Parts(
            new FakeTimeProvider(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture)),
            clinic
        );
}
