using System.Text;
using Microsoft.Extensions.Configuration;
using SpasmBot.Contracts;
using SpasmBot.Host.Previews;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Tests.Previews;

public sealed class PreviewResultTests
{
    private static readonly PreviewForm Running = PreviewForm.Of(new ClinicProfile(), new WidgetSettings());

    [Fact]
    public void Of_WhatRunsAlready_IsNothingToCopy()
    {
        var result = PreviewResult.Of(Running, Running);
        Assert.Empty(result.Faults);
        Assert.Equal(("", ""), (result.Json, result.Environment));
    }

    [Fact]
    public void Of_AChangedForm_IsSettingsThatMakeTheSameClinic()
    {
        var form = Running with
        {
            Name = "Zoë's \"Backs\" & Necks",
            Phone = "044 555 0100",
            Ambulance = "Ambulance 10177\nNetcare 911 082 911",
            Hours = "Monday 07:00 19:00\nSunday 09:00-12:30",
            Greeting = "Welcome.",
            Colour = "#ffdd33",
            Logo = "/logo.svg",
        };
        var result = PreviewResult.Of(form, Running);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(result.Json));
        var bound = new ConfigurationBuilder().AddJsonStream(json).Build();
        var clinic = bound.GetSection("Clinic").Get<ClinicOptions>()!.ToProfile();

        Assert.Equal(
            (form.Name, form.Phone, "Welcome.", "#ffdd33"),
            (clinic.Name, clinic.ReceptionPhone, clinic.Greeting, clinic.AccentColour)
        );
        Assert.Equal([new("Ambulance", "10177"), new("Netcare", "911 082 911")], clinic.AmbulanceNumbers);
        Assert.Equal(new OpeningHours(DayOfWeek.Sunday, new(9, 0), new(12, 30)), clinic.Hours[1]);
        Assert.Equal("/logo.svg", bound["Widget:LogoUrl"]);
        Assert.Contains("Clinic__Hours__1__Closes='12:30'", result.Environment, StringComparison.Ordinal);
        Assert.Contains("Clinic__Name='Zoë'\\''s \"Backs\" & Necks'", result.Environment, StringComparison.Ordinal);
        Assert.DoesNotContain("CrisisLines", result.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Funday 08:00 17:00", "#00695c", "Clinic:Hours:0")]
    [InlineData("Monday 17:00 08:00", "#00695c", "Clinic:Hours:0")]
    [InlineData("Monday 08:00 17:00", "teal", "Clinic:AccentColour")]
    public void Of_WhatCannotBe_SaysWhichSettingIsWrong(string hours, string colour, string setting)
    {
        var result = PreviewResult.Of(Running with { Hours = hours, Colour = colour }, Running);
        Assert.Contains(setting, Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.Equal("", result.Json);
    }

    [Theory]
    [InlineData("#00695c", "On dark pages this colour is too dark to read. There we show #")]
    [InlineData("#ffdd33", "On light pages this colour is too pale to read. There we show #")]
    [InlineData("#808080", "This colour is hard to read. We show #")]
    public void Of_AColourThatCannotBeRead_SaysWhatIsShownInstead(string colour, string said) =>
        Assert.StartsWith(
            said,
            PreviewResult.Of(Running with { Colour = colour }, Running).Colour,
            StringComparison.Ordinal
        );
}
