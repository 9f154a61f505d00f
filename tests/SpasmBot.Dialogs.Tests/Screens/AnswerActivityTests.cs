using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Screens;

public sealed class AnswerActivityTests
{
    private const double HighestGrade = 7;

    /// <summary>Of easy words, in short sentences.</summary>
    private const int WordsInAMinute = 260;

    private static readonly BotParts Parts = Shipped.Parts(TimeProvider.System);
    private static readonly AnswerActivity Answers = new(Parts);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    public static TheoryData<string> Stories => [.. Story.All.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Answer_OfEveryLabelledStory_IsEasyToRead(string story) => AssertEasy(Story.All[story].Patient);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Answer_OfAnyFindings_IsEasyToRead(int seed) => AssertEasy(RandomPatients.Of(seed));

    [Theory]
    [MemberData(nameof(Stories))]
    public void Answer_BeginsWithWhatToDoAndWhen(string story)
    {
        var said = Show(Story.All[story].Patient);
        var title = Parts.Protocol.Dispositions[Decide(Story.All[story].Patient)].Title;

        Assert.StartsWith($"{title}.", said.Words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Answer_WhatToDoWhenAndWhy_CanBeReadInAMinute(string story)
    {
        var page = Show(Story.All[story].Patient).Words.Split("\n\nWhat not to do")[0];

        Assert.True(Readability.Words(page).Count <= WordsInAMinute, $"{Readability.Words(page).Count} words\n{page}");
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Answer_NeverNamesADiagnosisAsAFactNorSoothes(string story)
    {
        var words = Show(Story.All[story].Patient).Words;

        Assert.DoesNotContain("nothing serious", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("don't worry", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("you have a ", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        Assert.DoesNotContain("!", words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Answer_AlwaysHasWhyASafetyNetAndWhatNotToDo(string story)
    {
        var patient = Story.All[story].Patient;
        var said = Show(patient);

        Assert.Contains("why", said.Sections);
        Assert.Contains("safety-net", said.Sections);
        Assert.Contains("do-not", said.Sections);
        Assert.Contains(Decide(patient) >= Disposition.Emergency ? "while-waiting" : "do", said.Sections);
    }

    private static void AssertEasy(Patient patient)
    {
        var words = Show(patient).Words;
        var body = words[(words.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        foreach (var name in ProperNames)
        {
            body = body.Replace(name, "", StringComparison.Ordinal);
        }

        Assert.True(Readability.Grade(body) <= HighestGrade, $"grade {Readability.Grade(body):0.0}\n{words}");
    }

    private static IEnumerable<string> ProperNames =>
        Parts.Clinic.CrisisLines.Concat(Parts.Clinic.SafetyLines).Select(line => line.Label).Append(Parts.Clinic.Name);

    private static Disposition Decide(Patient patient) => Triage.Decide(Parts.Protocol, patient.AsFindings());

    private static Said Show(Patient patient)
    {
        var check = CheckOf(patient);
        return new(check.IsEmergency ? Answers.Emergency(check) : Answers.Answer(check));
    }

    private static SymptomCheck CheckOf(Patient patient)
    {
        var answer = new GivenAnswer
        {
            Question = "said",
            Findings = patient.Findings.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
            Age = patient.Age,
            Severity = patient.Severity,
            Since = patient.OnsetDays is { } days
                ? Parts.Today.AddDays(-(int)days).ToString("O", System.Globalization.CultureInfo.InvariantCulture)
                : null,
        };
        return new SymptomCheck(Parts, new CheckState { Answers = [answer] });
    }
}
