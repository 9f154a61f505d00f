using SpasmBot.Clinical;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Checks;

/// <summary>
/// A person's check: the stored answers, and all that follows from them. What is known is never asked again; the next
/// question is always derived from the answers, so that back, change, own words and a restart are the same thing.
/// </summary>
public sealed partial class SymptomCheck(BotParts parts, CheckState state)
{
    private readonly ScreenBuilder _screens = new(parts);
    private Findings? _findings;
    private Assessment? _assessment;

    /// <summary>What is stored.</summary>
    public CheckState State => state;

    /// <summary>What the answers say so far; a sign that is being asked again is not known meanwhile.</summary>
    public Findings Findings => _findings ??= WithoutRecheck(FindingsOf(state.Answers));

    /// <summary>What the rules decide on the answers so far.</summary>
    public Assessment Assessment =>
        _assessment ??= Triage.Assess(parts.Protocol, IsYoungAlone ? NothingElse : Findings);

    /// <summary><c>me</c>, <c>child</c> or <c>someone</c>; null before it is known.</summary>
    public string? ForWhom => ChoiceOf(BotQuestionIds.ForWhom);

    /// <summary>Whether anything has been answered.</summary>
    public bool HasBegun => state.Answers.Count > 0;

    /// <summary>Whether the person did not agree to the check.</summary>
    public bool IsDeclined => ChoiceOf(BotQuestionIds.Consent) == "decline";

    /// <summary>A young person without a parent or guardian: only the emergency signs are asked.</summary>
    public bool IsYoungAlone => GuardianIsAsked && LastAnswer(BotQuestionIds.Guardian) is { Choice: not "with-parent" };

    /// <summary>The signs that were marked "not sure" and have not been asked precisely since.</summary>
    public IReadOnlyList<string> SignsToConfirm =>
        [
            .. state
                .Answers.SelectMany((answer, index) => answer.ToConfirm.Select(id => (id, index)))
                .Where(sign => !IsSettledAfter(sign.id, sign.index))
                .Select(sign => sign.id)
                .Where(id => !Findings.IsPresent(id))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A young person who is alone was not asked about health: "not asked" is not "no" either.</summary>
    private Findings NothingElse =>
        Findings with
        {
            NotAnswered = Findings.NotAnswered.Union(
                parts
                    .Protocol.Questions.Where(question =>
                        question.IsGuarded && FitsStory(question) && LastAnswer(question.Id) is null
                    )
                    .Select(question => question.Id)
            ),
        };

    private bool GuardianIsAsked => Findings.Age < 18 && ForWhom != "child";

    /// <summary>
    /// The next question of a section, or null when there is none: everything is known, or an emergency, a refusal or
    /// a young person's being alone has ended the questions.
    /// </summary>
    public Screen? NextIn(string section) =>
        section switch
        {
            CheckSection.First => NextFirst(),
            CheckSection.EmergencyMore => NextMore(),
            CheckSection.AfterAssault => NextOfProtocol(section),
            _ when IsEmergency || IsDeclined => null,
            CheckSection.Person => NextAboutPerson(),
            CheckSection.OwnWords => NextAboutOwnWords(),
            CheckSection.EmergencySigns => NextOfProtocol(section),
            _ => IsYoungAlone ? null : NextOfProtocol(section),
        };

    /// <summary>
    /// Whether the open question is beside the check (a booking, a self test), so that back leaves it and forgets no
    /// answer. What follows an answer or an emergency belongs to it.
    /// </summary>
    public bool IsBeside =>
        state.OpenQuestion
            is { } open
                and not (
                    BotQuestionIds.Menu
                    or BotQuestionIds.Next
                    or BotQuestionIds.EmergencyContact
                    or BotQuestionIds.CrisisContact
                )
        && (
            Find(open) is { IsPartOfCheck: false }
            || parts.Protocol.FindQuestion(open)?.Section == CheckSection.SelfTests
        );

    /// <summary>The screen of a question as it would be shown now, or null when there is no such question.</summary>
    public Screen? Find(string questionId)
    {
        if (questionId.StartsWith(BotQuestionIds.PrecisePrefix, StringComparison.Ordinal))
        {
            var finding = parts.Protocol.FindFinding(questionId[BotQuestionIds.PrecisePrefix.Length..]);
            return finding is null ? null : _screens.Precise(finding, ForWhom);
        }

        if (parts.Protocol.FindQuestion(questionId) is { } question)
        {
            return ProtocolScreen(question, questionId == state.Changing ? Changeable(question) : DueOptions(question));
        }

        return questionId switch
        {
            BotQuestionIds.EmergencyMore => MoreScreen(),
            BotQuestionIds.OwnWordsConfirm => ConfirmScreen(),
            BotQuestionIds.Summary => SummaryScreen(),
            BotQuestionIds.Next => NextScreen(),
            _ => parts.Words.Questions.ContainsKey(questionId) ? _screens.FromBot(questionId, ForWhom) : null,
        };
    }

    /// <summary>How many questions are still to come, as far as can be seen now.</summary>
    public int CountDue() =>
        CheckSection
            .InOrder.Where(section =>
                section is not (CheckSection.First or CheckSection.Person or CheckSection.OwnWords)
            )
            .Sum(CountDue)
        + SignsToConfirm.Count
        + PersonQuestions().Count(id => LastAnswer(id) is null)
        + (LastAnswer(BotQuestionIds.OwnWords) is null ? 1 : 0);

    private int CountDue(string section) =>
        parts.Protocol.Questions.Count(question => question.Section == section && IsDue(question));

    private Screen? NextFirst()
    {
        if (state.Changing is { } changing)
        {
            return Find(changing);
        }

        var precise = IsEmergency ? null : state.Recheck.Concat(SignsToConfirm).FirstOrDefault();
        return precise is null ? null : Find(BotQuestionIds.PrecisePrefix + precise);
    }

    private Screen? NextAboutPerson() =>
        PersonQuestions().FirstOrDefault(id => LastAnswer(id) is null) is { } id ? Find(id) : null;

    private IEnumerable<string> PersonQuestions()
    {
        yield return BotQuestionIds.ForWhom;
        if (Findings.Age is null)
        {
            yield return BotQuestionIds.Age;
        }

        if (GuardianIsAsked)
        {
            yield return BotQuestionIds.Guardian;
        }

        if (!IsYoungAlone)
        {
            yield return BotQuestionIds.Consent;
        }
    }

    private Screen? NextAboutOwnWords()
    {
        if (LastAnswer(BotQuestionIds.OwnWords) is null)
        {
            return Find(BotQuestionIds.OwnWords);
        }

        return ConfirmScreen();
    }

    private Screen? NextOfProtocol(string section)
    {
        var question = parts.Protocol.Questions.FirstOrDefault(q => q.Section == section && IsDue(q));
        return question is null ? null : ProtocolScreen(question, DueOptions(question));
    }

    private Screen ProtocolScreen(Question question, IReadOnlyList<QuestionOption> options)
    {
        var screen = _screens.FromProtocol(question, options, ForWhom);
        return screen with
        {
            Selected =
                state.Changing == question.Id ? [.. options.Select(o => o.Finding).Where(Findings.IsPresent)] : [],
        };
    }

    /// <summary>Whether the question is still to be asked.</summary>
    private bool IsDue(Question question)
    {
        if (
            !FitsStory(question)
            || (question.When is { } when && !ExpressionEvaluator.HoldsForRouting(when, Findings, parts.Protocol))
        )
        {
            return false;
        }

        if (question.Kind == QuestionKind.Number)
        {
            return !IsNumberKnown(question.Sets) && LastAnswer(question.Id) is null;
        }

        return DueOptions(question).Count > 0;
    }

    private bool FitsStory(Question question) => question.Story is null || question.Story == Story;

    /// <summary>Whether the own words, as far as they stood the confirmation, said the essentials.</summary>
    private OwnStory Story =>
        parts.Protocol.Told is { } told
        && ExpressionEvaluator.HoldsForRouting(
            told,
            FindingsOf(
                state.Answers.Where(answer =>
                    answer.Question is BotQuestionIds.OwnWords or BotQuestionIds.OwnWordsConfirm
                )
            ),
            parts.Protocol
        )
            ? OwnStory.Told
            : OwnStory.Untold;

    /// <summary>
    /// Whether one known option makes the others of its group needless: who says what set it off has not said how it
    /// began. Options without a heading are one group.
    /// </summary>
    private bool IsSettled(Question question, string? group) =>
        question.IsSettledByAny
        && question.Options.Any(option => option.Group == group && Findings.IsPresent(option.Finding));

    /// <summary>The options that apply, are not known, and have not been on this question's screen.</summary>
    private List<QuestionOption> DueOptions(Question question)
    {
        var asked = state
            .Answers.Where(answer => answer.Question == question.Id)
            .SelectMany(answer => answer.Shown)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Applicable(question)
                .Where(option => !asked.Contains(option.Finding))
                .Where(option => question.IsAskedAgain || IsOpen(question, option)),
        ];
    }

    private bool IsOpen(Question question, QuestionOption option) =>
        Findings[option.Finding] is null
        && !SignsToConfirm.Contains(option.Finding)
        && !IsSettled(question, option.Group)
        && !IsSettledUnderAnotherHeading(question, option);

    /// <summary>Who built up slowly is not asked on another screen whether it came on suddenly.</summary>
    private bool IsSettledUnderAnotherHeading(Question question, QuestionOption option) =>
        question.Story == OwnStory.Told
        && parts.Protocol.Questions.Any(other =>
            other
                .Options.Where(same => same.Finding == option.Finding && same.Group is not null)
                .Any(same => IsSettled(other, same.Group))
        );

    /// <summary>What is shown for a change: what applies now, and what was answered though it no longer does.</summary>
    private List<QuestionOption> Changeable(Question question)
    {
        var shown = LastAnswer(question.Id)?.Shown ?? [];
        var applicable = Applicable(question);
        return [.. question.Options.Where(option => applicable.Contains(option) || shown.Contains(option.Finding))];
    }

    private List<QuestionOption> Applicable(Question question) =>
        [
            .. question.Options.Where(option =>
                option.When is not { } when || ExpressionEvaluator.HoldsForRouting(when, Findings, parts.Protocol)
            ),
        ];

    private bool IsNumberKnown(string? number) =>
        number switch
        {
            AnswerFold.AgeId => Findings.Age is not null,
            AnswerFold.OnsetId => Findings.OnsetDays is not null,
            AnswerFold.SeverityId => Findings.Severity is not null,
            _ => false,
        };

    private GivenAnswer? LastAnswer(string questionId) =>
        state.Answers.LastOrDefault(answer => answer.Question == questionId);

    private string? ChoiceOf(string questionId) => LastAnswer(questionId)?.Choice;

    private bool IsSettledAfter(string finding, int index) =>
        state.Answers.Skip(index + 1).Any(answer => answer.Findings.ContainsKey(finding));

    private Findings FindingsOf(IEnumerable<GivenAnswer> answers) =>
        AnswerFold.ToFindings(answers, parts.Protocol, parts.Today);

    private Findings WithoutRecheck(Findings findings) =>
        findings with
        {
            Presences = findings.Presences.RemoveRange(state.Recheck),
        };
}
