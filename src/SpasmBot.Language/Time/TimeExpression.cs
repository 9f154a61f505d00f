namespace SpasmBot.Language.Time;

/// <summary>How a time is said, which decides what it may be the time of.</summary>
internal enum TimeShape
{
    /// <summary>"three days ago", "yesterday": a moment.</summary>
    Ago,

    /// <summary>"since Tuesday".</summary>
    Since,

    /// <summary>"for two weeks", "the past few days".</summary>
    For,

    /// <summary>"Tuesday", "3 November", "July": a day or month of the calendar.</summary>
    Calendar,

    /// <summary>"nine days": a length of time and nothing else.</summary>
    Length,

    /// <summary>"tomorrow", "in two weeks": still to come.</summary>
    Future,
}

/// <summary>A time in a text, as days before today.</summary>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
/// <param name="Days">Days before today, 0 or more; negative when it is still to come.</param>
internal sealed record TimeExpression(int First, int Last, double Days, TimeShape Shape)
{
    /// <summary>Whole days: a part of a day is the same day, halves of longer units round up.</summary>
    public int WholeDays =>
        Days < 2 && Days % 1 != 0 ? (int)Days : (int)Math.Round(Days, MidpointRounding.AwayFromZero);
}
