using SpasmBot.Clinical;

namespace SpasmBot.Dialogs.Checks;

/// <summary>
/// What is stored of a conversation between turns: the answers, in the order in which they were given. Where the person
/// stands is never stored, it follows from the answers (see <see cref="SymptomCheck"/>).
/// Plain lists and settable properties, so that any serialiser of a bot SDK can store it.
/// </summary>
public sealed class CheckState
{
    /// <summary>Whether the bot has said who it is.</summary>
    public bool IsGreeted { get; set; }

    /// <summary>Notes on what was asked beside the check, by question id ("left", "skipped", "yes", "no").</summary>
    public Dictionary<string, string> Notes { get; set; } = [];

    /// <summary>What the person came for: an option of the menu; null before a choice.</summary>
    public string? Purpose { get; set; }

    /// <summary>The answers that count, oldest first; a later one about the same finding wins.</summary>
    public List<GivenAnswer> Answers { get; set; } = [];

    /// <summary>Answers that were taken back, changed or asked again: kept for staff, never counted.</summary>
    public List<WithdrawnAnswer> Withdrawn { get; set; } = [];

    /// <summary>The question that is open; null when none is.</summary>
    public string? OpenQuestion { get; set; }

    /// <summary>How often in a row the open question was not understood.</summary>
    public int Failures { get; set; }

    /// <summary>The question whose answer is being changed: it is asked next even though it is known.</summary>
    public string? Changing { get; set; }

    /// <summary>Which page of the answers to change is shown; 0 has the latest.</summary>
    public int SummaryPage { get; set; }

    /// <summary>Emergency findings that were "ticked by mistake": each is asked again precisely.</summary>
    public List<string> Recheck { get; set; } = [];

    /// <summary>Ids of the emergency rules that the person has been told about.</summary>
    public List<string> EmergencyRulesShown { get; set; } = [];

    /// <summary>Whether the answer to the present answers has been shown.</summary>
    public bool AnswerShown { get; set; }

    /// <summary>The wire id of the last disposition that was shown; null before an answer.</summary>
    public string? LastDisposition { get; set; }

    /// <summary>The reference of the last booking request that was sent from here; null when none was.</summary>
    public string? BookingReference { get; set; }

    /// <summary>Highest step shown so far, so that progress never goes back except on "back".</summary>
    public int Step { get; set; }

    /// <summary>How many there would be, as was shown with <see cref="Step"/>; 0 before the first.</summary>
    public int Of { get; set; }

    /// <summary>Time of the last message before the answer was shown, Unix milliseconds; 0 before the first.</summary>
    public long LastAt { get; set; }
}

/// <summary>One answer, by finding ids and numbers.</summary>
public sealed class GivenAnswer
{
    public string Question { get; set; } = "";

    /// <summary>The options that were on the screen: what is not ticked there has been asked.</summary>
    public List<string> Shown { get; set; } = [];

    /// <summary>What the answer says of each finding.</summary>
    public Dictionary<string, Presence> Findings { get; set; } = [];

    /// <summary>Emergency signs marked "not sure": each is asked precisely before it counts.</summary>
    public List<string> ToConfirm { get; set; } = [];

    /// <summary>What was understood wrongly in the own words and taken back.</summary>
    public List<string> Rejected { get; set; } = [];

    /// <summary>The option of a question whose options are not findings.</summary>
    public string? Choice { get; set; }

    /// <summary>Age in years.</summary>
    public double? Age { get; set; }

    /// <summary>Worst pain in the last day, 0 to 10.</summary>
    public double? Severity { get; set; }

    /// <summary>The day this episode began, as yyyy-MM-dd, so that "3 days" stays true tomorrow.</summary>
    public string? Since { get; set; }

    /// <summary>The words that were typed, when the answer came in words.</summary>
    public string? Words { get; set; }

    /// <summary>"Not answered" is not "no".</summary>
    public bool Skipped { get; set; }

    /// <summary>When it was given, Unix milliseconds.</summary>
    public long At { get; set; }
}

/// <summary>An answer that no longer counts, and why.</summary>
public sealed class WithdrawnAnswer
{
    public GivenAnswer Answer { get; set; } = new();

    /// <summary><c>back</c>, <c>changed</c>, <c>no-longer-asked</c>, <c>paused</c> or <c>restart</c>.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long At { get; set; }
}
