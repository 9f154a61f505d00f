using SpasmBot.Clinical;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;
using Xunit.Abstractions;

namespace SpasmBot.Dialogs.Tests;

/// <summary>People with findings at random, more often those that rules use: no way through the check loses urgency.</summary>
public sealed class RandomPatientsTests(ITestOutputHelper output)
{
    private const int Patients = 300;

    [Theory]
    [InlineData(OwnStory.Untold)]
    [InlineData(OwnStory.Told)]
    public async Task Check_AnyFindings_IsDecidedOnWhatWasRecordedAndNeverLessUrgentThanAllThatIsTrue(OwnStory story)
    {
        var holes = new List<string>();
        var complete = 0;
        for (var seed = 1; seed <= Patients; seed++)
        {
            var patient = story == OwnStory.Told ? Told(RandomPatients.Of(seed)) : RandomPatients.Of(seed);
            var chat = await Chat.StartAsync();
            await patient.GoThroughAsync(chat);
            var check = await chat.CheckAsync();

            Assert.Equal(check.Assessment.Disposition, chat.Disposition);
            Assert.Equal(Triage.Assess(Shipped.Protocol, check.Findings).Disposition, chat.Disposition);
            var reached = Triage.Decide(Shipped.Protocol, check.Findings);
            var expected = Triage.Decide(Shipped.Protocol, patient.AsFindings());
            complete += reached == expected ? 1 : 0;
            if (reached < expected && !NeedsMoreThanOneFurtherAnswer(patient, check.Findings, expected))
            {
                holes.Add($"{seed}: {reached}, but {expected} for {RandomPatients.Describe(patient)}");
            }

            Assert.True(reached <= expected, $"{seed}: {reached}, more than {expected}\n{chat.Transcript}");
        }

        output.WriteLine($"{complete} of {Patients} end exactly as with all answers known.");
        Assert.True(holes.Count == 0, string.Join('\n', holes));
    }

    /// <summary>The same person, who has said the place at the opening and is asked the short screens.</summary>
    private static Patient Told(Patient patient) =>
        patient with
        {
            OwnWords = "The pain is over my ribs",
            Findings = new Dictionary<string, Presence>(patient.Findings, StringComparer.Ordinal)
            {
                ["at-ribs"] = Presence.Present,
            },
        };

    /// <summary>
    /// Under an emergency only what alone could raise it is asked. Where an ambulance needs two further answers, the
    /// person is on the way to the department already.
    /// </summary>
    private static bool NeedsMoreThanOneFurtherAnswer(Patient patient, Findings recorded, Disposition expected) =>
        expected == Disposition.Ambulance
        && Triage.Decide(Shipped.Protocol, recorded) == Disposition.Emergency
        && patient.Findings.All(finding =>
            Triage.Decide(Shipped.Protocol, recorded.With(finding.Key, finding.Value)) < Disposition.Ambulance
        );
}
