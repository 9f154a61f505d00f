namespace SpasmBot.Clinical.Tests;

public sealed class ReportingTests
{
    private static readonly Protocol Ankle = AnkleProtocol.Instance;

    [Fact]
    public void Report_Protocol_CountsWhatItContains()
    {
        var report = ProtocolReport.Of(Ankle);

        Assert.Equal(
            ["findings 9", "questions 5", "rules 8", "advice 8", "other conditions 1", "phases of recovery 2"],
            report.Counts.Select(count => $"{count.Name} {count.Count}")
        );
        Assert.Equal(
            ["ambulance", "emergency", "doctor-today"],
            report.Rules.Take(3).Select(r => DispositionId.Of(r.Disposition))
        );
        Assert.Equal(["S1", "S2"], report.Rules[2].Rules);
        Assert.Equal(
            ["do 3", "do-not 2", "makes-worse 1", "while-waiting 1", "safety-net 1"],
            report.Counts[3].Parts.Select(part => $"{part.Name} {part.Count}")
        );
    }

    [Fact]
    public void Report_FindingsThatLeadNowhere_AreListed()
    {
        var extra = Ankle.FindFinding("swelling")! with { Id = "bruise", Implies = [] };
        var asked = Ankle.FindFinding("swelling")! with { Id = "warmth", Implies = [] };
        var implier = Ankle.FindFinding("swelling")! with { Id = "cramp", Implies = ["swelling"] };
        var question = Ankle.Questions[^1] with { AlsoSettles = ["warmth", "swelling"] };
        var protocol = Ankle with
        {
            Findings = [.. Ankle.Findings, extra, asked, implier],
            Questions = [.. Ankle.Questions.SkipLast(1), question],
        };

        var report = ProtocolReport.Of(protocol);

        Assert.Equal(["bruise"], report.UsedNowhere);
        Assert.Equal(["hurts-running", "bruise", "cramp"], report.NotAsked);
        Assert.Equal(["warmth"], report.AskedInVain);
    }

    [Fact]
    public void Report_NoQuestionAndNoPhraseBringsAFinding_IsListed()
    {
        HashSet<string> sayable = ["thin-bones"];

        Assert.Equal(["hurts-running"], ProtocolReport.Of(Ankle, sayable).Unreachable);
        Assert.Empty(ProtocolReport.Of(Ankle, new HashSet<string> { "hurts-running" }).Unreachable);
    }

    [Fact]
    public void Report_QuestionNobodyNeeds_IsListed()
    {
        var advice = Ankle.Advice.Where(item => item.Id != "raise-it");
        var rules = Ankle.Rules.Where(rule => rule.Id is "A1" or "P1" or "C1");
        var protocol = Ankle with { Rules = [.. rules], Advice = [.. advice] };

        Assert.Equal(["When it began"], ProtocolReport.Of(protocol with { Conditions = [] }).QuestionsInVain);
        Assert.Empty(ProtocolReport.Of(Ankle).QuestionsInVain);
    }

    [Fact]
    public void Report_Proofs_SaysWhetherTheyAreOfThisProtocol()
    {
        var record = new ProofRecord(
            ProtocolFingerprint.Of(Ankle),
            [new RecordedProof("one", "One answer.", "Solver.", Holds: false, ["Nobody."])],
            ["Idle."]
        );

        Assert.Contains("there are none", ProtocolReport.Of(Ankle).Proofs[0], StringComparison.Ordinal);
        Assert.Equal(
            ["REFUTED: One answer.", "Nobody.", "Idle."],
            ProtocolReport.Of(Ankle with { Proofs = record }).Proofs
        );
        var other = Ankle with { Proofs = record, Rules = [.. Ankle.Rules.Skip(1)] };
        Assert.Contains("another state", ProtocolReport.Of(other).Proofs[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Text_IsReadable()
    {
        var text = ProtocolReportText.Write(ProtocolReport.Of(Ankle));

        Assert.StartsWith(
            "Sore ankle, version 7\n\nfindings                9   emergency-signs 2",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("doctor-today            2   S1 S2\n", text, StringComparison.Ordinal);
        Assert.Contains("Findings that nothing uses: none\n", text, StringComparison.Ordinal);
        Assert.Contains("Findings that no question asks: 1\n  hurts-running\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Protocol_DrawsSectionsQuestionsAndDispositions()
    {
        var diagram = FlowDiagram.Render(Ankle);

        Assert.StartsWith("flowchart TD\n", diagram, StringComparison.Ordinal);
        string[] expected =
        [
            "  subgraph section_emergency_signs[\"emergency-signs\"]\n",
            "    question_onset__when[\"When it began\"]\n",
            "    question_onset__how[\"How it began<br/>only if swelling or twisted\"]\n",
            "    question_onset__when --> question_onset__how\n",
            "  section_emergency_signs --> section_onset\n",
            "  section_onset -.-> triage\n",
            "  triage --> disposition_doctor_today([\"See a doctor today<br/>S1 S2\"])\n",
            "  triage --> disposition_physio([\"Book<br/>R1 N1\"])\n",
        ];
        Assert.All(expected, line => Assert.Contains(line, diagram, StringComparison.Ordinal));
        Assert.Equal(diagram, FlowDiagram.Render(Ankle));
    }

    [Fact]
    public void Render_SectionsGiven_FollowOneAnotherInThatOrderAndOthersStandBeside()
    {
        var diagram = FlowDiagram.Render(Ankle, ["pain", "unknown", "emergency-signs"]);

        Assert.Contains("  section_pain --> section_emergency_signs\n", diagram, StringComparison.Ordinal);
        Assert.Contains("subgraph section_health", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("section_health -", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", diagram, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TextWithSigns_IsEscaped()
    {
        var question = Ankle.Questions[0] with
        {
            Label = "Signs \"#1\"",
            When = new Expression.Compare("age", Comparison.GreaterOrEqual, 3),
        };

        var diagram = FlowDiagram.Render(Ankle with { Questions = [question] });

        Assert.Contains("[\"Signs #quot;#35;1#quot;<br/>only if age #gt;= 3\"]", diagram, StringComparison.Ordinal);
    }
}
