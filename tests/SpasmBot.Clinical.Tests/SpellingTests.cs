namespace SpasmBot.Clinical.Tests;

public sealed class SpellingTests
{
    private static readonly string[] Candidates = ["fever", "night-pain", "night-sweats", "age", "at-arm"];

    [Theory]
    [InlineData("fevr", "fever")]
    [InlineData("fvere", "fever")]
    [InlineData("NIGHT-PAIN", "night-pain")]
    [InlineData("nigth-sweat", "night-sweats")]
    [InlineData("aeg", "age")]
    [InlineData("xylophone", null)]
    [InlineData("at", null)]
    [InlineData("", null)]
    public void Nearest_SlipOfTheKeyboard_FindsTheWordMeant(string word, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(word, Candidates));
}
