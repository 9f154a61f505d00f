using SpasmBot.Proofs.Model;
using SpasmBot.Proofs.Properties;
using SpasmBot.Proofs.Solving;

namespace SpasmBot.Clinical.Tests.Proofs;

/// <summary>Each proof can fail: a protocol that is broken for it, and what it then says to a clinician.</summary>
public sealed class BrokenProtocolTests
{
    private static readonly Protocol Ankle = AnkleProtocol.Instance;

    [Fact]
    public void OneDisposition_NoRuleForEverybodyElse_SomebodyIsLeftWithoutAnAnswer() =>
        Assert.Equal(
            ["A person with nothing at all gets no answer at all."],
            Examples(AnswerProofs.OneDisposition, Ankle with { Rules = [.. Ankle.Rules.SkipLast(1)] })
        );

    [Fact]
    public void OneDisposition_NoWordsForAnAnswer_SomebodyIsLeftWithoutAnAnswer()
    {
        var texts = Ankle.Dispositions.Where(pair => pair.Key != Disposition.Ambulance).ToDictionary();

        Assert.Equal(
            ["A person with “Bone that shows” gets no answer at all."],
            Examples(AnswerProofs.OneDisposition, Ankle with { Dispositions = texts })
        );
    }

    /// <summary>The files cannot say "not", so the meaning of a rule is broken in its place.</summary>
    [Fact]
    public void NeverLessForMore_AFindingTakesUrgencyAway_TellsWhatWasAdded()
    {
        var easing = Formula.Except(new Formula.Said("swelling", Presence.Present));
        var broken = ProtocolModel
            .Of(Ankle)
            .WithRules(rule =>
                rule.Rule.Id != "P1"
                    ? rule
                    : rule with
                    {
                        Fully = Formula.And(rule.Fully, easing),
                        AtAll = Formula.And(rule.AtAll, easing),
                    }
            );

        var examples = AnswerProofs.NeverLessForMore(broken, new Search(broken)).CounterExamples;

        Assert.Contains(
            "A person with “Cannot stand on it” is told at least “Book soon”. With “Cannot stand on it”; “Swelling”, "
                + "which is the same or more, the answer is less urgent.",
            examples
        );
    }

    [Fact]
    public void NeverLessForMore_NotInAFile_IsNoCondition() =>
        Assert.Contains(
            ProtocolLoader
                .Load(
                    AnkleProtocol.FilesWith(
                        "rules.yaml",
                        "when: force and cannot-stand",
                        "when: force and not swelling"
                    )
                )
                .Errors,
            error => error.Message.Contains("no answer ever takes urgency away", StringComparison.Ordinal)
        );

    [Fact]
    public void EmergencySigns_SignIsInNoUrgentRule_TellsWhoIsLetGo() =>
        Assert.Equal(
            [
                "A person with “A cold or blue foot” is told less than “See a doctor today”: the answer is “Book soon”.",
                "A person with not sure about “A cold or blue foot” is told less than “See a doctor today”: "
                    + "the answer is “Look after it”.",
            ],
            Examples(AnswerProofs.EmergencySigns, Edited("when: foot-cold or (cannot-stand", "when: (cannot-stand"))
        );

    [Fact]
    public void EmergencySigns_NotSureDoesNotCount_TellsWhoIsLetGo()
    {
        var findings = Ankle.Findings.Select(finding =>
            finding.Id == "foot-cold" ? finding with { Unsure = UnsureMeaning.Ignored } : finding
        );

        Assert.Equal(
            [
                "A person with not sure about “A cold or blue foot” is told less than “See a doctor today”: "
                    + "the answer is “Look after it”.",
            ],
            Examples(AnswerProofs.EmergencySigns, Ankle with { Findings = [.. findings] })
        );
    }

    [Fact]
    public void AdviceIsComplete_ItemBoundToAFinding_TellsWhoIsShownNothing()
    {
        var advice = Ankle.Advice.Select(item =>
            item.Id == "no-running" ? item with { When = new Expression.Has("hurts-running") } : item
        );

        Assert.Contains(
            "A person with nothing at all is told “Look after it”, but nothing to leave alone.",
            Examples(AnswerProofs.AdviceIsComplete, Ankle with { Advice = [.. advice] })
        );
    }

    [Fact]
    public void AdviceIsComplete_NoWordsOnWhenToBook_TellsWhoIsNotTold()
    {
        var texts = Ankle.Dispositions.ToDictionary();
        texts[Disposition.Emergency] = texts[Disposition.Emergency] with { WhenToBook = " " };

        Assert.Contains(
            "A person with “A cold or blue foot” is not told when to book.",
            Examples(AnswerProofs.AdviceIsComplete, Ankle with { Dispositions = texts })
        );
    }

    [Fact]
    public void EveryRuleFires_ConditionContradictsItself_NamesTheRule() =>
        Assert.Equal(
            [
                "Nobody can make rule G1 (“Swelling” and started more than 14 days ago and started less than 3 days ago) fire.",
            ],
            Examples(RuleProofs.EveryRuleFires, Edited("onsetDays > 14,", "onsetDays > 14 and onsetDays < 3,"))
        );

    [Fact]
    public void EveryRuleDecides_AnotherRuleIsAlwaysAsUrgent_NamesBoth() =>
        Assert.Equal(
            [
                "rule S2 (“Pregnant” and “A hard fall” and “Cannot stand on it”) never decides: with “Cannot "
                    + "stand on it”; “Pregnant”; “A hard fall”, for example, rule S1 ((“A hard fall” or “Bone that shows”) and "
                    + "“Cannot stand on it”) decides.",
            ],
            Examples(
                RuleProofs.EveryRuleDecides,
                Edited("when: expecting and swelling", "when: expecting and hard-fall and cannot-stand")
            )
        );

    [Fact]
    public void WithTheProgram_ProgramHasAnotherThreshold_TellsForWhomTheyDiffer()
    {
        var program = Edited("onsetDays > 14,", "onsetDays > 15,");

        var examples = Agreement.WithTheProgram(ProtocolModel.Of(Ankle), program, 20_000).CounterExamples;

        Assert.NotEmpty(examples);
        Assert.All(examples, sentence => Assert.Contains("started 1", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Idle_AdviceAndOptionThatNobodySees_AreNamed()
    {
        var advice = Ankle.Advice.Select(item =>
            item.Id == "raise-it" ? item with { When = new Expression.Has("foot-cold") } : item
        );
        var protocol = Ankle with { Advice = [.. advice] };
        var model = ProtocolModel.Of(protocol);

        var idle = Idle.Of(model, new Search(model));

        Assert.Contains("The advice raise-it is never shown with “Look after it”.", idle);
    }

    [Fact]
    public void Idle_FindingThatAnotherAlwaysCovers_IsNamed()
    {
        var protocol = Edited("when: twisted or ageAtOnset", "when: twisted or (twisted and thin-bones) or ageAtOnset");
        protocol = protocol with { Rules = [.. protocol.Rules.Where(rule => rule.Id != "E1")] };
        var model = ProtocolModel.Of(protocol);

        Assert.Contains(
            "The finding “Thin bones” stands in a rule, but never changes the answer.",
            Idle.Of(model, new Search(model))
        );
    }

    private static IReadOnlyList<string> Examples(Func<ProtocolModel, Search, Proof> prove, Protocol protocol)
    {
        var model = ProtocolModel.Of(protocol);
        return prove(model, new Search(model)).CounterExamples;
    }

    private static Protocol Edited(string old, string replacement)
    {
        var result = ProtocolLoader.Load(AnkleProtocol.FilesWith("rules.yaml", old, replacement));
        Assert.Empty(result.Errors);
        return result.Protocol!;
    }
}
