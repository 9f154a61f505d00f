namespace SpasmBot.Contracts;

/// <summary>
/// What an activity of the bot carries in <c>channelData.spasmbot</c>: the same as its text, as data. Clients that draw
/// their own controls use it; serialised in camel case, nulls left out.
/// </summary>
public sealed record SpasmBotData
{
    /// <summary>The clinic the conversation belongs to.</summary>
    public string? Clinic { get; init; }

    /// <summary>The id of the open question; null when the activity asks nothing.</summary>
    public string? Question { get; init; }

    /// <summary><c>choice</c> <c>multi</c> <c>yesno</c> <c>number</c> <c>body</c> <c>text</c> <c>contact</c> <c>slot</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The question alone, without the numbered options that the text adds.</summary>
    public string? Prompt { get; init; }

    public string? Hint { get; init; }

    /// <summary>The drawing that shows what is asked: <c>seated-twist</c>, <c>seated-side-bend</c>.</summary>
    public string? Figure { get; init; }

    /// <summary>Why it is asked.</summary>
    public string? Why { get; init; }

    /// <summary>Number of this question, from 1; never goes back except on "back".</summary>
    public int? Step { get; init; }

    /// <summary>How many questions there will probably be.</summary>
    public int? Of { get; init; }

    /// <summary>Whether "none of these" is an answer.</summary>
    public bool? None { get; init; }

    /// <summary>Whether "not sure" is an answer.</summary>
    public bool? Unsure { get; init; }

    /// <summary>Whether the question may be skipped.</summary>
    public bool? Optional { get; init; }

    /// <summary>The finding ids that the answer can settle.</summary>
    public IReadOnlyList<string>? Findings { get; init; }

    public IReadOnlyList<OptionData>? Options { get; init; }

    /// <summary>What is ticked already (own words to confirm, an answer to change).</summary>
    public IReadOnlyList<string>? Selected { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public string? Unit { get; init; }

    /// <summary>The fields of a <c>contact</c> or <c>slot</c> question.</summary>
    public IReadOnlyList<FieldData>? Fields { get; init; }

    /// <summary>What was wrong with the last answer and what to do; the same question stays open.</summary>
    public string? Error { get; init; }

    /// <summary>An emergency: the banner to keep in view.</summary>
    public EmergencyData? Emergency { get; init; }

    /// <summary>The answer as sections, for a client that sets it well; the assessment itself is <see cref="Assessment"/>.</summary>
    public AnswerData? Answer { get; init; }

    /// <summary>The person asked for a copy: the answer is sent again to be printed or saved.</summary>
    public bool? Copy { get; init; }

    /// <summary>The assessment as <c>POST /api/assess</c> returns it.</summary>
    public object? Assessment { get; init; }

    /// <summary>The person asked to be forgotten: the conversation is deleted with this turn.</summary>
    public bool? Forgotten { get; init; }

    public HandoffState? Handoff { get; init; }

    public BookingData? Booking { get; init; }

    /// <summary>The answers so far, for a summary from which one can be changed.</summary>
    public IReadOnlyList<SummaryLine>? Summary { get; init; }
}

/// <summary>One option; its id is a finding id wherever the options are findings.</summary>
public sealed record OptionData(string Id, string Title)
{
    public string? Hint { get; init; }

    /// <summary>Heading under which related options stand together.</summary>
    public string? Group { get; init; }
}

/// <summary>One field of a form, with the autocomplete token that phones fill in.</summary>
public sealed record FieldData(string Id, string Label, string Type, bool Required)
{
    public string? Autocomplete { get; init; }

    public string? Hint { get; init; }

    /// <summary>What was wrong with it.</summary>
    public string? Error { get; init; }

    /// <summary>What was given, kept.</summary>
    public string? Value { get; init; }
}

/// <summary>What an emergency banner shows.</summary>
public sealed record EmergencyData
{
    /// <summary><c>ambulance</c>, <c>emergency</c> or <c>crisis</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Starts with the verb: "Call an ambulance now".</summary>
    public required string Title { get; init; }

    /// <summary>The numbers to tap, most important first.</summary>
    public required IReadOnlyList<PhoneData> Phones { get; init; }

    public required IReadOnlyList<string> WhileWaiting { get; init; }

    /// <summary>Whether there is a sign to take back ("I ticked this by mistake").</summary>
    public bool Mistake { get; init; }

    /// <summary>A crisis: offer a quick exit and keep no history on this device.</summary>
    public bool QuickExit { get; init; }
}

/// <summary>A number to call.</summary>
public sealed record PhoneData(string Label, string Number);

/// <summary>The answer as a page: a title and sections in reading order.</summary>
public sealed record AnswerData(string Disposition, string Title, IReadOnlyList<AnswerSection> Sections)
{
    /// <summary>The usual time to heal, to be drawn; null when none is told.</summary>
    public WeekRange? RecoveryWeeks { get; init; }
}

/// <summary>A time in weeks, from the shorter to the longer.</summary>
public sealed record WeekRange(int From, int To);

/// <summary>A section of the answer.</summary>
/// <param name="Id"><c>when</c> <c>why</c> <c>do</c> <c>do-not</c> <c>worse</c> <c>could-be</c> <c>recovery</c> <c>safety-net</c> <c>not-answered</c> <c>phases</c> <c>told</c> <c>note</c>; of an emergency also <c>crisis</c> <c>while-waiting</c> <c>desk</c>.</param>
public sealed record AnswerSection(string Id, string Heading, IReadOnlyList<AnswerItem> Items)
{
    /// <summary>How many of the items are shown at once, the others on request; null: all of them.</summary>
    public int? Shown { get; init; }
}

/// <summary>One item of a section.</summary>
public sealed record AnswerItem(string Text)
{
    /// <summary>The answers that led to it.</summary>
    public string? Because { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }
}

/// <summary>An answer given so far.</summary>
public sealed record SummaryLine(string Question, string Label, string Answer);

/// <summary>Where the hand-over to a person stands: <c>waiting</c>, <c>accepted</c> or <c>ended</c>.</summary>
[System.Text.Json.Serialization.JsonConverter(
    typeof(System.Text.Json.Serialization.JsonStringEnumConverter<HandoffState>)
)]
public enum HandoffState
{
    [System.Text.Json.Serialization.JsonStringEnumMemberName("waiting")]
    Waiting,

    [System.Text.Json.Serialization.JsonStringEnumMemberName("accepted")]
    Accepted,

    [System.Text.Json.Serialization.JsonStringEnumMemberName("ended")]
    Ended,
}

/// <summary>A booking request that was stored.</summary>
public sealed record BookingData(string Reference);
