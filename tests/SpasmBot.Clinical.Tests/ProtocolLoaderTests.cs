namespace SpasmBot.Clinical.Tests;

/// <summary>Each kind of mistake an author can make is one line: what was changed, and what the error must say.</summary>
public sealed class ProtocolLoaderTests
{
    [Fact]
    public void Load_GoodFolder_KeepsOrderAndFillsDefaults()
    {
        var result = ProtocolLoader.Load(AnkleProtocol.Files());

        Assert.True(result.IsValid);
        var protocol = result.Protocol;
        Assert.Equal(("Sore ankle", "7"), (protocol.Name, protocol.Version));
        Assert.Equal(["A1", "E1", "S1", "S2", "G1", "P1", "R1", "C1"], protocol.Rules.Select(rule => rule.Id));
        Assert.Equal(UnsureMeaning.Counts, protocol.FindFinding("foot-cold")!.Unsure);
        Assert.Equal(UnsureMeaning.Limited, protocol.FindFinding("swelling")!.Unsure);
        Assert.Equal(UnsureMeaning.Ignored, protocol.FindFinding("thin-bones")!.Unsure);
        Assert.Equal(2, protocol.Recovery.Phases.Count);
        Assert.Null(protocol.Rules[^1].When);
        Assert.Equal("force and cannot-stand", protocol.Rules[2].WhenText);
    }

    [Fact]
    public void Load_RuleMarkedAsCrisis_IsTheOnlyOneThatIs()
    {
        var files = AnkleProtocol.FilesWith("rules.yaml", "{ id: S1,", "{ id: S1, crisis: true,");

        var rules = ProtocolLoader.Load(files).Protocol!.Rules;

        Assert.Equal(["S1"], rules.Where(rule => rule.IsCrisis).Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("emergency-signs.1", "none unsure confirms guarded")]
    [InlineData("onset.when", "optional any")]
    [InlineData("onset.how", "optional any")]
    [InlineData("pain.stand", "unsure optional any")]
    [InlineData("health.general", "none unsure optional guarded")]
    public void Load_QuestionLeavesThingsOut_TheyFollowFromKindAndSection(string id, string expected)
    {
        var question = AnkleProtocol.Instance.FindQuestion(id)!;
        (bool IsOn, string Word)[] flags =
        [
            (question.AllowsNone, "none"),
            (question.AllowsUnsure, "unsure"),
            (question.IsOptional, "optional"),
            (question.ConfirmsUnsure, "confirms"),
            (question.IsSettledByAny, "any"),
            (question.IsAskedAgain, "again"),
            (question.IsGuarded, "guarded"),
        ];

        Assert.Equal(expected, string.Join(' ', flags.Where(flag => flag.IsOn).Select(flag => flag.Word)));
    }

    [Theory]
    [InlineData(AdviceKind.Do, "ambulance,emergency")]
    [InlineData(AdviceKind.WhileWaiting, "ambulance,emergency")]
    [InlineData(AdviceKind.MakesWorse, "doctor-today,doctor-soon,physio-priority,physio,self-care")]
    public void Load_AdviceWithAndWithoutDispositions_IsShownThere(AdviceKind kind, string expected)
    {
        var item = AnkleProtocol.Instance.Advice.Last(advice => advice.Kind == kind);

        Assert.Equal(expected, string.Join(',', item.Dispositions.OrderDescending().Select(DispositionId.Of)));
    }

    [Theory]
    [InlineData("id: foot-cold", "id: bone-shows", "finding bone-shows: the id is used twice")]
    [InlineData("id: foot-cold", "id: foot cold", "an id is made of letters")]
    [InlineData("id: swelling", "id: severity", "this word has another meaning in conditions")]
    [InlineData("    group: pain", "    group: pane", "\"pane\" is not possible for `group`; did you mean pain?")]
    [InlineData("unsure: ignored", "unsure: maybe", "\"maybe\" is not possible for `unsure`")]
    [InlineData(
        "implies: [twisted]",
        "implies: [twistd]",
        "twistd is not a finding of this protocol; did you mean twisted?"
    )]
    [InlineData("implies: [twisted]", "implies: twisted", "`implies` must be a list")]
    [InlineData(
        "implies: [twisted]",
        "implies: [bone-shows]",
        "goes in a circle: hard-fall -> bone-shows -> hard-fall"
    )]
    [InlineData("    ask: \"Can you see bone?\"\n", "", "an emergency sign needs `ask`")]
    [InlineData("    why: \"The blood supply may be at risk.\"\n", "", "needs `why`")]
    [InlineData("    label: Swelling\n", "", "finding swelling: `label` is missing")]
    [InlineData("label: Swelling", "label: \"  \"", "finding swelling: `label` is empty")]
    [InlineData("label: Swelling", "label:", "finding swelling: `label` is empty")]
    [InlineData("label: Swelling", "label: [a]", "finding swelling: `label` must be a text")]
    [InlineData("label: Swelling", "lable: Swelling", "there is no key `lable` here; did you mean label?")]
    [InlineData("label: Swelling", "label: Swelling\n    label: Thick", "finding swelling: `label` is given twice")]
    [InlineData("findings:", "findings: []\nother:", "`findings` is empty")]
    [InlineData(
        "  - id: foot-cold",
        "  - just words\n  - id: foot-cold",
        "keys and values are expected here for a finding"
    )]
    public void Load_MistakeInFindings_IsExplained(string old, string replacement, string message) =>
        AssertExplained(FindingsName, old, replacement, message);

    [Theory]
    [InlineData("name: Sore ankle\n", "", "`name` is missing")]
    [InlineData("{findings}", "them", "must contain {findings}")]
    [InlineData("when: bone-shows", "when: bone-shws", "rule A1: in the condition \"bone-shws\", at character 1")]
    [InlineData("when: bone-shows", "when: bone-shws", "did you mean bone-shows?")]
    [InlineData("when: bone-shows,", "when: bone-shows and,", "at character 15: the condition ends where")]
    [InlineData("when: bone-shows,", "", "rule A1: `when` is missing")]
    [InlineData("when: otherwise", "when: twisted", "one rule must have `when: otherwise`")]
    [InlineData("when: bone-shows", "when: otherwise", "rule C1: only one rule can have `when: otherwise`")]
    [InlineData(
        "{ id: R1, when: twisted",
        "{ id: C0, when: otherwise, disposition: self-care, source: s, reason: r }\n  - { id: R1, when: twisted",
        "only one rule can have"
    )]
    [InlineData("disposition: self-care", "disposition: doctor-soon", "no rule may be less urgent than this one")]
    [InlineData(
        "disposition: physio-priority",
        "disposition: fysio",
        "\"fysio\" is not possible for `disposition`; did you mean physio?"
    )]
    [InlineData("{ id: E1", "{ id: A1", "rule A1: the id is used twice")]
    [InlineData("{ id: N1", "{ id: A1", "rule A1: the id is used twice")]
    [InlineData("reason: \"It is mild.\"", "reason: \"\"", "rule C1: `reason` is empty")]
    [InlineData("disposition: physio, reason", "disposition: phys, reason", "rule N1: \"phys\" is not possible")]
    [InlineData("not-answered: {", "not-answered: yes\nspare: {", "keys and values are expected here")]
    [InlineData("id: physio, title", "id: self-care, title", "disposition self-care: the disposition is given twice")]
    [InlineData("id: physio, title", "id: self-care, title", "the disposition physio is missing")]
    [InlineData("id: physio, title", "id: sea, title", "\"sea\" is not possible for `id`")]
    [InlineData("when-to-book: \"Go soon.\"", "when-to-book: \"\"", "disposition doctor-soon: `when-to-book` is empty")]
    [InlineData("book-within-days: 2", "book-within-days: two", "`book-within-days` must be a number")]
    [InlineData("book-within-days: 2", "book-within-days: 2.5", "must be a whole number of days")]
    [InlineData(
        "force: hard-fall",
        "force: hard-fal",
        "definition force: in the condition \"hard-fal or bone-shows\", at character 1"
    )]
    [InlineData(
        "old-and-fell: age",
        "old-and-fell: risk and age",
        "the definition goes in a circle: risk -> old-and-fell -> risk"
    )]
    [InlineData("  force:", "  twisted: swelling\n  force:", "definition twisted: a finding has the same id")]
    [InlineData("  force:", "  age: swelling\n  force:", "definition age: this word has another meaning")]
    [InlineData("rules:", "ruels:", "there is no key `ruels` here; did you mean rules?")]
    [InlineData("rules:", "ruels:", "`rules` is missing")]
    [InlineData("  force:", "  risk: swelling\n  force:", "definitions: `risk` is given twice")]
    public void Load_MistakeInRules_IsExplained(string old, string replacement, string message) =>
        AssertExplained("rules.yaml", old, replacement, message);

    [Theory]
    [InlineData("id: onset.how", "id: onset.when", "question onset.when: the id is used twice")]
    [InlineData("section: pain", "section: pains", "\"pains\" is not possible for `section`; did you mean pain?")]
    [InlineData("kind: yesno", "kind: yes-no", "\"yes-no\" is not possible for `kind`; did you mean yesno?")]
    [InlineData("    sets: onsetDays\n", "", "question onset.when: a number question needs `sets`")]
    [InlineData("    min: 0\n", "", "a number question needs `min`")]
    [InlineData("    max: 36500\n", "", "a number question needs `max`")]
    [InlineData("max: 36500", "max: 40000", "onsetDays goes from 0 to 36500")]
    [InlineData("min: 0", "min: 36501", "`min` is greater than `max`")]
    [InlineData("min: 0", "min: \"0\"", "`min` must be a number")]
    [InlineData(
        "sets: onsetDays",
        "sets: onset-days",
        "\"onset-days\" is not possible for `sets`; did you mean onsetDays?"
    )]
    [InlineData("    unit: days", "    unit: days\n    options: []", "a number question has no options")]
    [InlineData(
        "    when: swelling or twisted",
        "    when: swelling or twisted\n    min: 3",
        "`min` belongs to a question of kind number only"
    )]
    [InlineData("when: swelling or twisted", "when: swelling or twistd", "question onset.how: in the condition")]
    [InlineData(
        "when: age >= 3",
        "when: age => 3",
        "question onset.how: in the condition \"age => 3\", at character 5"
    )]
    [InlineData(
        "    options:\n      - { finding: cannot-stand, title: \"I cannot stand on it\" }\n",
        "",
        "question pain.stand: the question has no options"
    )]
    [InlineData(
        "\n      - { finding: cannot-stand, title: \"I cannot stand on it\" }\n",
        " []\n",
        "question pain.stand: the question has no options"
    )]
    [InlineData(
        "finding: cannot-stand",
        "finding: cannot-stnd",
        "cannot-stnd is not a finding of this protocol; did you mean cannot-stand?"
    )]
    [InlineData(
        "title: \"I cannot stand on it\" }",
        "title: \"I cannot stand on it\" }\n      - { finding: swelling, title: Thick }",
        "a yes or no question is about one finding"
    )]
    [InlineData("also-settles: [swelling]", "also-settles: [sweling]", "sweling is not a finding of this protocol")]
    [InlineData("\"I fell from a height\"", "\"i turned my foot OVER\"", "cannot be told apart when they are typed")]
    [InlineData("finding: hard-fall", "finding: twisted", "the finding twisted is offered twice")]
    [InlineData("    retry: \"Tick what fits, or none.\"\n", "", "question emergency-signs.1: `retry` is missing")]
    [InlineData("kind: multi", "kind: multi\n    none: perhaps", "`none` must be true or false, not \"perhaps\"")]
    [InlineData("kind: multi", "kind: multi\n    settled-by: one", "\"one\" is not possible for `settled-by`")]
    [InlineData(
        "{ finding: bone-shows,",
        "{ finding: swelling,",
        "the finding swelling needs `ask`, because \"not sure\" here leads to it"
    )]
    [InlineData("hint: \"Osteoporosis\"", "hnt: \"Osteoporosis\"", "there is no key `hnt` here; did you mean hint?")]
    public void Load_MistakeInQuestions_IsExplained(string old, string replacement, string message) =>
        AssertExplained("questions.yaml", old, replacement, message);

    [Fact]
    public void Load_RuleForEverybodyElseIsNotLast_IsAnError()
    {
        var files = AnkleProtocol.Files();
        files["rules.yaml"] +=
            "  - { id: Z1, when: swelling, disposition: physio, source: clinic, reason: Swollen. }\n";

        AssertExplained(files, "rules.yaml", "rule C1: the rule with `when: otherwise` must be the last one");
    }

    [Fact]
    public void Load_TitleIsPartOfAnother_IsAnError() =>
        AssertExplained(
            "questions.yaml",
            "\"I fell from a height\"",
            "\"My Foot\"",
            "the titles \"I turned my foot over\" and \"My Foot\" cannot be told apart"
        );

    [Fact]
    public void Load_ElevenOptions_AreTooManyForAScreen()
    {
        var options = string.Concat(
            Enumerable
                .Range(0, 9)
                .Select(i => $"\n      - {{ finding: swelling, title: \"Option {(char)('a' + i)}\" }}")
        );
        const string last = "{ finding: expecting, title: \"Pregnant, or could be\", when: age >= 12 and age < 55 }";

        AssertExplained(
            "questions.yaml",
            last,
            last + options,
            "question health.general: 11 options could stand on one screen"
        );
    }

    [Theory]
    [InlineData("kind: do,", "kind: does,", "\"does\" is not possible for `kind`")]
    [InlineData(
        "[physio, self-care]",
        "[physio, selfcare]",
        "\"selfcare\" is not possible for `dispositions`; did you mean self-care?"
    )]
    [InlineData("[physio, self-care]", "[]", "advice raise-it: `dispositions` is empty")]
    [InlineData("when: swelling", "when: sweling", "advice raise-it: in the condition \"sweling\"")]
    [InlineData("id: raise-it", "id: keep-moving", "advice keep-moving: the id is used twice")]
    [InlineData(
        "{ id: keep-still, kind: do,",
        "{ id: keep-still, kind: do-not,",
        "the disposition ambulance has no advice of kind do that is shown to everybody"
    )]
    [InlineData(
        "kind: do-not,",
        "kind: do-not, when: swelling,",
        "the disposition self-care has no advice of kind do-not that is shown to everybody"
    )]
    [InlineData(
        "kind: safety-net,",
        "kind: safety-net, dispositions: [emergency],",
        "the disposition physio has no advice of kind safety-net"
    )]
    [InlineData("  source: \"clinic\"\n  phases", "  phases", "recovery: `source` is missing")]
    [InlineData("number: 2", "number: 3", "phases are numbered 1, 2, 3")]
    [InlineData("recovery:", "recovry:", "`recovery` is missing")]
    public void Load_MistakeInAdvice_IsExplained(string old, string replacement, string message) =>
        AssertExplained("advice.yaml", old, replacement, message);

    [Theory]
    [InlineData("when: hard-fall and cannot-stand, ", "", "condition fracture: `when` is missing")]
    [InlineData("hard-fall and", "hardfall and", "did you mean hard-fall?")]
    [InlineData("text: \"It could be a broken bone.\"", "text: ~", "condition fracture: `text` is empty")]
    public void Load_MistakeInConditions_IsExplained(string old, string replacement, string message) =>
        AssertExplained("conditions.yaml", old, replacement, message);

    [Fact]
    public void Load_ConditionPointsToAMissingKnowledgeSection_IsAnError()
    {
        var files = AnkleProtocol.Files();
        files["knowledge/could-be-fractur.md"] = "...";

        AssertExplained(
            files,
            "conditions.yaml",
            "there is no knowledge/could-be-fracture.md; did you mean could-be-fractur?"
        );
    }

    [Fact]
    public void Load_FolderHasPhrasesAndKnowledge_IsFine()
    {
        var files = AnkleProtocol.Files();
        files["phrases.yaml"] = "phrases: []";
        files["knowledge/could-be-fracture.md"] = "...";
        files[@"knowledge\heat.md"] = "...";

        Assert.Empty(ProtocolLoader.Load(files).Errors);
    }

    [Theory]
    [InlineData("finding.yaml", "no file of this name belongs to a protocol; did you mean findings.yaml?")]
    [InlineData("notes.txt", "no file of this name belongs to a protocol")]
    public void Load_UnknownFile_IsAnError(string name, string message)
    {
        var files = AnkleProtocol.Files();
        files[name] = "";

        Assert.Equal([new ProtocolError(name, 1, message)], ProtocolLoader.Load(files).Errors);
    }

    [Fact]
    public void Load_NoFiles_NamesEachThatIsMissing() =>
        Assert.Equal(
            ["advice.yaml", "conditions.yaml", "findings.yaml", "questions.yaml", "rules.yaml"],
            ProtocolLoader
                .Load(new Dictionary<string, string>(StringComparer.Ordinal))
                .Errors.Where(error => error.Message == "the file is missing")
                .Select(error => error.File)
        );

    [Fact]
    public void Load_FindingsMissing_DoesNotCallEveryReferenceWrong()
    {
        var files = AnkleProtocol.Files();
        files.Remove(FindingsName);

        Assert.Equal([new ProtocolError(FindingsName, 1, "the file is missing")], ProtocolLoader.Load(files).Errors);
    }

    [Theory]
    [InlineData("label: Swelling", "label: \"Swelling", "this cannot be read as YAML")]
    [InlineData("    label: Swelling", "   label: Swelling", "this cannot be read as YAML")]
    [InlineData("label: Swelling", "label: *swelling", "aliases (*name) are not used")]
    [InlineData("findings:", "---\na: b\n---\nfindings:", "a second document begins here")]
    public void Load_BrokenYaml_SaysWhereAndWhatToCheck(string old, string replacement, string message) =>
        AssertExplained(FindingsName, old, replacement, message);

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("- a list", "the file must begin with a key")]
    [InlineData("only words", "the file must begin with a key")]
    public void Load_FileIsNoMapOfKeys_IsExplained(string text, string message)
    {
        var files = AnkleProtocol.Files();
        files["conditions.yaml"] = text;

        AssertExplained(files, "conditions.yaml", message);
    }

    [Fact]
    public void Load_ErrorHasTheLineOfTheMistake()
    {
        var files = AnkleProtocol.FilesWith("rules.yaml", "when: force and", "when: forse and");
        var line =
            files["rules.yaml"].Split('\n').ToList().FindIndex(l => l.Contains("forse", StringComparison.Ordinal)) + 1;

        var error = Assert.Single(ProtocolLoader.Load(files).Errors);

        Assert.Equal(("rules.yaml", line), (error.File, error.Line));
        Assert.StartsWith($"rules.yaml:{line}: rule S1: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ManyMistakesInManyFiles_ReportsAllAtOnceInOrder()
    {
        var files = AnkleProtocol
            .FilesWith(FindingsName, "label: Swelling", "label: ")
            .Replace(FindingsName, "group: activities", "group: sports")
            .Replace("rules.yaml", "when: otherwise", "when: oterwise")
            .Replace("rules.yaml", "disposition: doctor-soon", "disposition: doctor")
            .Replace("questions.yaml", "kind: number", "kind: numbr")
            .Replace("questions.yaml", "finding: twisted", "finding: twisty")
            .Replace("advice.yaml", "kind: while-waiting", "kind: waiting")
            .Replace("conditions.yaml", "hard-fall and", "hard-fall und");
        files.Add("extra.yaml", "");

        var result = ProtocolLoader.Load(files);

        Assert.False(result.IsValid);
        Assert.Null(result.Protocol);
        string[] expected =
        [
            "advice.yaml: \"waiting\"",
            "conditions.yaml: \"und\" stands",
            "extra.yaml: no file of this name",
            "findings.yaml: `label` is empty",
            "findings.yaml: \"sports\"",
            "questions.yaml: \"numbr\"",
            "questions.yaml: twisty",
            "rules.yaml: \"doctor\"",
            "rules.yaml: oterwise",
            "rules.yaml: one rule must have `when: otherwise`",
        ];
        Assert.All(expected, part => Assert.Contains(result.Errors, error => Matches(error, part)));
        Assert.Equal(result.Errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line), result.Errors);
    }

    private const string FindingsName = "findings.yaml";

    private static bool Matches(ProtocolError error, string part)
    {
        var (file, message) = (
            part[..part.IndexOf(':', StringComparison.Ordinal)],
            part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..]
        );
        return error.File == file && error.Message.Contains(message, StringComparison.Ordinal);
    }

    private static void AssertExplained(string file, string old, string replacement, string message) =>
        AssertExplained(AnkleProtocol.FilesWith(file, old, replacement), file, message);

    private static void AssertExplained(Dictionary<string, string> files, string file, string message)
    {
        var result = ProtocolLoader.Load(files);

        Assert.Null(result.Protocol);
        Assert.Contains(
            result.Errors,
            error => error.File == file && error.Line > 0 && error.Message.Contains(message, StringComparison.Ordinal)
        );
    }
}
