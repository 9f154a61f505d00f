using System.Text.Json;
using CsCheck;
using SpasmBot.Clinical;

namespace SpasmBot.Language.Tests;

/// <summary>What must hold for whatever is typed.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Denials = ["no ", "I don't have ", "there is no ", "no sign of ", "never had "];

    private static readonly string[] Unrelated =
    [
        "We live in Durban.",
        "My dog is called Max.",
        "Thank you for your help!",
        "I work at a bank.",
        "I hope this finds you well.",
    ];

    private static readonly string[] Symptoms =
    [
        "chest pain",
        "chest pressure",
        "tightness in my chest",
        "shortness of breath",
        "numb legs",
        "numbness in my legs",
        "weakness in my leg",
        "fever",
        "chills",
        "night sweats",
        "weight loss",
        "trouble with my bladder",
        "blood in my stool",
        "fainting",
        "swollen calf",
        "numbness between my legs",
        "headache with blurred vision",
        "rash",
        "jaundice",
        "heartburn",
        "burning urine",
        "tingling in my arm",
        "pins and needles in my hands",
        "stiffness in the morning",
        "thoughts of killing myself",
        "slurred speech",
        "a drooping face",
        "coughing up blood",
        "cancer",
        "osteoporosis",
        "diabetes",
        "heart disease",
    ];

    private static LanguagePack Pack => TheClinic.Pack;

    [Fact]
    public void Read_NoInFrontOfASymptom_NeverYieldsPresent() =>
        Assert.All(
            from symptom in Symptoms
            from denial in Denials
            select denial + symptom,
            text => Assert.DoesNotContain(Read(text), finding => finding.Value == Presence.Present)
        );

    [Theory]
    [InlineData("utterances.jsonl")]
    [InlineData("vignettes.jsonl")]
    public void Read_UnrelatedSentenceAdded_RemovesNoFinding(string file) =>
        Assert.All(
            from text in TextsOf(file)
            from sentence in Unrelated
            from longer in (string[])[$"{sentence} {text}", $"{text.TrimEnd().TrimEnd('.')}. {sentence}"]
            select (text, longer),
            pair =>
            {
                var longer = Read(pair.longer);
                Assert.All(
                    Read(pair.text).Where(finding => finding.Value != Presence.Absent),
                    finding =>
                        Assert.True(longer.GetValueOrDefault(finding.Key) >= finding.Value, $"{pair.longer}: {finding}")
                );
            }
        );

    [Fact]
    public void Listen_CaseAndPunctuation_NeverRemoveAnEmergency() =>
        AssertKept(text =>
            [
                text.ToUpperInvariant(),
                text.ToLowerInvariant(),
                text + "!!!",
                text.TrimEnd('.', '!', '?') + "...",
                text.Replace("'", "", StringComparison.Ordinal),
                text.Replace('\'', '\u2019'),
                "  " + text.Replace(" ", "  ", StringComparison.Ordinal),
            ]
        );

    [Fact]
    public void Listen_OneTypo_NeverRemovesAnEmergency() => AssertKept(Typos);

    [Fact]
    public void Everything_AnyText_IsReadWithoutFailing() =>
        Gen.OneOf(
                Gen.String[Gen.Char, 0, 4000],
                Gen.String[Gen.Char.AlphaNumeric, 0, 4000],
                Gen.String[Gen.Char["ab c.?!'1-/"], 0, 4000]
            )
            .Sample(ReadEverywhere, iter: 60, threads: 1);

    [Theory]
    [InlineData("a", 4000)]
    [InlineData("?", 4000)]
    [InlineData("no ", 1300)]
    [InlineData("😀", 2000)]
    [InlineData("chest pain. ", 330)]
    [InlineData("7/10 ", 800)]
    [InlineData("\ud800", 4000)]
    [InlineData("\u0301", 4000)]
    public void Everything_FourThousandCharactersOfOneThing_IsReadWithoutFailing(string part, int times) =>
        ReadEverywhere(string.Concat(Enumerable.Repeat(part, times)));

    private static void ReadEverywhere(string text)
    {
        Read(text);
        Pack.Emergencies.Listen(text, TheClinic.Today);
        Pack.Commands.Read(text);
        Pack.Remarks.Read(text);
        Pack.Questions.Answer(text, TheClinic.Today);
        KnowledgeBase.LooksLikeQuestion(text);
        foreach (var question in TheClinic.Protocol.Questions.DistinctBy(one => one.Kind))
        {
            Pack.Answers.Read(text, AskedQuestion.From(question), TheClinic.Today);
        }
    }

    // A line that has a typo already would get a second one.
    private static void AssertKept(Func<string, IEnumerable<string>> variants)
    {
        var lost = new List<string>();
        foreach (var text in TextsOf("utterances.jsonl", "emergency", "typo"))
        {
            var signs = SignsIn(text).ToHashSet(StringComparer.Ordinal);
            Assert.NotEmpty(signs);
            lost.AddRange(variants(text).Where(variant => !SignsIn(variant).Any(signs.Contains)));
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    // Every word of five letters or more with two letters swapped, one left out, one doubled.
    private static IEnumerable<string> Typos(string text)
    {
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (!char.IsLetter(text[at - 1]) || !char.IsLetter(text[at]) || !char.IsLetter(text[at + 1]))
            {
                continue;
            }

            if (WordLength(text, at) < 5)
            {
                continue;
            }

            yield return text.Remove(at, 1);
            yield return text.Insert(at, text[at].ToString());
            yield return $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";
        }
    }

    private static int WordLength(string text, int at)
    {
        var first = at;
        var last = at;
        while (first > 0 && char.IsLetter(text[first - 1]))
        {
            first--;
        }

        while (last + 1 < text.Length && char.IsLetter(text[last + 1]))
        {
            last++;
        }

        return last - first + 1;
    }

    private static IEnumerable<string> SignsIn(string text) =>
        Pack.Emergencies.Listen(text, TheClinic.Today).Select(hit => hit.Finding);

    private static IReadOnlyDictionary<string, Presence> Read(string text) =>
        Pack.OwnWords.Read(text, new ReadingContext(TheClinic.Today)).Findings;

    private static IEnumerable<string> TextsOf(string file, string? tag = null, string? butNot = null) =>
        TheClinic
            .Cases(file)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => tag is null || (Tags(line).Contains(tag) && !Tags(line).Contains(butNot)))
            .Select(line => line.GetProperty("text").GetString()!);

    private static IEnumerable<string?> Tags(JsonElement line) =>
        line.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());
}
