namespace SpasmBot.Runtime.Tests.Dialogs.Choices;

public class FindTests
{
    private static readonly string[] Colors = ["red", "green", "blue"];
    private static readonly string[] Puddings = ["bread", "bread pudding", "pudding"];

    [Fact]
    public void FindChoices_OneWordInASentence_TellsWhereAndWhich()
    {
        var found = Assert.Single(Find.FindChoices("the red one please.", Colors));

        Assert.Equal((4, 6, "red", "choice"), (found.Start, found.End, found.Text, found.TypeName));
        Assert.Equal("red", found.Resolution.Value);
        Assert.Equal("red", found.Resolution.Synonym);
        Assert.Equal(0, found.Resolution.Index);
        Assert.Equal(1.0f, found.Resolution.Score);
    }

    [Fact]
    public void FindChoices_Several_AreInTheOrderOfTheText() =>
        Assert.Equal(["blue", "red"], Find.FindChoices("blue and RED", Colors).Select(f => f.Resolution.Value));

    [Fact]
    public void FindChoices_ThatOverlap_TheLongestWins()
    {
        var found = Find.FindChoices("the bread pudding and bread please.", Puddings);

        Assert.Equal(["bread pudding", "bread"], found.Select(f => f.Resolution.Value));
        Assert.Equal((4, 16, "bread pudding"), (found[0].Start, found[0].End, found[0].Text));
    }

    [Fact]
    public void FindChoices_WordsBetween_LowerTheScore_AndTooManyAreNoMatch()
    {
        string[] last = ["second last"];

        Assert.Equal(0.5f, Find.FindChoices("the second from the last", last)[0].Resolution.Score);
        Assert.Empty(Find.FindChoices("second of all those from the last", last));
        Assert.Empty(Find.FindChoices("the last second", last));
    }

    [Fact]
    public void FindChoices_BySynonymAndTitle_UnlessToldNotTo()
    {
        var choices = new List<Choice>
        {
            new("a") { Synonyms = ["first letter"] },
            new("b") { Action = new CardAction(ActionTypes.ImBack, title: "Bee", value: "b") },
        };

        Assert.Equal("first letter", Find.FindChoices("First letter!", choices)[0].Resolution.Synonym);
        Assert.Equal("b", Find.FindChoices("the bee", choices)[0].Resolution.Value);
        Assert.Empty(Find.FindChoices("the bee", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("b", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void FindValues_PartialMatches_PreferTheBest()
    {
        var values = new[] { "option A", "option B", "option C" }
            .Select((value, i) => new SortedValue { Value = value, Index = i })
            .ToList();

        var found = Find.FindValues("option B", values, new FindValuesOptions { AllowPartialMatches = true });

        Assert.Equal("option B", Assert.Single(found).Resolution.Value);
        Assert.Equal("value", found[0].TypeName);
        Assert.Empty(Find.FindValues("option", values));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("?!")]
    public void FindChoices_OfNothing_FindsNothing(string? text) => Assert.Empty(Find.FindChoices(text, Colors));
}
