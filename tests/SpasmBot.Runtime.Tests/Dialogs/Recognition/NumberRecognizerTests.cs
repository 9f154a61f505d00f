using SpasmBot.Runtime.Dialogs.Recognition;

namespace SpasmBot.Runtime.Tests.Dialogs.Recognition;

public class NumberRecognizerTests
{
    [Theory]
    [InlineData("42", 42)]
    [InlineData("-5", -5)]
    [InlineData("minus five", -5)]
    [InlineData("3.14", 3.14)]
    [InlineData("1,234,567.5", 1234567.5)]
    [InlineData("$500", 500)]
    [InlineData("I've run 5km", 5)]
    [InlineData("i am 18 years old", 18)]
    [InlineData("zero", 0)]
    [InlineData("Seven", 7)]
    [InlineData("nineteen", 19)]
    [InlineData("forty", 40)]
    [InlineData("twenty-one", 21)]
    [InlineData("about ninety nine I think", 99)]
    [InlineData("a hundred", 100)]
    [InlineData("hundred", 100)]
    [InlineData("one hundred and five", 105)]
    [InlineData("three hundred forty-two", 342)]
    [InlineData("nine hundred and ninety-nine", 999)]
    [InlineData("a thousand", 1000)]
    [InlineData("one thousand", 1000)]
    [InlineData("two and a half", 2.5)]
    public void Recognize_ANumber_ReadsItsValue(string text, double value)
    {
        var mention = Assert.Single(NumberRecognizer.Recognize(text));
        Assert.Equal((decimal)value, mention.Value);
        Assert.False(mention.IsOrdinal);
    }

    [Theory]
    [InlineData("first", 1)]
    [InlineData("the 2nd one please", 2)]
    [InlineData("twenty-third", 23)]
    [InlineData("hundredth", 100)]
    public void Recognize_APlace_IsOrdinal(string text, int value)
    {
        var mention = NumberRecognizer.Recognize(text)[0];
        Assert.Equal(value, mention.Value);
        Assert.True(mention.IsOrdinal);
    }

    [Theory]
    [InlineData("one and 3", new[] { 1, 3 })]
    [InlineData("1,3", new[] { 1, 3 })]
    [InlineData("2-3", new[] { 2, 3 })]
    [InlineData("one twenty", new[] { 1, 20 })]
    [InlineData("two three", new[] { 2, 3 })]
    [InlineData("1 and twenty two and 3", new[] { 1, 22, 3 })]
    public void Recognize_SeveralNumbers_KeepsThemApart(string text, int[] values) =>
        Assert.Equal(values, NumberRecognizer.Recognize(text).Select(n => (int)n.Value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dollars")]
    [InlineData("someone, often, a lot")]
    [InlineData("A4")]
    [InlineData("minus the pain")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Recognize_NoNumber_FindsNothing(string? text) => Assert.Empty(NumberRecognizer.Recognize(text));

    [Fact]
    public void Recognize_TellsWhereTheNumberStands()
    {
        var mention = NumberRecognizer.Recognize("about twenty-one days")[0];
        Assert.Equal((6, 15), (mention.Start, mention.End));
    }

    [Fact]
    public void Recognize_DigitsOfALocale_ReadsItsSeparators()
    {
        Assert.Equal(3.14m, NumberRecognizer.Recognize("3,14", "nl-nl")[0].Value);
        Assert.Equal(1234.5m, NumberRecognizer.Recognize("1.234,5", "de-DE")[0].Value);
        Assert.Equal(3.14m, NumberRecognizer.Recognize("3.14", "no such locale at all")[0].Value);
    }
}
