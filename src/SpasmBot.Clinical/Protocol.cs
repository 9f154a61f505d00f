namespace SpasmBot.Clinical;

/// <summary>
/// One clinical protocol, loaded and checked: what to ask, decide and say. The engine knows only this shape,
/// never what an upper back is. Loaded by <see cref="ProtocolLoader"/>.
/// </summary>
public sealed record Protocol
{
    private ProtocolIndex? _index;

    /// <summary>The protocol's name for people, for example "Upper back muscle spasm".</summary>
    public required string Name { get; init; }

    /// <summary>The version that was signed off; every assessment carries it.</summary>
    public required string Version { get; init; }

    /// <summary>All findings in the order of the file.</summary>
    public required IReadOnlyList<FindingDefinition> Findings { get; init; }

    /// <summary>All questions in the order they are asked within their section.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>All rules in the order of the table; the last is the one that applies otherwise.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The floor that applies when a guarded question was skipped.</summary>
    public required NotAnsweredRule NotAnsweredRule { get; init; }

    /// <summary>Added to a reason when "not sure" was behind it; <c>{findings}</c> is replaced by their labels.</summary>
    public required string UnsureNote { get; init; }

    /// <summary>What own words must say to be a told story; null: none ever is.</summary>
    public Expression? Told { get; init; }

    /// <summary>The texts of each disposition.</summary>
    public required IReadOnlyDictionary<Disposition, DispositionText> Dispositions { get; init; }

    /// <summary>Do, do not, what makes it worse, safety net, and what to do while waiting for help.</summary>
    public required IReadOnlyList<AdviceItem> Advice { get; init; }

    /// <summary>What else it could be.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>How long it usually takes, and the phases of treatment.</summary>
    public required Recovery Recovery { get; init; }

    /// <summary>What the rules must say whatever else they say; empty when nobody has demanded anything yet.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>What changed from version to version, newest first; empty when nobody has kept it.</summary>
    public IReadOnlyList<ProtocolVersion> History { get; init; } = [];

    /// <summary>What was proved, and of which state of the protocol; null when nobody has.</summary>
    public ProofRecord? Proofs { get; init; }

    private ProtocolIndex Index => _index?.IsOf(this) == true ? _index : _index = new ProtocolIndex(this);

    /// <summary>The definition of a finding, or null when the protocol has no such id.</summary>
    public FindingDefinition? FindFinding(string id) => Index.Findings.GetValueOrDefault(id);

    /// <summary>The question, or null when the protocol has no such id.</summary>
    public Question? FindQuestion(string id) => Index.Questions.GetValueOrDefault(id);

    /// <summary>Whether a question was skipped that must not be: "not answered" is not "no".</summary>
    internal bool LacksGuardedAnswer(Findings findings) =>
        findings.NotAnswered.Any(id => FindQuestion(id)?.IsGuarded == true);

    /// <summary>The findings that bring this one with them, directly or through others.</summary>
    internal IReadOnlyList<string> ImpliersOf(string findingId) => Index.Impliers.GetValueOrDefault(findingId) ?? [];
}

/// <summary>How "not sure" about a finding counts in rules of doctor-soon and above (protocol, section 1).</summary>
public enum UnsureMeaning
{
    /// <summary>Counts as present, but a rule that needs it counts at most as doctor-soon.</summary>
    Limited,

    /// <summary>Counts as present: emergency signs and pregnancy.</summary>
    Counts,

    /// <summary>Does not count: risk factors.</summary>
    Ignored,
}

/// <summary>One finding: something a person can notice, with a fixed id that every part of the product uses.</summary>
public sealed record FindingDefinition
{
    public required string Id { get; init; }

    /// <summary>The group, for example <c>emergency-signs</c> or <c>where</c>.</summary>
    public required string Group { get; init; }

    /// <summary>What the person said, in a few everyday words; reads well in a list ("Fever or chills").</summary>
    public required string Label { get; init; }

    /// <summary>The clinician's term.</summary>
    public required string Term { get; init; }

    /// <summary>What counts and what does not, in plain words.</summary>
    public required string Definition { get; init; }

    /// <summary>How "not sure" counts.</summary>
    public required UnsureMeaning Unsure { get; init; }

    /// <summary>Findings that this one brings with it.</summary>
    public required IReadOnlyList<string> Implies { get; init; }

    /// <summary>The precise yes or no question, for signs that may be asked one by one; null when there is none.</summary>
    public string? Ask { get; init; }

    /// <summary>Why the precise question is asked; null when there is none.</summary>
    public string? Why { get; init; }
}

/// <summary>What a question takes for an answer.</summary>
public enum QuestionKind
{
    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of ticks.</summary>
    Multi,

    /// <summary>Yes, no or not sure about one finding.</summary>
    YesNo,

    /// <summary>A number between <see cref="Question.Min"/> and <see cref="Question.Max"/>.</summary>
    Number,

    /// <summary>Any number of places: a body map where there is one, ticks elsewhere.</summary>
    Body,
}

/// <summary>What the own words at the opening said (see <see cref="Protocol.Told"/>).</summary>
public enum OwnStory
{
    /// <summary>The essentials: only what can still change the answer is asked.</summary>
    Told,

    /// <summary>Less than that, or nothing.</summary>
    Untold,
}

/// <summary>One screen of the check.</summary>
public sealed record Question
{
    public required string Id { get; init; }

    /// <summary>The part of the check it belongs to, for example <c>emergency-signs</c>; the dialogs decide the order of sections.</summary>
    public required string Section { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>A few words that name the question in a summary ("Where it hurts").</summary>
    public required string Label { get; init; }

    /// <summary>The question as the person reads it.</summary>
    public required string Text { get; init; }

    /// <summary>A short hint below the question; null when none is needed.</summary>
    public string? Hint { get; init; }

    /// <summary>The drawing that shows what is asked (<c>seated-twist</c>, <c>seated-side-bend</c>); null: none.</summary>
    public string? Figure { get; init; }

    /// <summary>Why it is asked.</summary>
    public required string Why { get; init; }

    /// <summary>What is expected, said again after an answer that could not be used.</summary>
    public required string Retry { get; init; }

    /// <summary>When it is asked; null: always. "Not sure" counts as present here.</summary>
    public Expression? When { get; init; }

    /// <summary>After which own words it is asked; null: after any.</summary>
    public OwnStory? Story { get; init; }

    /// <summary>The findings that can be chosen; empty for a number.</summary>
    public required IReadOnlyList<QuestionOption> Options { get; init; }

    /// <summary>Further findings that an answer in words can settle, for example the side beside the place.</summary>
    public required IReadOnlyList<string> AlsoSettles { get; init; }

    /// <summary>Whether "none of these" is an answer.</summary>
    public required bool AllowsNone { get; init; }

    /// <summary>Whether "not sure" is an answer.</summary>
    public required bool AllowsUnsure { get; init; }

    /// <summary>Whether it may be skipped.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether "not sure" leads to one precise question for each sign that was marked.</summary>
    public required bool ConfirmsUnsure { get; init; }

    /// <summary>Whether one known option is enough to skip the question; otherwise only the unknown options are asked.</summary>
    public required bool IsSettledByAny { get; init; }

    /// <summary>Whether it is asked even when its findings are known (the chest questions, after pain at the front of the chest).</summary>
    public required bool IsAskedAgain { get; init; }

    /// <summary>Whether skipping it sets the floor of <see cref="Protocol.NotAnsweredRule"/>.</summary>
    public required bool IsGuarded { get; init; }

    /// <summary>For a number: <c>age</c>, <c>onsetDays</c> or <c>severity</c>.</summary>
    public string? Sets { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>The unit of a number, for example <c>days</c>.</summary>
    public string? Unit { get; init; }
}

/// <summary>One option of a question: a finding, in the words of this screen.</summary>
public sealed record QuestionOption
{
    /// <summary>The finding id, which is the option's id.</summary>
    public required string Finding { get; init; }

    public required string Title { get; init; }

    public string? Hint { get; init; }

    /// <summary>Heading under which related options stand together, of which usually one fits; null when ungrouped.</summary>
    public string? Group { get; init; }

    /// <summary>When the option is offered; null: always.</summary>
    public Expression? When { get; init; }
}

/// <summary>One line of the table of rules.</summary>
public sealed record Rule
{
    public required string Id { get; init; }

    /// <summary>The condition; null for the rule that applies otherwise.</summary>
    public required Expression? When { get; init; }

    /// <summary>The condition as written in the file.</summary>
    public required string WhenText { get; init; }

    public required Disposition Disposition { get; init; }

    public required string Source { get; init; }

    /// <summary>Why, in words for the person.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the crisis text and its lines are shown with it, and reception is asked for a hand-over.</summary>
    public bool IsCrisis { get; init; }
}

/// <summary>The least urgent answer that is possible when a guarded question was skipped.</summary>
public sealed record NotAnsweredRule(string Id, Disposition Disposition, string Reason, string Source);

/// <summary>What is said of a disposition.</summary>
public sealed record DispositionText(
    Disposition Disposition,
    string Title,
    string Target,
    int? BookWithinDays,
    string WhenToBook
);

/// <summary>What an item of advice is for.</summary>
public enum AdviceKind
{
    Do,
    DoNot,
    MakesWorse,
    SafetyNet,
    WhileWaiting,
}

/// <summary>One sentence or two of advice.</summary>
public sealed record AdviceItem
{
    public required string Id { get; init; }

    public required AdviceKind Kind { get; init; }

    /// <summary>The dispositions it is shown with.</summary>
    public required IReadOnlySet<Disposition> Dispositions { get; init; }

    /// <summary>When it is shown; null: always.</summary>
    public Expression? When { get; init; }

    public required string Text { get; init; }

    /// <summary>The section of the article or the source it rests on.</summary>
    public required string Source { get; init; }
}

/// <summary>What else it could be, worded as a possibility.</summary>
public sealed record Condition
{
    public required string Id { get; init; }

    public required Expression When { get; init; }

    public required string Text { get; init; }

    /// <summary>The knowledge section that explains it.</summary>
    public required string Section { get; init; }
}

/// <summary>How long it usually takes.</summary>
public sealed record Recovery(string Text, string Source, IReadOnlyList<RecoveryPhase> Phases)
{
    /// <summary>The usual time in weeks, the shorter and the longer; null when the file does not say.</summary>
    public (int From, int To)? Weeks { get; init; }
}

/// <summary>One of the phases of physiotherapy.</summary>
public sealed record RecoveryPhase(int Number, string Title, string Text);

/// <summary>One version of a protocol and what it changed, in words.</summary>
public sealed record ProtocolVersion(string Version, DateOnly Date, IReadOnlyList<string> Changes);

/// <summary>What was proved of a protocol for all possible people, as the proof command left it.</summary>
/// <param name="Fingerprint">Of the state that was proved; compare it with <see cref="ProtocolFingerprint"/>.</param>
/// <param name="Proofs">The properties.</param>
/// <param name="Idle">What was found that can never do anything, in words.</param>
public sealed record ProofRecord(string Fingerprint, IReadOnlyList<RecordedProof> Proofs, IReadOnlyList<string> Idle)
{
    /// <summary>Whether these are the proofs of this protocol as it is now.</summary>
    public bool AreOf(Protocol protocol) => Fingerprint == ProtocolFingerprint.Of(protocol);
}

/// <summary>One property: what is claimed, how it was shown, and who it fails for, in words.</summary>
public sealed record RecordedProof(
    string Id,
    string Claim,
    string How,
    bool Holds,
    IReadOnlyList<string> CounterExamples
);
