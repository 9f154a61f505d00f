namespace SpasmBot.Clinical.Tests;

public sealed class ExpressionParserTests
{
    private static readonly Dictionary<string, string> Definitions = new(StringComparer.Ordinal)
    {
        ["risk"] = "smoker or old",
        ["old"] = "age >= 70",
    };

    private static readonly ExpressionNames Names = new(["fever", "night-pain", "smoker", "and-more"], Definitions);

    [Theory]
    [InlineData("fever", "fever")]
    [InlineData("fever or night-pain and smoker", "fever or night-pain and smoker")]
    [InlineData("(fever or night-pain) and smoker", "(fever or night-pain) and smoker")]
    [InlineData("((fever))and(smoker)", "fever and smoker")]
    [InlineData("fever or (night-pain or smoker)", "fever or night-pain or smoker")]
    [InlineData("age>=60 and severity < 7.5", "age >= 60 and severity < 7.5")]
    [InlineData("onsetDays <= 14 or ageAtOnset > 45", "onsetDays <= 14 or ageAtOnset > 45")]
    [InlineData("fever and risk", "fever and (smoker or age >= 70)")]
    [InlineData("fever or risk", "fever or smoker or age >= 70")]
    [InlineData("and-more", "and-more")]
    [InlineData("fever\n  and smoker", "fever and smoker")]
    public void Parse_GoodCondition_MeansWhatIsWritten(string text, string meaning)
    {
        var result = ExpressionParser.Parse(text, Names);

        Assert.Empty(result.Errors);
        Assert.Equal(meaning, result.Expression!.ToString());
    }

    [Theory]
    [InlineData("fever and", 1, 10, "the condition ends where")]
    [InlineData("", 1, 1, "the condition ends where")]
    [InlineData("fever night-pain", 1, 7, "\"night-pain\" stands where `and` or `or` was expected")]
    [InlineData("fever and or smoker", 1, 11, "\"or\" stands where")]
    [InlineData("fever and (smoker or night-pain", 1, 32, "`)`")]
    [InlineData("fever)", 1, 6, "\")\" stands where")]
    [InlineData("age >=", 1, 7, "a number")]
    [InlineData("age >= fever", 1, 8, "a number")]
    [InlineData("60 > age", 1, 1, "\"60\" stands where")]
    [InlineData("fever & smoker", 1, 7, "'&' has no meaning")]
    [InlineData("fever and\nsmoker smoker", 2, 8, "stands where")]
    [InlineData("fever and not smoker", 1, 15, "has no \"not\"")]
    public void Parse_BrokenCondition_SaysWhereAndWhatWasExpected(string text, int line, int column, string message)
    {
        var result = ExpressionParser.Parse(text, Names);

        Assert.Null(result.Expression);
        var error = Assert.Single(result.Errors);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fevr", "did you mean fever?")]
    [InlineData("Night-Pain", "did you mean night-pain?")]
    [InlineData("rsk", "did you mean risk?")]
    [InlineData("onsetdays > 3", "did you mean onsetDays?")]
    [InlineData("fever > 3", "only numbers can be compared (age, onsetDays, severity, ageAtOnset)")]
    [InlineData("age", "age is a number: compare it")]
    public void Parse_NameIsWrong_SuggestsTheNearest(string text, string message) =>
        Assert.Contains(
            message,
            Assert.Single(ExpressionParser.Parse(text, Names).Errors).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Parse_SeveralNamesAreUnknown_ReportsEachWithItsPlace()
    {
        var errors = ExpressionParser.Parse("fevr and (xylophone or smokr)", Names).Errors;

        Assert.Equal([1, 11, 24], errors.Select(error => error.Column));
        Assert.Equal("xylophone is neither a finding nor a definition", errors[1].Message);
    }

    [Fact]
    public void Names_DefinitionsGoInACircle_IsReportedOnceWithThePath()
    {
        var names = new ExpressionNames(
            ["fever"],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["one"] = "fever or two",
                ["two"] = "three",
                ["three"] = "one and fever",
            }
        );

        var error = Assert.Single(names.DefinitionErrors);
        Assert.Contains("one -> two -> three -> one", error.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_DefinitionUsesALaterOne_IsExpanded()
    {
        Assert.Empty(Names.DefinitionErrors);
        Assert.Equal("smoker or age >= 70", ExpressionParser.Parse("risk", Names).Expression!.ToString());
    }
}
