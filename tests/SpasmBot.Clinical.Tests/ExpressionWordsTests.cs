namespace SpasmBot.Clinical.Tests;

public sealed class ExpressionWordsTests
{
    [Theory]
    [InlineData("swelling", "“Swelling”")]
    [InlineData(
        "foot-cold or (cannot-stand and (thin-bones or age >= 70))",
        "“A cold or blue foot” or “Cannot stand on it” and (“Thin bones” or age 70 or over)"
    )]
    [InlineData("age < 10 and age > 5", "age under 10 and age over 5")]
    [InlineData("ageAtOnset <= 45", "age at the start 45 or under")]
    [InlineData("severity >= 7.5", "worst pain 7.5 or over out of 10")]
    [InlineData("onsetDays <= 14 and onsetDays > 3", "started at most 14 days ago and started more than 3 days ago")]
    [InlineData("onsetDays < 14 and onsetDays >= 3", "started less than 14 days ago and started at least 3 days ago")]
    public void Of_Condition_ReadsWithoutIds(string condition, string words)
    {
        var names = new ExpressionNames(AnkleProtocol.Instance.Findings.Select(finding => finding.Id));

        var expression = ExpressionParser.Parse(condition, names).Expression!;

        Assert.Equal(words, ExpressionWords.Of(expression, AnkleProtocol.Instance));
    }

    [Fact]
    public void Of_Person_SaysWhatIsKnown()
    {
        var person = Known.Of("swelling", "foot-cold?", "twisted!") with
        {
            Age = 62,
            OnsetDays = 3.5,
            Severity = 8,
            NotAnswered = ["health.general"],
        };

        Assert.Equal(
            "age 62; started 3.5 days ago; worst pain 8 out of 10; “Swelling”; not sure about “A cold or blue foot”; "
                + "skipped “General health”",
            ExpressionWords.Of(person, AnkleProtocol.Instance)
        );
    }

    [Fact]
    public void Of_NobodyKnown_SaysSo() =>
        Assert.Equal("nothing at all", ExpressionWords.Of(Findings.None, AnkleProtocol.Instance));

    [Fact]
    public void Fingerprint_WordsChange_StaysAndRulesChange_Differs()
    {
        var before = ProtocolFingerprint.Of(AnkleProtocol.Instance);

        Assert.Matches("^[0-9a-f]{16}$", before);
        Assert.Equal(before, Of("reason: \"Bone shows.\"", "reason: \"Bone can be seen.\""));
        Assert.NotEqual(before, Of("severity >= 7", "severity >= 8"));

        static string Of(string old, string replacement) =>
            ProtocolFingerprint.Of(
                ProtocolLoader.Load(AnkleProtocol.FilesWith("rules.yaml", old, replacement)).Protocol!
            );
    }
}
