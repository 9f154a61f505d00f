namespace SpasmBot.Clinical.Tests;

public sealed class CaseScoringTests
{
    private const string Exact = """
        { "id": "v1", "basis": "made up", "text": "...", "age": null, "onsetDays": null, "severity": null,
          "findings": { "bone-shows": "present" }, "arguable": { "swelling": "present" },
          "protocolDisposition": "ambulance", "decidingRule": "A1", "clinicalMin": "emergency", "clinicalMax": "ambulance" }
        """;

    private const string MissedEmergency = """
        { "id": "v2", "age": 30, "findings": { "twisted": "present" }, "protocolDisposition": "emergency",
          "decidingRule": "E1", "clinicalMin": "doctor-today", "clinicalMax": "ambulance" }
        """;

    private const string OverTriage = """
        { "id": "v3", "severity": 8, "findings": {}, "protocolDisposition": "physio",
          "decidingRule": "R1", "clinicalMin": "self-care", "clinicalMax": "physio" }
        """;

    private const string OtherRule = """
        { "id": "v4", "findings": { "twisted": "present" }, "protocolDisposition": "physio",
          "decidingRule": "N1", "clinicalMin": "self-care", "clinicalMax": "physio" }
        """;

    [Fact]
    public void Score_EverythingAsLabelled_IsPerfect()
    {
        var report = Score(Exact, "", "  ");

        Assert.True(report.IsPerfect);
        var outcome = Assert.Single(report.Outcomes);
        Assert.Equal(("v1", 1), (outcome.Id, outcome.Line));
        Assert.Empty(report.Misses);
    }

    [Fact]
    public void Score_LessUrgentThanLabelled_IsUnderTriageByBothMeasures()
    {
        var miss = Assert.Single(Score(MissedEmergency).Misses);

        Assert.True(miss.IsUnderTriage && miss.IsClinicallyUnder && miss.IsMissedEmergency);
        Assert.False(miss.IsOverTriage || miss.IsClinicallyOver || miss.IsRuleHit || miss.IsExact);
        Assert.Equal((Disposition.Emergency, Disposition.Physio), (miss.Expected, miss.Actual));
    }

    [Fact]
    public void Score_MoreUrgentThanLabelled_IsOverTriageByBothMeasures()
    {
        var miss = Assert.Single(Score(OverTriage).Misses);

        Assert.True(miss.IsOverTriage && miss.IsClinicallyOver);
        Assert.False(miss.IsUnderTriage || miss.IsClinicallyUnder || miss.IsMissedEmergency);
    }

    [Fact]
    public void Score_RightAnswerByAnotherRule_IsAMiss()
    {
        var report = Score(OtherRule);

        Assert.False(report.IsPerfect);
        var miss = Assert.Single(report.Misses);
        Assert.True(miss.IsExact);
        Assert.False(miss.IsRuleHit);
    }

    [Fact]
    public void Score_QuestionWasSkipped_Counts()
    {
        var line = OtherRule.Replace(
            "\"findings\"",
            "\"notAnswered\": [\"health.general\"], \"findings\"",
            StringComparison.Ordinal
        );

        Assert.True(Score(line).IsPerfect);
    }

    [Theory]
    [InlineData("not json", "is not valid JSON")]
    [InlineData("[1]", "must be an object")]
    [InlineData("{\"id\": \"\\ud800\"}", "not valid Unicode")]
    [InlineData(
        "{}",
        "clinicalMax must be a disposition; clinicalMin must be a disposition; decidingRule must be a text; findings is missing; id must be a text; protocolDisposition must be a disposition"
    )]
    public void Score_LineIsNoCase_IsReportedWithItsNumber(string line, string message)
    {
        var report = Score(Exact, line, Exact);

        Assert.Equal(2, report.Outcomes.Count);
        var error = Assert.Single(report.BadLines);
        Assert.Equal(2, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(report.IsPerfect);
    }

    [Theory]
    [InlineData(
        "bone-shows",
        "bone-shws",
        "findings.bone-shws is not a finding of this protocol; did you mean bone-shows?"
    )]
    [InlineData("\"age\": null", "\"age\": 400", "age must be a number")]
    [InlineData("\"A1\"", "\"A9\"", "decidingRule A9 is not a rule of this protocol")]
    [InlineData(
        "\"protocolDisposition\": \"ambulance\"",
        "\"protocolDisposition\": \"ambulence\"",
        "protocolDisposition must be a disposition"
    )]
    [InlineData(
        "\"clinicalMax\": \"ambulance\"",
        "\"clinicalMax\": \"physio\"",
        "clinicalMax is less urgent than clinicalMin"
    )]
    public void Score_CaseIsWrong_SaysWhat(string old, string replacement, string message)
    {
        var error = Assert.Single(Score(Exact.Replace(old, replacement, StringComparison.Ordinal)).BadLines);

        Assert.Equal(message, error.Message[..Math.Min(message.Length, error.Message.Length)]);
    }

    [Fact]
    public void Confusion_CountsExpectedAgainstActual()
    {
        var report = Score(Exact, Exact, MissedEmergency, OverTriage);

        Assert.Equal(2, report.Confusion(Disposition.Ambulance, Disposition.Ambulance));
        Assert.Equal(1, report.Confusion(Disposition.Emergency, Disposition.Physio));
        Assert.Equal(1, report.Confusion(Disposition.Physio, Disposition.PhysioPriority));
        Assert.Equal(0, report.Confusion(Disposition.Physio, Disposition.Emergency));
    }

    [Fact]
    public void Write_Report_ShowsTotalsTableMissesAndBadLines()
    {
        var text = CaseReportText.Write(Score(Exact, MissedEmergency, OverTriage, OtherRule, "{"));

        string[] expected =
        [
            "cases                                       4\n",
            "as the protocol says                        2\n",
            "deciding rule among the reasons             1\n",
            "under-triage                                1\n",
            "emergencies missed                          1\n",
            "over-triage                                 1\n",
            "lines that are no case                      1\n",
            "                        1    2    3    4    5    6    7\n",
            "1 ambulance             1    .    .    .    .    .    .\n",
            "2 emergency             .    .    .    .    .    1    .\n",
            "line 2, case v2: emergency missed, under-triage, deciding rule did not fire, less urgent than a clinician accepts\n",
            "  asks for emergency by E1\n  got physio by R1\n",
            "line 4, case v4: deciding rule did not fire\n",
            "line 5: is not valid JSON\n",
        ];
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    private static CaseReport Score(params string[] lines) =>
        CaseScoring.Score(AnkleProtocol.Instance, lines.Select(line => line.ReplaceLineEndings(" ")));
}
