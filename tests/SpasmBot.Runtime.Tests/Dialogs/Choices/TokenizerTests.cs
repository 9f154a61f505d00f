namespace SpasmBot.Runtime.Tests.Dialogs.Choices;

public class TokenizerTests
{
    [Theory]
    [InlineData("how now brown cow", "how|now|brown|cow")]
    [InlineData("how-now.brown:cow ?", "how|now|brown|cow")]
    [InlineData("fOoD", "food")]
    [InlineData("food 💥👍😀", "food|💥|👍|😀")]
    [InlineData("Café no. 5", "café|no|5")]
    [InlineData(".?; -()", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void DefaultTokenizer_SplitsIntoComparableWords(string? text, string words) =>
        Assert.Equal(words, string.Join('|', Tokenizer.DefaultTokenizer(text).Select(t => t.Normalized)));

    [Fact]
    public void DefaultTokenizer_TellsWhereWordsStand()
    {
        var token = Tokenizer.DefaultTokenizer("a Big one")[1];
        Assert.Equal((2, 4, "Big", "big"), (token.Start, token.End, token.Text, token.Normalized));
    }
}
