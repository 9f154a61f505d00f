using System.Globalization;

namespace SpasmBot.Clinical.Tests;

/// <summary>
/// The clinic's table of rules, line by line: each way to make a rule decide, with nothing in it that is not needed,
/// and the nearest case in which it must stay silent.
/// </summary>
public sealed class UpperBackSpasmRuleTests
{
    private static readonly Protocol Protocol = UpperBackSpasm.Protocol;

    [Theory]
    [InlineData("A1", "ambulance", "sudden-severe-pain")]
    [InlineData("A2", "ambulance", "chest-pressure")]
    [InlineData("A3", "ambulance", "severe-breathlessness")]
    [InlineData("A4", "ambulance", "collapse")]
    [InlineData("A4", "ambulance", "stroke-signs")]
    [InlineData("A5", "ambulance", "stiff-neck-fever")]
    [InlineData("A6", "ambulance", "vomiting-blood")]
    [InlineData("A7", "ambulance", "severe-belly-pain age=60")]
    [InlineData("A7", "ambulance", "severe-belly-pain aorta-risk")]
    [InlineData("A7", "ambulance", "upper-belly-pain age=60")]
    [InlineData("A7", "ambulance", "upper-belly-pain aorta-risk")]
    [InlineData("A7", "ambulance", "flank-colic age=60")]
    [InlineData("A7", "ambulance", "flank-colic aorta-risk")]
    [InlineData("A8", "ambulance", "severe-belly-pain pregnant")]
    [InlineData("A9", "ambulance", "major-trauma leg-weakness")]
    [InlineData("A9", "ambulance", "major-trauma unsteady-walking")]
    [InlineData("A9", "ambulance", "major-trauma trunk-numbness")]
    [InlineData("A9", "ambulance", "major-trauma saddle-numbness")]
    [InlineData("A9", "ambulance", "major-trauma bladder-bowel-change")]
    [InlineData("A9", "ambulance", "major-trauma breathless")]
    [InlineData("A10", "ambulance", "aorta-risk onsetDays=14 sudden-onset")]
    [InlineData("A10", "ambulance", "aorta-risk onsetDays=14 chest-pressure-recent")]
    [InlineData("A10", "ambulance", "aorta-risk onsetDays=0 severity=7")]
    [InlineData("E1", "emergency", "leg-weakness")]
    [InlineData("E1", "emergency", "unsteady-walking")]
    [InlineData("E1", "emergency", "trunk-numbness")]
    [InlineData("E1", "emergency", "saddle-numbness")]
    [InlineData("E1", "emergency", "bladder-bowel-change")]
    [InlineData("E2", "emergency", "chest-pressure-recent")]
    [InlineData("E3", "emergency", "breathless")]
    [InlineData("E3", "emergency", "coughing-blood")]
    [InlineData("E4", "emergency", "pain-on-breathing swollen-leg")]
    [InlineData("E4", "emergency", "pain-on-breathing clot-risk")]
    [InlineData("E4", "emergency", "pain-on-breathing pregnant")]
    [InlineData("E4", "emergency", "pain-on-breathing recent-birth")]
    [InlineData("E4", "emergency", "swollen-leg clot-risk")]
    [InlineData("E4", "emergency", "swollen-leg pregnant")]
    [InlineData("E4", "emergency", "swollen-leg recent-birth")]
    [InlineData("E5", "emergency", "major-trauma")]
    [InlineData("E6", "emergency", "fever infection-risk")]
    [InlineData("E6", "emergency", "fever night-pain")]
    [InlineData("E6", "emergency", "fever pregnant")]
    [InlineData("E6", "emergency", "fever recent-birth")]
    [InlineData("E7", "emergency", "severe-belly-pain")]
    [InlineData("E7", "emergency", "upper-belly-pain")]
    [InlineData("E7", "emergency", "flank-colic")]
    [InlineData("E8", "emergency", "fever fatty-meal-pain")]
    [InlineData("E8", "emergency", "fever jaundice")]
    [InlineData("E9", "emergency", "rash-band infection-risk")]
    [InlineData("E10", "emergency", "blood-thinners after-trauma")]
    [InlineData("E10", "emergency", "blood-thinners minor-trauma")]
    [InlineData("E10", "emergency", "blood-thinners rib-injury")]
    [InlineData("E10", "emergency", "blood-thinners severity=8")]
    [InlineData("E11", "emergency", "pregnant headache-vision")]
    [InlineData("E11", "emergency", "recent-birth headache-vision")]
    [InlineData("E12", "emergency", "shoulder-tip-pain pregnant")]
    [InlineData("E12", "emergency", "shoulder-tip-pain vaginal-bleeding")]
    [InlineData("E13", "emergency", "exertional-pain getting-worse")]
    [InlineData("E14", "emergency", "aorta-risk onsetDays=14")]
    [InlineData("E16", "emergency", "heart-risk unchanged-by-movement onsetDays=3")]
    [InlineData("E15", "emergency", "self-harm-thoughts")]
    [InlineData("E15", "emergency", "unsafe-at-home")]
    [InlineData("S1", "doctor-today", "fever")]
    [InlineData("S2", "doctor-today", "pain-on-breathing chesty-cough")]
    [InlineData("S2", "doctor-today", "pain-on-breathing sudden-onset no-clear-cause")]
    [InlineData("S3", "doctor-today", "weight-loss")]
    [InlineData("S3", "doctor-today", "shape-change")]
    [InlineData("S3", "doctor-today", "cancer-history night-pain")]
    [InlineData("S3", "doctor-today", "cancer-history getting-worse")]
    [InlineData("S3", "doctor-today", "night-pain getting-worse")]
    [InlineData("S3", "doctor-today", "night-pain infection-risk")]
    [InlineData("S3", "doctor-today", "night-pain first-episode age=50")]
    [InlineData("S4", "doctor-today", "tb-risk long-cough")]
    [InlineData("S4", "doctor-today", "tb-risk night-sweats")]
    [InlineData("S4", "doctor-today", "tb-risk getting-worse onsetDays=15")]
    [InlineData("S5", "doctor-today", "after-trauma bone-risk")]
    [InlineData("S5", "doctor-today", "after-trauma age=65")]
    [InlineData("S5", "doctor-today", "minor-trauma bone-risk")]
    [InlineData("S6", "doctor-today", "rib-injury")]
    [InlineData("S7", "doctor-today", "rash-band")]
    [InlineData("S8", "doctor-today", "urinary-change at-flank")]
    [InlineData("S8", "doctor-today", "urinary-change at-low-back")]
    [InlineData("S8", "doctor-today", "urinary-change at-ribs")]
    [InlineData("S8", "doctor-today", "urinary-change at-mid-back")]
    [InlineData("S9", "doctor-today", "clumsy-hands")]
    [InlineData("S9", "doctor-today", "arm-weakness")]
    [InlineData("S9", "doctor-today", "neck-shock")]
    [InlineData("S10", "doctor-today", "exertional-pain")]
    [InlineData("S10", "doctor-today", "chest-pressure-past")]
    [InlineData("S11", "doctor-today", "cough-sneeze-front severity=8")]
    [InlineData("S12", "doctor-today", "constant nothing-eases movement-severely-limited")]
    [InlineData("S13", "doctor-today", "swollen-leg")]
    [InlineData("S14", "doctor-today", "pregnant vaginal-bleeding")]
    [InlineData("S15", "doctor-today", "after-trauma movement-severely-limited")]
    [InlineData("S15", "doctor-today", "after-trauma severity=7")]
    [InlineData("S15", "doctor-today", "after-trauma arm-tingling")]
    [InlineData("S16", "doctor-today", "sudden-onset bone-risk")]
    [InlineData("S16", "doctor-today", "sudden-onset age=70")]
    [InlineData("S17", "doctor-today", "at-chest-front age=40")]
    [InlineData("S17", "doctor-today", "at-chest-front heart-risk")]
    [InlineData("S18", "doctor-today", "unchanged-by-movement age=50")]
    [InlineData("S18", "doctor-today", "unchanged-by-movement heart-risk")]
    [InlineData("S19", "doctor-today", "headache-vision")]
    [InlineData("S20", "doctor-today", "jaundice")]
    [InlineData("S22", "doctor-today", "aorta-risk")]
    [InlineData("S21", "doctor-today", "age=9")]
    [InlineData("G1", "doctor-soon", "fatty-meal-pain")]
    [InlineData("G2", "doctor-soon", "meal-related-pain")]
    [InlineData("G3", "doctor-soon", "morning-stiffness age=44 onsetDays=91")]
    [InlineData("G3", "doctor-soon", "morning-stiffness age=50")]
    [InlineData("G4", "doctor-soon", "age=15")]
    [InlineData("G5", "doctor-soon", "getting-worse onsetDays=43")]
    [InlineData("G6", "doctor-soon", "infection-risk redness-swelling")]
    [InlineData("G6", "doctor-soon", "infection-risk constant getting-worse")]
    [InlineData("G6", "doctor-soon", "infection-risk constant onsetDays=8")]
    [InlineData("G10", "doctor-soon", "after-trauma age=50")]
    [InlineData("G8", "doctor-soon", "cancer-history")]
    [InlineData("G8", "doctor-soon", "night-pain")]
    [InlineData("G8", "doctor-soon", "unchanged-by-movement")]
    [InlineData("G8", "doctor-soon", "at-chest-front")]
    [InlineData("G9", "doctor-soon", "heart-risk no-clear-cause")]
    [InlineData("G7", "doctor-soon", "night-sweats")]
    [InlineData("G7", "doctor-soon", "long-cough")]
    [InlineData("G7", "doctor-soon", "urinary-change")]
    [InlineData("G7", "doctor-soon", "vaginal-bleeding")]
    [InlineData("G7", "doctor-soon", "shoulder-tip-pain")]
    [InlineData("P1", "physio-priority", "arm-tingling")]
    [InlineData("P1", "physio-priority", "neck-movement-pain at-arm")]
    [InlineData("P2", "physio-priority", "cough-sneeze-front")]
    [InlineData("P3", "physio-priority", "pain-on-breathing")]
    [InlineData("P4", "physio-priority", "severity=7")]
    [InlineData("P4", "physio-priority", "constant")]
    [InlineData("P4", "physio-priority", "getting-worse")]
    [InlineData("P4", "physio-priority", "movement-severely-limited")]
    [InlineData("P4", "physio-priority", "daily-life-stopped")]
    [InlineData("P4", "physio-priority", "nothing-eases")]
    [InlineData("P5", "physio-priority", "first-episode age=19")]
    [InlineData("P5", "physio-priority", "first-episode age=56")]
    [InlineData("P6", "physio-priority", "after-trauma")]
    [InlineData("P6", "physio-priority", "minor-trauma")]
    [InlineData("R1", "physio", "came-back")]
    [InlineData("R1", "physio", "daily-life-affected")]
    [InlineData("R1", "physio", "sleep-disturbed")]
    [InlineData("R1", "physio", "onsetDays=15")]
    [InlineData("R1", "physio", "severity=5")]
    [InlineData("R1", "physio", "scoliosis")]
    [InlineData("R1", "physio", "shoulder-injury-history")]
    [InlineData("R1", "physio", "whiplash-history")]
    [InlineData("R1", "physio", "weakness-local")]
    [InlineData("R1", "physio", "redness-swelling")]
    [InlineData("C1", "self-care", "")]
    public void Assess_JustEnoughForARule_ThatRuleDecides(string rule, string disposition, string known)
    {
        var assessment = Triage.Assess(Protocol, FindingsOf(known));

        Assert.Equal((rule, disposition), (assessment.Reasons[0].Rule, assessment.Disposition));
        Assert.All(OneLess(known), less => Assert.DoesNotContain(rule, RulesOf(less)));
    }

    [Theory]
    [InlineData("A7", "severe-belly-pain age=59")]
    [InlineData("A7", "aorta-risk age=80")]
    [InlineData("A8", "severe-belly-pain recent-birth")]
    [InlineData("A9", "minor-trauma leg-weakness")]
    [InlineData("A10", "aorta-risk onsetDays=15 sudden-onset")]
    [InlineData("A10", "aorta-risk onsetDays=14 severity=6.9")]
    [InlineData("A10", "aorta-risk sudden-onset severity=9")]
    [InlineData("A10", "aorta-risk onsetDays=2 chest-pressure-past")]
    [InlineData("E4", "clot-risk pregnant")]
    [InlineData("E4", "pain-on-breathing heart-risk")]
    [InlineData("E6", "infection-risk night-pain")]
    [InlineData("E8", "fatty-meal-pain jaundice")]
    [InlineData("E10", "blood-thinners severity=7.9")]
    [InlineData("E13", "exertional-pain constant")]
    [InlineData("E14", "aorta-risk onsetDays=15")]
    [InlineData("E16", "heart-risk unchanged-by-movement onsetDays=4")]
    [InlineData("E16", "heart-risk unchanged-by-movement")]
    [InlineData("S2", "pain-on-breathing sudden-onset")]
    [InlineData("S2", "sudden-onset no-clear-cause chesty-cough")]
    [InlineData("S3", "night-pain first-episode age=49")]
    [InlineData("S3", "cancer-history constant")]
    [InlineData("S3", "night-pain age=80")]
    [InlineData("S4", "tb-risk getting-worse onsetDays=14")]
    [InlineData("S5", "after-trauma age=64")]
    [InlineData("S8", "urinary-change at-upper-back")]
    [InlineData("S11", "cough-sneeze-front severity=7.9")]
    [InlineData("S12", "constant nothing-eases")]
    [InlineData("S15", "after-trauma severity=6.9")]
    [InlineData("S16", "sudden-onset age=69")]
    [InlineData("S17", "at-chest-front age=39")]
    [InlineData("S18", "unchanged-by-movement age=49")]
    [InlineData("S21", "age=10")]
    [InlineData("G3", "morning-stiffness age=45 onsetDays=90")]
    [InlineData("G3", "morning-stiffness age=49 onsetDays=500")]
    [InlineData("G3", "morning-stiffness age=30")]
    [InlineData("G3", "morning-stiffness onsetDays=400")]
    [InlineData("G4", "age=16")]
    [InlineData("G5", "getting-worse onsetDays=42")]
    [InlineData("G6", "infection-risk constant onsetDays=7")]
    [InlineData("G10", "after-trauma age=49")]
    [InlineData("P1", "neck-movement-pain at-shoulder-top")]
    [InlineData("P4", "severity=6.9")]
    [InlineData("P5", "first-episode age=20")]
    [InlineData("P5", "first-episode age=55")]
    [InlineData("P5", "age=80")]
    [InlineData("R1", "onsetDays=14 severity=4.9")]
    [InlineData("C1", "severity=5")]
    [InlineData("C1", "constant")]
    [InlineData("C1", "fever?")]
    public void Assess_NotQuiteEnoughForARule_ThatRuleIsSilent(string rule, string known) =>
        Assert.DoesNotContain(rule, RulesOf(known));

    [Fact]
    public void Assess_MildCase_IsSelfCare() =>
        Assert.Equal(
            ["C1"],
            RulesOf("after-lifting intermittent getting-better age=30 onsetDays=3 severity=4 heart-risk")
        );

    [Fact]
    public void Rules_EachHasACaseInWhichItDecides() =>
        Assert.Equal(
            Protocol.Rules.Select(rule => rule.Id),
            DecidingCases().Select(one => one.Rule).Distinct(StringComparer.Ordinal)
        );

    /// <summary>
    /// A screen or an option that hides until it matters must show as soon as it does. The signs of a crisis are no
    /// ticks for everybody: they are caught in words, and asked after an assault.
    /// </summary>
    [Theory]
    [InlineData(OwnStory.Untold)]
    [InlineData(OwnStory.Told)]
    public void Questions_FindingWouldMakeARuleFire_IsOfferedOnceTheRestIsKnown(OwnStory story)
    {
        var hidden =
            from one in DecidingCases()
            where !Protocol.Rules.Single(rule => rule.Id == one.Rule).IsCrisis
            from finding in FindingsOf(one.Known).Presences.Keys
            let rest = string.Join(' ', Marks(one.Known).Where(mark => mark != finding))
            where !IsOffered(finding, FindingsOf(story == OwnStory.Told ? $"{rest} at-ribs" : rest), story)
            select $"{finding} is not offered after \"{rest}\", which {one.Rule} needs";

        Assert.Empty(hidden);
    }

    [Theory]
    [InlineData("A1", "sudden-severe-pain?", "A1 ambulance")]
    [InlineData("E5", "major-trauma?", "E5 emergency")]
    [InlineData("S1", "stiff-neck-fever?", "S1 doctor-soon")]
    [InlineData("S10", "chest-pressure-past?", "S10 doctor-today")]
    [InlineData("A8", "severe-belly-pain pregnant?", "A8 ambulance")]
    [InlineData("E4", "pain-on-breathing recent-birth?", "E4 doctor-soon")]
    [InlineData("E4", "pain-on-breathing? pregnant", "E4 doctor-soon")]
    [InlineData("S1", "fever?", "S1 doctor-soon")]
    [InlineData("S7", "rash-band?", "S7 doctor-soon")]
    [InlineData("G2", "meal-related-pain?", "G2 doctor-soon")]
    [InlineData("A7", "upper-belly-pain? age=70", "A7 doctor-soon")]
    [InlineData("S5", "major-trauma? bone-risk", "S5 doctor-soon")]
    public void Assess_NotSure_CountsAsTheProtocolSays(string rule, string known, string expected)
    {
        var reason = Triage.Assess(Protocol, FindingsOf(known)).Reasons.Single(one => one.Rule == rule);

        Assert.Equal(expected, $"{reason.Rule} {reason.Disposition}");
        Assert.Contains("You were not sure about: ", reason.Text, StringComparison.Ordinal);
        Assert.Contains(reason.Because, cause => cause.Presence == "unsure");
    }

    [Theory]
    [InlineData("E6", "fever infection-risk?")]
    [InlineData("A7", "flank-colic aorta-risk?")]
    [InlineData("S3", "cancer-history? getting-worse")]
    [InlineData("S4", "tb-risk? long-cough")]
    [InlineData("S5", "after-trauma bone-risk?")]
    [InlineData("E4", "swollen-leg clot-risk?")]
    [InlineData("E10", "blood-thinners? after-trauma")]
    [InlineData("S17", "at-chest-front heart-risk?")]
    [InlineData("S22", "aorta-risk?")]
    [InlineData("G8", "cancer-history?")]
    [InlineData("R1", "scoliosis?")]
    [InlineData("P1", "arm-tingling?")]
    [InlineData("P3", "pain-on-breathing?")]
    [InlineData("P6", "major-trauma?")]
    [InlineData("R1", "daily-life-affected?")]
    public void Assess_NotSureWhereItDoesNotCount_RuleIsSilent(string rule, string known) =>
        Assert.DoesNotContain(rule, RulesOf(known));

    private static IEnumerable<(string Rule, string Known)> DecidingCases() =>
        typeof(UpperBackSpasmRuleTests)
            .GetMethod(nameof(Assess_JustEnoughForARule_ThatRuleDecides))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(data => data.GetData(testMethod: null!).Single())
            .Select(row => ((string)row[0], (string)row[2]));

    /// <summary>
    /// Somebody who has a finding also says what it implies: a small fall is a fall. A told story has a place: who has
    /// sharp rib pain has said the ribs.
    /// </summary>
    private static bool IsOffered(string finding, Findings known, OwnStory story)
    {
        var findings = Protocol
            .FindFinding(finding)!
            .Implies.Aggregate(known, (all, implied) => all.With(implied, Presence.Present));
        return Protocol
            .Questions.Where(question =>
                (question.Story is null || question.Story == story) && Holds(question.When, findings)
            )
            .SelectMany(question => question.Options)
            .Any(option => option.Finding == finding && Holds(option.When, findings));
    }

    private static bool Holds(Expression? when, Findings findings) =>
        when is null || ExpressionEvaluator.HoldsForRouting(when, findings, Protocol);

    private static IEnumerable<string> RulesOf(string known) =>
        Triage.Assess(Protocol, FindingsOf(known)).Reasons.Select(reason => reason.Rule);

    private static IEnumerable<string> OneLess(string known)
    {
        var marks = Marks(known);
        return marks.Select((_, index) => string.Join(' ', marks.Where((_, other) => other != index)));
    }

    /// <summary>"fever pregnant? age=60": present, not sure, and numbers.</summary>
    private static Findings FindingsOf(string known)
    {
        var numbers = Marks(known).Where(mark => mark.Contains('=')).ToArray();
        var findings = Known.Of([.. Marks(known).Except(numbers, StringComparer.Ordinal)]);
        Assert.All(findings.Presences.Keys, id => Assert.NotNull(Protocol.FindFinding(id)));
        return numbers.Select(mark => mark.Split('=')).Aggregate(findings, WithNumber);
    }

    private static Findings WithNumber(Findings findings, string[] pair)
    {
        var value = double.Parse(pair[1], CultureInfo.InvariantCulture);
        return pair[0] switch
        {
            "age" => findings with { Age = value },
            "onsetDays" => findings with { OnsetDays = value },
            "severity" => findings with { Severity = value },
            var other => throw new ArgumentException($"{other} is no number", nameof(pair)),
        };
    }

    private static string[] Marks(string known) => known.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
