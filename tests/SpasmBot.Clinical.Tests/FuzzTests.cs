using SpasmBot.TestKit;

namespace SpasmBot.Clinical.Tests;

/// <summary>Whatever is in a file or a request is read or refused in words: never an exception, never for long.</summary>
public sealed class FuzzTests
{
    private static readonly ExpressionNames Names = new(
        ["fever", "night-pain", "smoker"],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["old"] = "age >= 70" }
    );

    [Fact]
    public void Parse_AnyCondition_IsAnExpressionOrErrorsWithinTheText() =>
        new Fuzz(
            1,
            [
                "fever or night-pain and smoker",
                "(age>=60 and severity < 7.5) or old",
                "((fever))and(smoker)",
                "onsetDays <= 14",
            ]
        ).Run(
            5000,
            text =>
            {
                var result = ExpressionParser.Parse(text, Names);
                Assert.Equal(result.Expression is null, result.Errors.Count > 0);
                Assert.All(result.Errors, error => Assert.True(error.Line >= 1 && error.Column >= 1));
            }
        );

    [Theory]
    [InlineData("findings.yaml")]
    [InlineData("rules.yaml")]
    [InlineData("questions.yaml")]
    [InlineData("advice.yaml")]
    [InlineData("conditions.yaml")]
    public void Load_AnyFile_IsAProtocolOrErrorsWithFileAndLine(string name)
    {
        var files = AnkleProtocol.Files();
        new Fuzz(2, [files[name]]).Run(
            300,
            text =>
            {
                var result = ProtocolLoader.Load(
                    new Dictionary<string, string>(files, StringComparer.Ordinal) { [name] = text }
                );
                Assert.True(result.Protocol is not null || result.Errors.Count > 0);
                Assert.All(result.Errors, error => Assert.True(error.Line >= 1, error.ToString()));
            }
        );
    }

    [Fact]
    public void TryRead_AnyRequest_GivesFindingsOrErrors() =>
        new Fuzz(
            3,
            [
                """{ "age": 34, "onsetDays": 3.5, "severity": 10, "findings": { "swelling": "present", "twisted": "absent" } }""",
                """{ "age": 34, "notAnswered": ["health.general"], "findings": {} }""",
            ]
        ).Run(3000, text => _ = AssessRequest.TryRead(text, AnkleProtocol.Instance, out _, out _));

    [Fact]
    public void Parse_ParenthesesWithoutEnd_AreAnErrorAndNotTheEndOfTheServer()
    {
        Assert.NotEmpty(ExpressionParser.Parse(new string('(', 100_000), Names).Errors);
        var balanced = new string('(', 50_000) + "fever" + new string(')', 50_000);
        Assert.NotEmpty(ExpressionParser.Parse(balanced, Names).Errors);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Load_FileNestedWithoutEnd_IsAnErrorAndNotTheEndOfTheServer(string opening)
    {
        var files = AnkleProtocol.Files();
        files["rules.yaml"] = string.Concat(Enumerable.Repeat(opening, 50_000));
        Assert.NotEmpty(ProtocolLoader.Load(files).Errors);
    }
}
