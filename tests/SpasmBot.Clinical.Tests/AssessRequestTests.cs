namespace SpasmBot.Clinical.Tests;

public sealed class AssessRequestTests
{
    private static readonly Protocol Ankle = AnkleProtocol.Instance;

    [Fact]
    public void TryRead_FullRequest_GivesTheFindings()
    {
        var findings = Read(
            """
            { "age": 34, "onsetDays": 3.5, "severity": 10,
              "findings": { "swelling": "present", "twisted": "absent", "foot-cold": "unsure" },
              "notAnswered": ["health.general", "health.general"] }
            """
        );

        Assert.Equal((34, 3.5, 10), (findings.Age, findings.OnsetDays, findings.Severity));
        Assert.Equal(Presence.Present, findings["swelling"]);
        Assert.Equal(Presence.Absent, findings["twisted"]);
        Assert.Equal(Presence.Unsure, findings["foot-cold"]);
        Assert.Equal(["health.general"], findings.NotAnswered);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "age": null, "onsetDays": null, "severity": null, "findings": {}, "notAnswered": [] }""")]
    [InlineData("""{ "findings": {}, "notAnswered": null }""")]
    public void TryRead_NothingGiven_IsNothingKnown(string json)
    {
        var findings = Read(json);

        Assert.Equal((null, null, null), (findings.Age, findings.OnsetDays, findings.Severity));
        Assert.Empty(findings.Presences);
        Assert.Empty(findings.NotAnswered);
    }

    [Theory]
    [InlineData("""{ "age": 0, "onsetDays": 0, "severity": 0 }""")]
    [InlineData("""{ "age": 120, "onsetDays": 36500, "severity": 10 }""")]
    public void TryRead_NumberAtTheEdge_IsInRange(string json) => Read(json);

    [Theory]
    [InlineData(
        """{ "findings": { "sweling": "present" } }""",
        "findings.sweling",
        "is not a finding of this protocol; did you mean swelling?"
    )]
    [InlineData("""{ "findings": { "": "present" } }""", "findings.", "is not a finding of this protocol")]
    [InlineData("""{ "findings": { "Swelling": "present" } }""", "findings.Swelling", "did you mean swelling?")]
    [InlineData("""{ "findings": { "swelling": "yes" } }""", "findings.swelling", "must be present, absent or unsure")]
    [InlineData(
        """{ "findings": { "swelling": "Present" } }""",
        "findings.swelling",
        "must be present, absent or unsure"
    )]
    [InlineData("""{ "findings": { "swelling": null } }""", "findings.swelling", "must be present, absent or unsure")]
    [InlineData("""{ "findings": { "swelling": true } }""", "findings.swelling", "must be present, absent or unsure")]
    [InlineData(
        """{ "findings": { "swelling": "absent", "swelling": "present" } }""",
        "findings.swelling",
        "is given twice"
    )]
    [InlineData("""{ "findings": ["swelling"] }""", "findings", "must be an object")]
    [InlineData("""{ "findings": null }""", "findings", "must be an object")]
    [InlineData("""{ "age": "34" }""", "age", "must be a number from 0 to 120")]
    [InlineData("""{ "age": -1 }""", "age", "must be a number from 0 to 120")]
    [InlineData("""{ "age": 120.5 }""", "age", "must be a number from 0 to 120")]
    [InlineData("""{ "age": 1e999 }""", "age", "must be a number from 0 to 120")]
    [InlineData("""{ "age": 3, "age": 40 }""", "age", "is given twice")]
    [InlineData("""{ "onsetDays": 36501 }""", "onsetDays", "must be a number from 0 to 36500")]
    [InlineData("""{ "onsetDays": {} }""", "onsetDays", "must be a number")]
    [InlineData("""{ "severity": 11 }""", "severity", "must be a number from 0 to 10")]
    [InlineData("""{ "severity": false }""", "severity", "must be a number")]
    [InlineData("""{ "ageAtOnset": 40 }""", "ageAtOnset", "is not known here")]
    [InlineData("""{ "onsetdays": 4 }""", "onsetdays", "is not known here; did you mean onsetDays?")]
    [InlineData("""{ "notAnswered": "health.general" }""", "notAnswered", "must be a list of question ids")]
    [InlineData(
        """{ "notAnswered": ["onset.when", "health.genral"] }""",
        "notAnswered[1]",
        "is not a question of this protocol; did you mean health.general?"
    )]
    [InlineData("""{ "notAnswered": [7] }""", "notAnswered[0]", "must be a question id")]
    [InlineData("""{ "notAnswered": [null] }""", "notAnswered[0]", "must be a question id")]
    [InlineData("[]", "$", "must be an object")]
    [InlineData("null", "$", "must be an object")]
    [InlineData("\"text\"", "$", "must be an object")]
    [InlineData("", "$", "is not valid JSON (line 1, byte 1)")]
    [InlineData("{ \"age\": 3", "$", "is not valid JSON")]
    [InlineData("""{ "findings": { "swelling": "\ud800" } }""", "$", "not valid Unicode")]
    [InlineData("""{ "findings": { "\ud800": "present" } }""", "$", "not valid Unicode")]
    public void TryRead_SomethingIsWrong_NamesTheFieldAndGivesNoFindings(string json, string field, string message)
    {
        Assert.False(AssessRequest.TryRead(json, Ankle, out var findings, out var errors));

        Assert.Equal(Findings.None, findings);
        var error = Assert.Single(errors);
        Assert.Equal(field, error.Key);
        Assert.Contains(message, Assert.Single(error.Value), StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_SeveralThingsAreWrong_NamesEach()
    {
        const string json = """
            { "age": 300, "colour": 1, "findings": { "a": "present", "twisted": "no" }, "notAnswered": ["x"] }
            """;

        Assert.False(AssessRequest.TryRead(json, Ankle, out _, out var errors));

        Assert.Equal(
            ["age", "colour", "findings.a", "findings.twisted", "notAnswered[0]"],
            errors.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void TryRead_RequestIsWrongThroughout_StopsCounting()
    {
        var many = string.Join(
            ',',
            Enumerable.Range(0, 5000).Select(i => $"\"{new string('x', 200)}{i}\": \"present\"")
        );

        Assert.False(AssessRequest.TryRead($"{{ \"findings\": {{ {many} }} }}", Ankle, out _, out var errors));

        Assert.InRange(errors.Count, 1, 30);
        Assert.All(errors.Keys, field => Assert.InRange(field.Length, 1, 100));
    }

    private static Findings Read(string json)
    {
        Assert.True(
            AssessRequest.TryRead(json, Ankle, out var findings, out var errors),
            string.Join(", ", errors.Keys)
        );
        Assert.Empty(errors);
        return findings;
    }
}
