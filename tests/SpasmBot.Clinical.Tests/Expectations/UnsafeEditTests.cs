namespace SpasmBot.Clinical.Tests.Expectations;

/// <summary>Unsafe edits of the clinic's files do not start; the error says whom they would fail, in words.</summary>
public sealed class UnsafeEditTests
{
    [Fact]
    public void Load_RuleRemoved_IsCaught()
    {
        var rules = Files()["rules.yaml"];
        var start = rules.IndexOf("  - id: E2\n", StringComparison.Ordinal);
        var end = rules.IndexOf("  - id: E3\n", StringComparison.Ordinal);

        AssertCaught(
            Files().Replace("rules.yaml", rules[start..end], ""),
            "a person with “Pressure or tightness in the chest in the last 3 days” must be told at least “Go to an "
                + "emergency department now; do not drive yourself” (NICE CG95). With these rules the answer is only"
        );
    }

    [Fact]
    public void Load_OrBecomesAnd_IsCaught() =>
        AssertCaught(
            Files().Replace("rules.yaml", "when: collapse or stroke-signs", "when: collapse and stroke-signs"),
            "a person with “Fainted or nearly fainted” must be told at least “Call an ambulance now” (NHS). "
                + "With these rules the answer is only"
        );

    [Fact]
    public void Load_ThresholdMoved_IsCaught() =>
        AssertCaught(
            Files().Replace("rules.yaml", "and (age >= 60 or aorta-risk)", "and (age >= 65 or aorta-risk)"),
            "a person with age 60; “Sudden severe belly pain” must be told at least “Call an ambulance now” (abdominal "
                + "aneurysm: NHS). With these rules the answer is only “Go to an emergency department now; do not "
                + "drive yourself”."
        );

    [Fact]
    public void Load_DispositionLowered_IsCaught() =>
        AssertCaught(
            Files()
                .Replace(
                    "rules.yaml",
                    "when: swollen-leg\n    disposition: doctor-today",
                    "when: swollen-leg\n    disposition: physio"
                ),
            "a person with “One leg newly swollen or warm or red” must be told at least “See a doctor today” (clot: NICE "
                + "NG158). With these rules the answer is only"
        );

    [Fact]
    public void Load_SignTakenOutOfARule_IsCaught() =>
        AssertCaught(
            Files().Replace("rules.yaml", " or saddle-numbness", ""),
            "a person with “Numb between the legs” must be told at least “Go to an emergency department now; do not drive "
                + "yourself” (cord compression, cauda equina: NICE NG234, NHS). With these rules the answer is only"
        );

    [Fact]
    public void Load_SignDeletedEverywhere_IsCaught()
    {
        var files = Files().Replace("rules.yaml", "when: vomiting-blood\n", "when: collapse\n");
        files["findings.yaml"] = files["findings.yaml"]
            .Replace("- id: vomiting-blood", "- id: other-bleeding", StringComparison.Ordinal);
        foreach (
            var name in files.Keys.Where(name => name is not "expectations.yaml" and not "findings.yaml").ToArray()
        )
        {
            files[name] = files[name].Replace("vomiting-blood", "other-bleeding", StringComparison.Ordinal);
        }

        AssertCaught(files, "vomiting-blood is no finding, number or skipped question of this protocol");
    }

    [Fact]
    public void Load_NotSureNoLongerCounts_IsCaught() =>
        AssertCaught(
            Files()
                .Replace(
                    "findings.yaml",
                    "  - id: coughing-blood\n    group: emergency-signs\n",
                    "  - id: coughing-blood\n    group: emergency-signs\n    unsure: ignored\n"
                ),
            "a person with not sure about “Coughing up blood” must be told at least “Go to an emergency department now"
        );

    private static void AssertCaught(Dictionary<string, string> files, string sentence)
    {
        var result = ProtocolLoader.Load(files);

        Assert.Null(result.Protocol);
        Assert.Contains(
            result.Errors,
            error =>
                error.File == "expectations.yaml"
                && error.Line > 1
                && error.Message.Contains(sentence, StringComparison.Ordinal)
        );
    }

    private static Dictionary<string, string> Files() => new(UpperBackSpasm.Files, StringComparer.Ordinal);
}
