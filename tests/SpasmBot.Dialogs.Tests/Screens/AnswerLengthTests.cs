using System.Text.Json;
using SpasmBot.Dialogs.Tests.Kit;
using Xunit.Abstractions;

namespace SpasmBot.Dialogs.Tests.Screens;

/// <summary>The answer can be read in a minute: few words are shown at once, and the rest is one tap away.</summary>
public sealed class AnswerLengthTests(ITestOutputHelper output)
{
    /// <summary>A minute of easy words in short sentences.</summary>
    private const int MostWords = 300;

    private const int TypicalWords = 250;

    /// <summary>What the page says on the card beside the bot's own words: how urgent it is, and "Show 3 more".</summary>
    private const int WordsOfALevel = 1;
    private const int WordsOfAFold = 3;

    /// <summary>Sections that speak for themselves: their headings are read out, not shown.</summary>
    private static readonly string[] WithoutHeading = ["when", "note", "crisis"];

    /// <summary>Sections whose items are one sentence each where they are shown at once.</summary>
    private static readonly string[] ShortSections = ["do", "do-not", "worse"];

    public static TheoryData<string> Stories => [.. Story.All.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Shown_OfEveryLabelledStory_CanBeReadInAMinute(string story)
    {
        var shown = Shown(Answers.Of(Story.All[story].Patient));

        Assert.True(shown.Count <= MostWords, $"{shown.Count} words\n{string.Join(' ', shown)}");
    }

    [Fact]
    public void Shown_OfATypicalAnswer_IsShorterStill()
    {
        var counts = Story
            .All.Values.Select(story => (story.Id, story.Disposition, Words: Shown(Answers.Of(story.Patient)).Count))
            .ToList();
        counts.ForEach(one => output.WriteLine($"{one.Id} {one.Disposition}: {one.Words}"));
        var below = counts.Where(one => one.Disposition is not ("ambulance" or "emergency")).ToList();
        output.WriteLine($"median {Median(counts.Select(one => one.Words))}, most {counts.Max(one => one.Words)}");
        output.WriteLine($"below an emergency: median {Median(below.Select(one => one.Words))}");

        Assert.InRange(Median(counts.Select(one => one.Words)), 1.0, TypicalWords);
        Assert.InRange(Median(below.Select(one => one.Words)), 1.0, TypicalWords);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Shown_AdviceIsOneSentenceEach(string story)
    {
        var said = Answers.Of(Story.All[story].Patient);
        if (said.Find("emergency") is not null)
        {
            return;
        }

        var shown = Sections(said)
            .Where(section => ShortSections.Contains(section.GetProperty("id").GetString()))
            .SelectMany(ShownItems);

        Assert.All(shown, text => Assert.Single(text.TrimEnd('.').Split(". ")));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Shown_OfAnEmergency_IsEverything(string story)
    {
        var said = Answers.Of(Story.All[story].Patient);

        Assert.True(
            said.Find("emergency") is null || Sections(said).All(section => !section.TryGetProperty("shown", out _))
        );
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Text_HoldsEveryItemAndEverySource(string story)
    {
        var said = Answers.Of(Story.All[story].Patient);

        foreach (var item in Sections(said).SelectMany(section => section.GetProperty("items").EnumerateArray()))
        {
            foreach (var part in new[] { "text", "because", "source" })
            {
                Assert.True(!item.TryGetProperty(part, out var text) || said.Words.Contains(text.GetString()!));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Why_ReasonsOfTheDecidingLevelComeFirst(string story)
    {
        var said = Answers.Of(Story.All[story].Patient);
        var assessment = said.Find("assessment")!.Value;
        var reasons = assessment.GetProperty("reasons").EnumerateArray().ToList();
        var why = Sections(said).Single(section => section.GetProperty("id").GetString() == "why");

        Assert.Equal(
            assessment.GetProperty("disposition").GetString(),
            reasons[0].GetProperty("disposition").GetString()
        );
        Assert.Equal(reasons[0].GetProperty("text").GetString(), ShownItems(why).First());
    }

    private static List<string> Shown(Said said)
    {
        var answer = said.Find("answer")!.Value;
        var words = Readability.Words(answer.GetProperty("title").GetString()!).ToList();
        words.AddRange(Enumerable.Repeat("(level)", WordsOfALevel));
        foreach (var section in Sections(said))
        {
            var isBare = WithoutHeading.Contains(section.GetProperty("id").GetString());
            words.AddRange(isBare ? [] : Readability.Words(section.GetProperty("heading").GetString()!));
            words.AddRange(ShownItems(section).SelectMany(Readability.Words));
            words.AddRange(ShownCauses(section).SelectMany(Readability.Words));
            var isFolded = section.TryGetProperty("shown", out var shown) && shown.GetInt32() > 0;
            words.AddRange(Enumerable.Repeat("(more)", isFolded ? WordsOfAFold : 0));
            words.AddRange(said.Find("emergency") is null ? [] : Sources(section).SelectMany(Readability.Words));
        }

        return words;
    }

    private static IEnumerable<JsonElement> Sections(Said said) =>
        said.Find("answer")!.Value.GetProperty("sections").EnumerateArray();

    private static IEnumerable<string> ShownItems(JsonElement section) =>
        section
            .GetProperty("items")
            .EnumerateArray()
            .Take(Count(section))
            .Select(i => i.GetProperty("text").GetString()!);

    private static IEnumerable<string> ShownCauses(JsonElement section) =>
        section
            .GetProperty("items")
            .EnumerateArray()
            .Take(Count(section))
            .Where(item => item.TryGetProperty("because", out _))
            .Select(item => item.GetProperty("because").GetString()!);

    /// <summary>Where it comes from is behind a fold below an emergency.</summary>
    private static IEnumerable<string> Sources(JsonElement section) =>
        section
            .GetProperty("items")
            .EnumerateArray()
            .Where(item => item.TryGetProperty("source", out _))
            .Select(item => item.GetProperty("source").GetString()!)
            .Distinct(StringComparer.Ordinal);

    private static int Count(JsonElement section) =>
        section.TryGetProperty("shown", out var shown)
            ? shown.GetInt32()
            : section.GetProperty("items").GetArrayLength();

    private static double Median(IEnumerable<int> counts)
    {
        int[] sorted = [.. counts.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2.0;
    }
}
