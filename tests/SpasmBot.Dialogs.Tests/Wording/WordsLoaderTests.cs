using SpasmBot.Clinical;
using SpasmBot.Dialogs.Wording;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Wording;

public sealed class WordsLoaderTests
{
    private static readonly IReadOnlyDictionary<string, string> English = Repository.ReadFolder(
        "dialogs",
        "words",
        "en"
    );

    [Fact]
    public void Load_ShippedWords_HaveNoErrors() => Assert.Empty(WordsLoader.Load(English).Errors);

    [Theory]
    [InlineData("messages.yaml")]
    [InlineData("questions.yaml")]
    [InlineData("pronouns.yaml")]
    public void Load_FileMissing_NamesIt(string file)
    {
        var errors = WordsLoader.Load(English.Where(entry => entry.Key != file).ToDictionary()).Errors;

        Assert.Contains(
            errors,
            error => error.File == file && error.Message.Contains("missing", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("back: ''\n")]
    public void Load_SentenceMissingOrEmpty_NamesItsKey(string instead) =>
        AssertError("messages.yaml", "back: We go one step back.\n", instead, "'back'");

    [Fact]
    public void Load_SentenceThatNothingUses_NamesItsKeyAndLine()
    {
        var files = English.ToDictionary();
        files["messages.yaml"] = "goodnight: Sleep well.\n" + files["messages.yaml"];

        var error = Assert.Single(WordsLoader.Load(files).Errors);

        Assert.Equal(("messages.yaml", 1), (error.File, error.Line));
        Assert.Contains("'goodnight'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'guardian'")]
    [InlineData("'guardians'")]
    public void Load_QuestionUnderAnotherName_NamesTheMissingAndTheUnused(string name) =>
        AssertError("questions.yaml", "\nguardian:", "\nguardians:", name);

    [Fact]
    public void Load_QuestionOfAnUnknownKind_NamesIt() =>
        AssertError("questions.yaml", "kind: slot", "kind: slots", "'slots'");

    [Fact]
    public void Load_QuestionWithoutAWhy_NamesIt() =>
        AssertError("questions.yaml", "  why: So that we start in the right place.\n", "", "'why'");

    [Fact]
    public void Load_PronounMissing_NamesWhomAndWord() =>
        AssertError("pronouns.yaml", "patient: your child", "other: your child", "'child' has no word for 'patient'");

    [Fact]
    public void Load_NoYaml_NamesTheFilesAndGoesOnToTheOthers()
    {
        var broken = English.ToDictionary();
        broken["messages.yaml"] = "greeting: \"Hello\n";
        broken["pronouns.yaml"] = "me: [";

        var errors = WordsLoader.Load(broken).Errors;

        Assert.Contains(errors, error => error.File == "messages.yaml");
        Assert.Contains(errors, error => error.File == "pronouns.yaml");
    }

    [Fact]
    public void Fill_Placeholders_TakesValuesAndPronouns() =>
        Assert.Equal(
            "How are they in 3 days?",
            Shipped.Words.Fill("How {are} {you} in {number} days?", "child", ("number", "3"))
        );

    [Fact]
    public void Fill_PlaceholderWithoutAValue_StaysWhereATestSeesIt() =>
        Assert.Equal("{unknown}", Shipped.Words.Fill("{unknown}", "me"));

    [Theory]
    [InlineData(0, "today")]
    [InlineData(0.4, "today")]
    [InlineData(1, "1 day ago")]
    [InlineData(14, "14 days ago")]
    public void DaysAgo_AsPeopleSayIt(double days, string said) => Assert.Equal(said, Shipped.Words.DaysAgo(days));

    [Fact]
    public void Messages_UseOnlyPlaceholdersThatAreFilled()
    {
        var parts = Shipped.Parts(TimeProvider.System);
        string[] given =
        [
            "number",
            "days",
            "finding",
            "findings",
            "answers",
            "questions",
            "reference",
            "title",
            "text",
            "topics",
            "time",
            "day",
            "retry",
            "date",
            "pages",
        ];
        foreach (var property in typeof(Messages).GetProperties())
        {
            var filled = Desk.Fill(parts, (string)property.GetValue(parts.Words.Messages)!, "me");
            var left = given.Aggregate(
                filled,
                (text, name) => text.Replace("{" + name + "}", "", StringComparison.Ordinal)
            );

            Assert.False(left.Contains('{', StringComparison.Ordinal), $"{property.Name}: {left}");
        }
    }

    [Fact]
    public void NoSentence_StandsInCode()
    {
        var sentences = Directory
            .EnumerateFiles(Repository.PathOf("dialogs"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split('/').Intersect(["obj", "bin"], StringComparer.Ordinal).Any())
            .Where(file => !IsForClinicians(Path.GetFileName(file)))
            .SelectMany(file => File.ReadLines(file).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"))
            .Where(line => !line.Contains("//", StringComparison.Ordinal))
            .Where(line => !line.Contains("Exception(", StringComparison.Ordinal))
            .Where(line => line.Split('"').Where((_, index) => index % 2 == 1).Any(IsSentence));

        Assert.Empty(sentences);
    }

    private static bool IsSentence(string text) =>
        text.Split(' ').Count(word => word.Length > 1 && word.All(char.IsLetter)) > 2;

    /// <summary>What a clinician reads when a file is wrong is never said to a patient.</summary>
    private static bool IsForClinicians(string file) => file is "WordsLoader.cs" or "QuestionEntry.cs";

    private static void AssertError(string file, string original, string instead, string expected)
    {
        var files = English.ToDictionary();
        Assert.Contains(original, files[file], StringComparison.Ordinal);
        files[file] = files[file].Replace(original, instead, StringComparison.Ordinal);

        Assert.Contains(
            WordsLoader.Load(files).Errors,
            error => error.File == file && error.Message.Contains(expected, StringComparison.Ordinal)
        );
    }
}
