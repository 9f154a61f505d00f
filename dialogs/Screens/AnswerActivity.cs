using System.Text;
using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs.Screens;

/// <summary>The answer as an activity: one text to read in a minute, and the same in sections as data.</summary>
public sealed class AnswerActivity(BotParts parts)
{
    private Messages Texts => parts.Words.Messages;

    /// <summary>The answer below an emergency.</summary>
    public Activity Answer(SymptomCheck check)
    {
        var answer = Data(check);
        return Activity(
            Text(answer),
            new()
            {
                Clinic = parts.Clinic.Id.Value,
                Answer = answer,
                Assessment = Filled(check),
            }
        );
    }

    /// <summary>The same answer again, to be printed or saved.</summary>
    public Activity Copy(SymptomCheck check)
    {
        var answer = Data(check);
        var text = $"{Fill(check, Texts.Copy)}\n\n{Text(answer)}";
        return Activity(
            text,
            new()
            {
                Clinic = parts.Clinic.Id.Value,
                Answer = answer,
                Copy = true,
            }
        );
    }

    /// <summary>An emergency: what to do at once, whom to call, what to do while waiting.</summary>
    public Activity Emergency(SymptomCheck check)
    {
        var assessment = Filled(check);
        var emergency = EmergencyData(check, assessment);
        var answer = new AnswerData(
            assessment.Disposition,
            emergency.Title,
            EmergencySections(check, assessment, emergency)
        );
        var text = new StringBuilder(emergency.Title).Append('.');
        foreach (var phone in emergency.Phones)
        {
            text.Append('\n').Append(phone.Label).Append(": ").Append(phone.Number);
        }

        AppendSections(text, answer.Sections);
        return Activity(
            text.ToString(),
            new()
            {
                Clinic = parts.Clinic.Id.Value,
                Emergency = emergency,
                Answer = answer,
                Assessment = assessment,
            }
        );
    }

    private EmergencyData EmergencyData(SymptomCheck check, Assessment assessment) =>
        new()
        {
            Level = check.IsCrisisOnly ? "crisis" : assessment.Disposition,
            Title = check.IsCrisisOnly ? Texts.CrisisTitle : assessment.Title,
            Phones =
            [
                .. check.IsCrisisOnly ? [] : parts.Clinic.AmbulanceNumbers,
                .. check.IsCrisis ? parts.Clinic.CrisisLines.Concat(parts.Clinic.SafetyLines) : [],
                .. check.IsCrisisOnly ? parts.Clinic.AmbulanceNumbers : [],
            ],
            WhileWaiting = check.IsCrisisOnly ? [Fill(check, Texts.CrisisSafety)] : WhileWaiting(check),
            Mistake = true,
            QuickExit = check.IsCrisis,
        };

    private IReadOnlyList<string> WhileWaiting(SymptomCheck check)
    {
        var disposition = Triage.Decide(parts.Protocol, check.Findings);
        return
        [
            .. Triage
                .AdviceFor(parts.Protocol, check.Findings, disposition, AdviceKind.WhileWaiting)
                .Select(item => Fill(check, item.Text)),
        ];
    }

    private IReadOnlyList<AnswerSection> EmergencySections(
        SymptomCheck check,
        Assessment assessment,
        EmergencyData emergency
    )
    {
        var why = check.IsCrisisOnly ? [] : Why(check, [.. assessment.Reasons.Where(IsEmergency)]);
        var crisis = check.IsCrisis ? [new AnswerItem(Fill(check, Texts.CrisisText))] : Array.Empty<AnswerItem>();
        IReadOnlyList<AnswerSection> sections =
        [
            new("crisis", Texts.HeadingWhy, crisis),
            new("while-waiting", Texts.HeadingWhileWaiting, Items(emergency.WhileWaiting)),
            new("why", Texts.HeadingWhy, why),
            new("do-not", Texts.HeadingDoNot, check.IsCrisisOnly ? [] : Items(assessment.DoNot)),
            new("safety-net", Texts.HeadingSafetyNet, check.IsCrisisOnly ? [] : Items(assessment.SafetyNet)),
            new("desk", Texts.HeadingWhen, [new(Desk.Fill(parts, Texts.EmergencyNotWatched, check.ForWhom))]),
        ];
        return [.. sections.Where(section => section.Items.Count > 0)];
    }

    private AnswerData Data(SymptomCheck check)
    {
        var assessment = Filled(check);
        var couldBe = assessment.CouldBe.Select(text => new AnswerItem(text)).ToList();
        var phases = parts.Protocol.Recovery.Phases.Select(phase => new AnswerItem($"{phase.Number}. {phase.Title}"));
        IReadOnlyList<AnswerSection> sections =
        [
            new("when", Texts.HeadingWhen, Items([assessment.WhenToBook])),
            new("why", Texts.HeadingWhy, Why(check, assessment.Reasons)),
            new("do", Texts.HeadingDo, Items(assessment.Do)),
            new("do-not", Texts.HeadingDoNot, Items(assessment.DoNot)),
            new("worse", Texts.HeadingWorse, Items(assessment.MakesItWorse)),
            new("could-be", Texts.HeadingCouldBe, couldBe),
            new("recovery", Texts.HeadingRecovery, Items([assessment.Recovery])),
            new("safety-net", Texts.HeadingSafetyNet, Items(assessment.SafetyNet)),
            new("not-answered", Texts.HeadingNotAnswered, NotAnswered(check, assessment)),
            new("phases", Texts.HeadingPhases, [.. phases]),
            new("note", Texts.HeadingNote, [new(Fill(check, Texts.AnswerNote))]),
        ];
        return new(
            assessment.Disposition,
            assessment.Title,
            [.. sections.Where(section => section.Items.Any(item => item.Text.Length > 0))]
        );
    }

    private IReadOnlyList<AnswerItem> NotAnswered(SymptomCheck check, Assessment assessment) =>
        assessment.NotAnswered.Count == 0
            ? []
            :
            [
                new(
                    parts.Words.Fill(
                        Texts.NotAnswered,
                        check.ForWhom,
                        ("questions", string.Join(", ", assessment.NotAnswered.Select(check.LabelOf)))
                    )
                ),
            ];

    private IReadOnlyList<AnswerItem> Why(SymptomCheck check, IReadOnlyList<Reason> reasons) =>
        [
            .. reasons.Select(reason => new AnswerItem(reason.Text)
            {
                Because = Because(check, reason),
                Source = reason.Source,
            }),
        ];

    /// <summary>The answers that led to a reason, in the words of the person's own answers.</summary>
    private string? Because(SymptomCheck check, Reason reason)
    {
        var causes = reason.Because.Select(CauseText).Where(text => text.Length > 0).ToList();
        return causes.Count == 0
            ? null
            : parts.Words.Fill(Texts.BecauseYouTold, check.ForWhom, ("answers", string.Join("; ", causes)));
    }

    private string CauseText(Cause cause)
    {
        var number = cause.Value?.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        var template = cause.Finding switch
        {
            "age" => Texts.BecauseAge,
            "onsetDays" => Texts.BecauseOnset,
            "severity" => Texts.BecauseSeverity,
            "ageAtOnset" => Texts.BecauseAgeAtOnset,
            _ => cause.Presence == "unsure" ? Texts.BecauseUnsure : "{finding}",
        };
        var label = parts.Protocol.FindFinding(cause.Finding)?.Label ?? cause.Finding;
        var days = cause.Finding == "onsetDays" ? parts.Words.DaysAgo(cause.Value ?? 0) : "";
        return parts.Words.Fill(template, forWhom: null, ("finding", label), ("number", number), ("days", days));
    }

    /// <summary>The assessment with the words for whom it is filled in.</summary>
    private Assessment Filled(SymptomCheck check)
    {
        var assessment = check.Assessment;
        IReadOnlyList<string> Each(IReadOnlyList<string> texts) => [.. texts.Select(text => Fill(check, text))];
        return assessment with
        {
            WhenToBook = Fill(check, assessment.WhenToBook),
            Reasons = [.. assessment.Reasons.Select(reason => reason with { Text = Fill(check, reason.Text) })],
            Do = Each(assessment.Do),
            DoNot = Each(assessment.DoNot),
            MakesItWorse = Each(assessment.MakesItWorse),
            CouldBe = Each(assessment.CouldBe),
            Recovery = Fill(check, assessment.Recovery),
            SafetyNet = Each(assessment.SafetyNet),
        };
    }

    private string Fill(SymptomCheck check, string text) => Desk.Fill(parts, text, check.ForWhom);

    private static bool IsEmergency(Reason reason) => reason.Disposition is "ambulance" or "emergency";

    private static IReadOnlyList<AnswerItem> Items(IReadOnlyList<string> texts) =>
        [.. texts.Where(text => text.Length > 0).Select(text => new AnswerItem(text))];

    private static Activity Activity(string text, SpasmBotData data)
    {
        var activity = MessageFactory.Text(text);
        activity.ChannelData = Wire.ChannelData(data);
        return activity;
    }

    private static string Text(AnswerData answer) =>
        AppendSections(new StringBuilder(answer.Title).Append('.'), answer.Sections).ToString();

    private static StringBuilder AppendSections(StringBuilder text, IReadOnlyList<AnswerSection> sections)
    {
        foreach (var section in sections)
        {
            text.Append("\n\n").Append(section.Heading);
            foreach (var item in section.Items)
            {
                text.Append("\n- ").Append(item.Text);
                if (item.Because is { } because)
                {
                    text.Append(' ').Append(because);
                }
            }
        }

        return text;
    }
}
