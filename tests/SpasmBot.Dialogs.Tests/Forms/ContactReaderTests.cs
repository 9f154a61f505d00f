using SpasmBot.Dialogs.Forms;
using SpasmBot.Dialogs.Wording;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Forms;

public sealed class ContactReaderTests
{
    private static readonly ContactReader Reader = new("ZA", Shipped.Words.Messages);
    private static readonly IReadOnlyList<BotField> Fields = Shipped.Words.Questions["person.contact"].Fields;

    [Theory]
    [InlineData("082 555 0100", "+27825550100")]
    [InlineData("0825550100", "+27825550100")]
    [InlineData("(021) 555-0123", "+27215550123")]
    [InlineData("+27 82 555 0100", "+27825550100")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    public void Check_PhoneInAnyUsualForm_IsKeptInternationally(string given, string phone)
    {
        var reading = Check(("name", "Thandi"), ("phone", given));

        Assert.Empty(reading.Errors);
        Assert.Equal(phone, reading.Details!.Phone);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("082 555")]
    [InlineData("not a number")]
    [InlineData("082 555 0100 0100 0100")]
    public void Check_PhoneThatDoesNotExist_SaysHowToTypeIt(string given)
    {
        var reading = Check(("name", "Thandi"), ("phone", given));

        Assert.Equal(["phone"], reading.Errors.Keys);
        Assert.Contains("082 555 0100", reading.Errors["phone"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thandi@example.com", true)]
    [InlineData("thandi.m+back@mail.example.co.za", true)]
    [InlineData("thandi@example", false)]
    [InlineData("thandi.example.com", false)]
    [InlineData("thandi@", false)]
    [InlineData("Thandi <thandi@example.com>", false)]
    [InlineData("a@b.co, c@d.co", false)]
    public void Check_Email_IsKeptOnlyWhenItIsOne(string given, bool isKept)
    {
        var reading = Check(("name", "Thandi"), ("email", given));

        Assert.Equal(isKept, reading.Errors.Count == 0);
        Assert.Equal(isKept, !reading.Errors.ContainsKey("email"));
    }

    [Fact]
    public void Check_NoWayToReachThem_AsksForOne() => Assert.Equal(["phone"], Check(("name", "Thandi")).Errors.Keys);

    [Fact]
    public void Check_NoName_AsksForIt() => Assert.Equal(["name"], Check(("phone", "082 555 0100")).Errors.Keys);

    [Fact]
    public void Check_WrongPhone_KeepsTheNameForTheNextTry()
    {
        var first = Check(("name", "Thandi"), ("phone", "123"));

        var second = Reader.Check(Fields, first.Given, Fill(("phone", "082 555 0100")));

        Assert.Empty(second.Errors);
        Assert.Equal(new ContactDetails("Thandi", "+27825550100", Email: null, When: null), second.Details);
    }

    [Fact]
    public void FromLine_AfterTheNameWasGiven_KeepsIt() =>
        Assert.DoesNotContain("name", Reader.FromLine("12", Fill(("name", "Thandi"))).Keys);

    [Theory]
    [InlineData("082 555 01")]
    [InlineData("0825550")]
    public void Check_ADigitShort_IsNoNumber(string phone) =>
        Assert.Equal(["phone"], Check(("name", "Thandi"), ("phone", phone)).Errors.Keys);

    [Fact]
    public void Check_TooLong_SaysSo()
    {
        var reading = Check(("name", new string('x', ContactReader.LongestField + 1)), ("phone", "082 555 0100"));

        Assert.Equal("That is too long. Please make it shorter.", reading.Errors["name"]);
    }

    [Fact]
    public void Check_ControlCharacters_AreRemoved()
    {
        var reading = Check(("name", "Than\u0000di\u001b[31m"), ("phone", "082\t555\n0100"));

        Assert.Empty(reading.Errors);
        Assert.DoesNotContain(reading.Details!.Name!, char.IsControl);
        Assert.Equal("+27825550100", reading.Details.Phone);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Zoë O’Neill-Müller 😀")]
    public void Check_AnyName_IsKeptAsItWasGiven(string name) =>
        Assert.Equal(name, Check(("name", name), ("phone", "082 555 0100")).Details!.Name);

    [Fact]
    public void Check_UnknownField_IsIgnored() =>
        Assert.DoesNotContain("admin", Check(("name", "T"), ("phone", "0825550100"), ("admin", "yes")).Given.Keys);

    [Theory]
    [InlineData("Thandi, 082 123 4567", "Thandi", "082 123 4567", null, null)]
    [InlineData("Thandi Mokoena 0821234567 after four", "Thandi Mokoena", "0821234567", null, "after four")]
    [InlineData("082 123 4567", null, "082 123 4567", null, null)]
    [InlineData("Sam sam@example.com", "Sam", null, "sam@example.com", null)]
    [InlineData("Sam, sam@example.com, 082 123 4567", "Sam", "082 123 4567", "sam@example.com", null)]
    [InlineData("Thandi, 12345", "Thandi", "12345", null, null)]
    [InlineData("Thandi", "Thandi", null, null, null)]
    [InlineData("   ", null, null, null, null)]
    public void FromLine_FindsWhatWasTyped(string line, string? name, string? phone, string? email, string? when)
    {
        var found = Reader.FromLine(line, Fill());

        Assert.Equal(
            (name, phone, email, when),
            (
                found.GetValueOrDefault("name"),
                found.GetValueOrDefault("phone"),
                found.GetValueOrDefault("email"),
                found.GetValueOrDefault("when")
            )
        );
    }

    private static FormReading Check(params (string, string)[] given) =>
        Reader.Check(Fields, new Dictionary<string, string>(), Fill(given));

    private static Dictionary<string, string> Fill(params (string Field, string Text)[] given) =>
        given.ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal);
}
