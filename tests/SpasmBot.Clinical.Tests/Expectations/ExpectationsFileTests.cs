namespace SpasmBot.Clinical.Tests.Expectations;

public sealed class ExpectationsFileTests
{
    private const string Good = """
        expectations:
          - id: open-break
            at-least: ambulance
            source: first aid
            people:
              - bone-shows
              - bone-shows?, age 70, onsetDays 2.5, severity 10
          - id: skipped
            at-least: physio
            source: clinic
            people: [skipped health.general]
        """;

    [Fact]
    public void Load_GoodExpectations_AreKept()
    {
        var expectations = ProtocolLoader.Load(Files(Good)).Protocol!.Expectations;

        Assert.Equal(["open-break", "skipped"], expectations.Select(expectation => expectation.Id));
        var person = expectations[0].People[1];
        Assert.Equal((70, 2.5, 10), (person.Findings.Age, person.Findings.OnsetDays, person.Findings.Severity));
        Assert.Equal(Presence.Unsure, person.Findings["bone-shows"]);
        Assert.Equal(7, person.Line);
        Assert.Equal(["health.general"], expectations[1].People[0].Findings.NotAnswered);
    }

    [Fact]
    public void Load_NoExpectations_AreNone() => Assert.Empty(AnkleProtocol.Instance.Expectations);

    [Theory]
    [InlineData("- bone-shows\n", "- bone-show\n", 6, "bone-show is no finding, number or skipped question")]
    [InlineData("- bone-shows\n", "- bone-show\n", 6, "did you mean bone-shows?")]
    [InlineData("age 70", "age 170", 7, "age 170 is no finding")]
    [InlineData("age 70", "age old", 7, "age old is no finding")]
    [InlineData("health.general", "health.special", 11, "skipped health.special is no finding")]
    [InlineData("at-least: ambulance", "at-least: taxi", 3, "\"taxi\" is not possible for `at-least`")]
    [InlineData("    people: [skipped health.general]", "    note: none", 8, "`people` is missing")]
    [InlineData("at-least: physio", "at-least: doctor-soon", 11, "a person with skipped “General health” must be told")]
    public void Load_WrongExpectations_SayWhere(string old, string replacement, int line, string message)
    {
        var text = Good.ReplaceLineEndings("\n");
        Assert.Contains(old, text, StringComparison.Ordinal);

        var errors = ProtocolLoader.Load(Files(text.Replace(old, replacement, StringComparison.Ordinal))).Errors;

        Assert.Contains(
            errors,
            error => error.Line == line && error.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    private static Dictionary<string, string> Files(string expectations)
    {
        var files = AnkleProtocol.Files();
        files["expectations.yaml"] = expectations;
        return files;
    }
}
