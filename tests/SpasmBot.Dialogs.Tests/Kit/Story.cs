using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>One labelled story of <c>tests/cases/vignettes.jsonl</c> with the patient who tells it.</summary>
public sealed record Story(string Id, string Text, Patient Patient, string Disposition)
{
    /// <summary>All of them by id.</summary>
    public static IReadOnlyDictionary<string, Story> All { get; } =
        Vignette.All.Select(From).ToDictionary(story => story.Id, StringComparer.Ordinal);

    private static Story From(Vignette vignette)
    {
        var patient = new Patient
        {
            Age = vignette.Age,
            OnsetDays = vignette.OnsetDays,
            Severity = vignette.Severity,
            Findings = vignette.Findings,
        };
        return new(vignette.Id, vignette.Text, patient, vignette.ProtocolDisposition);
    }
}
