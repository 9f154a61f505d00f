using System.Globalization;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>The answer that a person gets, without the way to it.</summary>
public static class Answers
{
    private static readonly BotParts Parts = Shipped.Parts(TimeProvider.System);
    private static readonly AnswerActivity Activities = new(Parts);

    public static Said Of(Patient patient)
    {
        var check = new SymptomCheck(Parts, new CheckState { Answers = [EverythingOf(patient)] });
        return new(check.IsEmergency ? Activities.Emergency(check) : Activities.Answer(check));
    }

    private static GivenAnswer EverythingOf(Patient patient) =>
        new()
        {
            Question = "said",
            Findings = patient.Findings.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
            Age = patient.Age,
            Severity = patient.Severity,
            Since = patient.OnsetDays is { } days
                ? Parts.Today.AddDays(-(int)days).ToString("O", CultureInfo.InvariantCulture)
                : null,
        };
}
