using SpasmBot.Clinical;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Screens;

public sealed class AnswerActivityTests
{
    private const double HighestGrade = 7;

    private static readonly BotParts Parts = Shipped.Parts(TimeProvider.System);

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
        var said = Answers.Of(Story.All[story].Patient);
        var title = Parts.Protocol.Dispositions[Decide(Story.All[story].Patient)].Title;

        Assert.StartsWith($"{title}.", said.Words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Answer_NeverNamesADiagnosisAsAFactNorSoothes(string story)
    {
        var words = Answers.Of(Story.All[story].Patient).Words;

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
        var said = Answers.Of(patient);

        Assert.Contains("why", said.Sections);
        Assert.Contains("safety-net", said.Sections);
        Assert.Contains("do-not", said.Sections);
        Assert.Contains(Decide(patient) >= Disposition.Emergency ? "while-waiting" : "do", said.Sections);
    }

    private static void AssertEasy(Patient patient)
    {
        var words = Answers.Of(patient).Words;
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
}
