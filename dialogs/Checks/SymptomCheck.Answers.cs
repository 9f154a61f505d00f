using SpasmBot.Clinical;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Checks;

/// <content>Giving, taking back and changing answers.</content>
public sealed partial class SymptomCheck
{
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(6);

    /// <summary>Keeps an answer, and what it changes with it.</summary>
    /// <param name="typed">The words it came in, when it was typed.</param>
    public void Record(Screen screen, Reply reply, string? typed)
    {
        if (reply is Reply.Words words)
        {
            RecordOwnWords(words.Text);
            return;
        }

        var answer = Answer(screen, reply);
        answer.Words = typed;
        if (state.Changing == screen.Id)
        {
            Withdraw(given => IsReplacedBy(given, screen.Id), "changed");
            state.Changing = null;
            state.EmergencyRulesShown = [];
        }

        Add(answer);
        DropWhatIsNoLongerAsked();
        state.EmergencyRulesShown.RemoveAll(rule => EmergencyReasons.All(reason => reason.Rule != rule));
    }

    /// <summary>Notes the outcome of a question beside the check.</summary>
    public void Note(string questionId, string outcome) => state.Notes[questionId] = outcome;

    /// <summary>The outcome that was noted; null when the question was not asked.</summary>
    public string? NoteOf(string questionId) => state.Notes.GetValueOrDefault(questionId);

    /// <summary>Every question's answer as it was first given, corrected or not.</summary>
    public IReadOnlyList<GivenAnswer> FirstAnswers =>
        [
            .. state
                .Withdrawn.Select(withdrawn => withdrawn.Answer)
                .Concat(state.Answers)
                .OrderBy(answer => answer.At)
                .DistinctBy(answer => answer.Question),
        ];

    /// <summary>Forgets the last answer, or gives up a change that was begun.</summary>
    /// <returns>False when there is nothing to go back to.</returns>
    public bool TryBack()
    {
        if (state.Changing is not null)
        {
            state.Changing = null;
            return true;
        }

        if (state.Recheck.Count > 0)
        {
            state.Recheck = [];
            Changed();
            return true;
        }

        if (IsEmergency && TryForgetNote())
        {
            return true;
        }

        if (state.Answers.Count == 0)
        {
            return false;
        }

        var last = state.Answers[^1];
        if (last.Question == SaidQuestion && TryRecheck())
        {
            // What was said is on no screen to go back to: whether it is true is asked precisely.
            return true;
        }

        state.Answers.RemoveAt(state.Answers.Count - 1);
        Keep(last, "back");
        state.Step = 0;
        state.Of = 0;
        Changed();
        state.EmergencyRulesShown.RemoveAll(rule => EmergencyReasons.All(reason => reason.Rule != rule));
        TryLeaveEmergency();
        return true;
    }

    /// <summary>Under an emergency the last answer may be one beside the check: whether to leave a number.</summary>
    private bool TryForgetNote() =>
        state.OpenQuestion switch
        {
            null => state.Notes.Remove(BotQuestionIds.EmergencyContact)
                || state.Notes.Remove(BotQuestionIds.CrisisContact),
            BotQuestionIds.EmergencyContact => IsCrisis && state.Notes.Remove(BotQuestionIds.CrisisContact),
            _ => false,
        };

    /// <summary>Asks one earlier question again; its answer counts until there is a new one.</summary>
    /// <returns>False when it has not been answered.</returns>
    public bool TryChange(string questionId)
    {
        if (!CanChange(questionId))
        {
            return false;
        }

        state.Changing = questionId;
        state.AnswerShown = false;
        return true;
    }

    /// <summary>Begins anew; what was answered is kept for staff.</summary>
    public void Restart()
    {
        Withdraw(_ => true, "restart");
        state.Purpose = null;
        state.Changing = null;
        state.Recheck = [];
        state.EmergencyRulesShown = [];
        state.LastDisposition = null;
        state.Notes = [];
        state.Step = 0;
        state.Of = 0;
        state.OpenQuestion = null;
        HasExpiredSigns = false;
        Changed();
    }

    /// <summary>Whether this turn came after so long a pause that the emergency signs are asked again.</summary>
    public bool HasExpiredSigns { get; private set; }

    /// <summary>
    /// After six hours or more the emergency signs are asked again first: what was "no" then may be "yes" now.
    /// Once the answer has been shown nothing is open, and the pause counts on, for the day on which it is changed.
    /// </summary>
    public void ExpireSignsAfterPause(DateTimeOffset now)
    {
        if (IsOver)
        {
            return;
        }

        var pause = now.ToUnixTimeMilliseconds() - state.LastAt;
        var isLong = state.LastAt != 0 && pause >= LongPause.TotalMilliseconds;
        state.LastAt = now.ToUnixTimeMilliseconds();
        if (!isLong || IsEmergency)
        {
            return;
        }

        HasExpiredSigns = state.Answers.Exists(IsAboutSigns);
        Withdraw(IsAboutSigns, "paused");
        foreach (var answer in state.Answers)
        {
            foreach (var id in answer.Findings.Keys.Where(IsEmergencySign).ToList())
            {
                answer.Findings.Remove(id);
            }
        }

        Changed();
    }

    /// <summary>Whether the answer has been shown and nothing was changed since.</summary>
    public bool IsOver => state.AnswerShown;

    private bool IsAboutSigns(GivenAnswer answer) =>
        answer.Question.StartsWith(CheckSection.EmergencySigns, StringComparison.Ordinal);

    private bool IsEmergencySign(string finding) =>
        parts.Protocol.FindFinding(finding)?.Group == CheckSection.EmergencySigns;

    private bool CanChange(string questionId) =>
        (questionId != SaidQuestion && LastAnswer(questionId) is not null)
        || parts.Protocol.FindQuestion(questionId) is { } question
            && Applicable(question).Any(option => Findings[option.Finding] is not null);

    private static bool IsReplacedBy(GivenAnswer given, string questionId) =>
        given.Question == questionId
        || (questionId == BotQuestionIds.OwnWords && given.Question == BotQuestionIds.OwnWordsConfirm);

    private void DropWhatIsNoLongerAsked()
    {
        Withdraw(
            given =>
                parts.Protocol.FindQuestion(given.Question)?.When is { } when
                && !ExpressionEvaluator.HoldsForRouting(when, FindingsWithout(given), parts.Protocol)
                && !SaysOfASign(given),
            "no-longer-asked"
        );
    }

    /// <summary>An emergency sign is only taken back by its own question, never because another answer changed.</summary>
    private bool SaysOfASign(GivenAnswer given) =>
        given.ToConfirm.Count > 0
        || given.Findings.Any(finding => finding.Value != Presence.Absent && IsEmergencySign(finding.Key));

    private Findings FindingsWithout(GivenAnswer left) => FindingsOf(state.Answers.Where(given => given != left));

    private void Withdraw(Func<GivenAnswer, bool> which, string reason)
    {
        foreach (var given in state.Answers.Where(which).ToList())
        {
            state.Answers.Remove(given);
            Keep(given, reason);
        }

        Changed();
    }

    private void Keep(GivenAnswer answer, string reason) =>
        state.Withdrawn.Add(
            new()
            {
                Answer = answer,
                Reason = reason,
                At = parts.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );

    private void Add(GivenAnswer answer)
    {
        answer.At = parts.Time.GetUtcNow().ToUnixTimeMilliseconds();
        state.Answers.Add(answer);
        state.Recheck.RemoveAll(id => answer.Findings.ContainsKey(id) || answer.ToConfirm.Contains(id));
        Changed();
    }

    private void Changed()
    {
        _findings = null;
        _assessment = null;
        state.AnswerShown = false;
    }
}
