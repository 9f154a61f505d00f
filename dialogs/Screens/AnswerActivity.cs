using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs.Screens;

/// <summary>The answer as an activity: one text to read in a minute, and the same in sections as data.</summary>
public sealed class AnswerActivity(BotParts parts)
{
    // What is shown at once can be read in a minute: the decision, its main reasons and the few most useful things.
    private const int MostReasons = 2;
    private const int MostToDo = 3;
    private const int MostNotToDo = 2;
    private const int MostActivities = 3;

    private readonly ReasonItems _reasons = new(parts);

    private Messages Texts => parts.Words.Messages;

    /// <summary>The answer below an emergency.</summary>
    public Activity Answer(SymptomCheck check)
    {
        var answer = Data(check);
        return Activity(
            AnswerText.Of(answer, Texts),
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
        var text = $"{Fill(check, Texts.Copy)}\n\n{AnswerText.Of(answer, Texts)}";
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
        return Activity(
            AnswerText.Of(emergency, answer, Texts),
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
        var why = check.IsCrisisOnly ? [] : _reasons.Of([.. assessment.Reasons.Where(IsEmergency)], check.ForWhom);
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
        var phases = parts.Protocol.Recovery.Phases.Select(phase => new AnswerItem($"{phase.Number}. {phase.Title}"));
        IReadOnlyList<AnswerSection> sections =
        [
            new("when", Texts.HeadingWhen, Items([assessment.WhenToBook])),
            Folded(new("why", Texts.HeadingWhy, _reasons.Of(assessment.Reasons, check.ForWhom)), Deciding(assessment)),
            Folded(new("do", Texts.HeadingDo, Items(assessment.Do)), MostToDo),
            Folded(new("do-not", Texts.HeadingDoNot, Items(assessment.DoNot)), MostNotToDo),
            Folded(new("worse", Texts.HeadingWorse, Items(assessment.MakesItWorse)), MostActivities),
            Folded(new("could-be", Texts.HeadingCouldBe, Items(assessment.CouldBe)), 0),
            new("recovery", Texts.HeadingRecovery, Items([assessment.Recovery])),
            new("safety-net", Texts.HeadingSafetyNet, Items(assessment.SafetyNet)),
            new("not-answered", Texts.HeadingNotAnswered, NotAnswered(check, assessment)),
            Folded(new("phases", Texts.HeadingPhases, [.. phases]), 0),
            Folded(new(AnswerText.Told, Texts.HeadingTold, ToldBy(check)), 0),
            new("note", Texts.HeadingNote, [new(Fill(check, Texts.AnswerNote))]),
        ];
        return new(
            assessment.Disposition,
            assessment.Title,
            [.. sections.Where(section => section.Items.Any(item => item.Text.Length > 0))]
        )
        {
            RecoveryWeeks =
                assessment.Recovery.Length > 0 && parts.Protocol.Recovery.Weeks is var (from, to)
                    ? new WeekRange(from, to)
                    : null,
        };
    }

    /// <summary>The person's own answers; not whether they are safe at home, for others may read what is kept.</summary>
    private IReadOnlyList<AnswerItem> ToldBy(SymptomCheck check) =>
        [
            .. check
                .Summary.Where(line => line.Answer != Texts.SummarySkipped && !IsLeftOut(line.Question))
                .Select(line => new AnswerItem(SymptomCheck.InWords(line))),
        ];

    private bool IsLeftOut(string question) =>
        question == BotQuestionIds.Consent
        || parts.Protocol.FindQuestion(question)?.Section == CheckSection.AfterAssault;

    /// <summary>The first so many items are shown at once, the others on request.</summary>
    private static AnswerSection Folded(AnswerSection section, int shown) =>
        section.Items.Count > shown ? section with { Shown = shown } : section;

    /// <summary>How many reasons of the deciding level are shown at once.</summary>
    private static int Deciding(Assessment assessment) =>
        Math.Clamp(assessment.Reasons.Count(reason => reason.Disposition == assessment.Disposition), 1, MostReasons);

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
}
