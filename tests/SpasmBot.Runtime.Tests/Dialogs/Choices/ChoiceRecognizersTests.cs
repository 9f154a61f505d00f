namespace SpasmBot.Runtime.Tests.Dialogs.Choices;

public class ChoiceRecognizersTests
{
    private static readonly string[] Colors = ["red", "green", "blue"];

    [Theory]
    [InlineData("the red one please.", "red")]
    [InlineData("the first one please.", "red")]
    [InlineData("the first and third one please.", "red,blue")]
    [InlineData("2nd", "green")]
    [InlineData("the last one", "blue")]
    [InlineData("1", "red")]
    [InlineData("one", "red")]
    [InlineData("option one and 3.", "red,blue")]
    [InlineData("0", "")]
    [InlineData("4", "")]
    [InlineData("1.5", "")]
    [InlineData("the fifth", "")]
    [InlineData(null, "")]
    public void RecognizeChoices_ByWordPlaceOrNumber(string? text, string values) =>
        Assert.Equal(
            values,
            string.Join(',', ChoiceRecognizers.RecognizeChoices(text, Colors).Select(f => f.Resolution.Value))
        );

    [Fact]
    public void RecognizeChoices_TellsWhereTheNumberStands()
    {
        var found = ChoiceRecognizers.RecognizeChoices("the first one please.", Colors)[0];
        Assert.Equal((4, 8, "first", 1.0f), (found.Start, found.End, found.Text, found.Resolution.Score));
    }

    [Fact]
    public void RecognizeChoices_WithoutNumbersOrPlaces_FindsNone()
    {
        var neither = new FindChoicesOptions { RecognizeNumbers = false, RecognizeOrdinals = false };
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("the first one please.", Colors, neither));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("one", Colors, neither));
    }

    [Fact]
    public void RecognizeChoices_ByWords_BeforeNumbers()
    {
        var floors = new[] { "floor 2", "floor 1" };
        Assert.Equal(1, ChoiceRecognizers.RecognizeChoices("floor 1", floors)[0].Resolution.Index);
    }
}
