using System.Collections.Frozen;
using SpasmBot.Language.Text;

namespace SpasmBot.Language.Time;

/// <summary>The words of the calendar and the clock, in English and the Afrikaans that slips in.</summary>
internal static class TimeWords
{
    /// <summary>Days in a unit.</summary>
    public static readonly FrozenDictionary<string, double> Units = Expand(
        new()
        {
            ["minute minutes min mins"] = 0,
            ["hour hours hr hrs uur ure"] = 1 / 24.0,
            ["day days dys dayz night nights mornings evenings afternoons dag dae"] = 1,
            ["week weeks wk wks weke"] = 7,
            ["fortnight fortnights fortnite"] = 14,
            ["month months mth mths mnth mnths maand maande"] = 30,
            ["year years yr yrs jaar"] = 365,
            ["decade decades"] = 3650,
        }
    );

    public static readonly FrozenDictionary<string, double> Weekdays = Expand(
        new()
        {
            ["sunday sun sondag"] = 0,
            ["monday mon maandag"] = 1,
            ["tuesday tue tues dinsdag"] = 2,
            ["wednesday wed weds woensdag"] = 3,
            ["thursday thu thur thurs donderdag"] = 4,
            ["friday fri vrydag"] = 5,
            ["saturday sat saterdag"] = 6,
        }
    );

    public static readonly FrozenDictionary<string, double> Months = Expand(
        new()
        {
            ["january jan januarie"] = 1,
            ["february feb februarie"] = 2,
            ["march mar maart"] = 3,
            ["april apr"] = 4,
            ["may mei"] = 5,
            ["june jun junie"] = 6,
            ["july jul julie"] = 7,
            ["august aug augustus"] = 8,
            ["september sep sept"] = 9,
            ["october oct oktober"] = 10,
            ["november nov"] = 11,
            ["december dec desember"] = 12,
        }
    );

    /// <summary>Days before today, by the words themselves; longest first.</summary>
    public static readonly (string[] Words, double Days)[] Fixed =
    [
        .. new (string Words, double Days)[]
        {
            ("the day before yesterday", 2),
            ("day b4 yesterday", 2),
            ("day before yday", 2),
            ("the day before last", 2),
            ("eergister", 2),
            ("around lunchtime", 0),
            ("around lunch time", 0),
            ("around midday", 0),
            ("around noon", 0),
            ("at lunchtime", 0),
            ("at lunch", 0),
            ("at noon", 0),
            ("at midday", 0),
            ("after breakfast", 0),
            ("before breakfast", 0),
            ("at breakfast", 0),
            ("over breakfast", 0),
            ("just after lunch", 0),
            ("at dawn", 0),
            ("first thing today", 0),
            ("minutes ago", 0),
            ("hours ago", 0),
            ("day before yesterday", 2),
            ("the night before last", 2),
            ("night before last", 2),
            ("the other day", 3),
            ("the other night", 3),
            ("a few moments ago", 0),
            ("a moment ago", 0),
            ("a while earlier today", 0),
            ("earlier today", 0),
            ("last night", 1),
            ("last evening", 1),
            ("this morning", 0),
            ("this afternoon", 0),
            ("this arvo", 0),
            ("the week before last", 14),
            ("week before last", 14),
            ("the month before last", 60),
            ("month before last", 60),
            ("this evening", 0),
            ("this week", 3),
            ("just now", 0),
            ("right now", 0),
            ("yesterday", 1),
            ("yesterdays", 1),
            ("yday", 1),
            ("gister", 1),
            ("today", 0),
            ("todays", 0),
            ("tonight", 0),
            ("vandag", 0),
            ("vanoggend", 0),
            ("vanaand", 0),
            ("last week", 7),
            ("past week", 7),
            ("verlede week", 7),
            ("last fortnight", 14),
            ("last month", 30),
            ("verlede maand", 30),
            ("last year", 365),
            ("verlede jaar", 365),
        }
            .OrderByDescending(entry => entry.Words.Length)
            .Select(entry => (entry.Words.Split(' '), entry.Days)),
    ];

    /// <summary>Feasts by month and day; Easter moves too much to be of use.</summary>
    public static readonly FrozenDictionary<string, (int Month, int Day)> Feasts = new Dictionary<
        string,
        (int Month, int Day)
    >(StringComparer.Ordinal)
    {
        ["christmas"] = (12, 25),
        ["xmas"] = (12, 25),
        ["kersfees"] = (12, 25),
        ["valentines"] = (2, 14),
        ["halloween"] = (10, 31),
        ["new years eve"] = (12, 31),
        ["old years eve"] = (12, 31),
        ["old years"] = (12, 31),
        ["christmas eve"] = (12, 24),
        ["christmas day"] = (12, 25),
        ["boxing day"] = (12, 26),
        ["human rights day"] = (3, 21),
        ["freedom day"] = (4, 27),
        ["workers day"] = (5, 1),
        ["youth day"] = (6, 16),
        ["womens day"] = (8, 9),
        ["heritage day"] = (9, 24),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Right words that lie one slip from a word of time.
    private static readonly string[] RealWords =
    [
        "right",
        "light",
        "tight",
        "sight",
        "might",
        "fight",
        "nights",
        "lights",
        "rights",
        "tights",
        "mouth",
        "mother",
        "bother",
        "smother",
        "others",
        "mouths",
        "match",
        "marsh",
        "larch",
        "reach",
        "tears",
        "bears",
        "ears",
        "wears",
        "fears",
        "gears",
        "hears",
        "nears",
        "pears",
        "hurts",
        "house",
        "houses",
        "seeks",
        "weeps",
        "weak",
        "weaker",
        "wince",
        "mince",
        "singe",
        "sines",
        "ties",
        "sounds",
        "moths",
        "ours",
        "yours",
        "tours",
        "fours",
        "pours",
        "secondly",
        "daily",
        "weekly",
        "monthly",
        "yearly",
        "hourly",
        "sister",
        "sisters",
        "sunny",
        "sundry",
        "funny",
        "money",
        "moaned",
        "flight",
        "knight",
        "bright",
        "fright",
        "slight",
        "night",
        "eight",
        "weight",
        "height",
        "hour",
        "years",
        "weeded",
        "needs",
        "reeks",
    ];

    private static readonly Spelling Spelling = new(
        [
            .. Units.Keys,
            .. Weekdays.Keys,
            .. Months.Keys,
            .. Fixed.SelectMany(entry => entry.Words),
            .. Feasts.Keys.Where(feast => !feast.Contains(' ', StringComparison.Ordinal)),
            "since",
            "weekend",
            "tomorrow",
            "couple",
            "several",
            "roughly",
            "about",
        ],
        RealWords,
        shortest: 5
    );

    private static readonly ILookup<string, (string[] Words, double Days)> FixedByFirst = Fixed.ToLookup(
        entry => entry.Words[0],
        StringComparer.Ordinal
    );

    /// <summary>Those of <see cref="Fixed"/> that begin with a word, longest first.</summary>
    public static IEnumerable<(string[] Words, double Days)> FixedStartingWith(string word) => FixedByFirst[word];

    /// <summary>The word of time that a word is or stands for; itself when it is none.</summary>
    public static string Plain(string word) => Spelling.Correct(word) ?? word;

    private static FrozenDictionary<string, double> Expand(Dictionary<string, double> groups) =>
        groups
            .SelectMany(group => group.Key.Split(' ').Select(word => (word, group.Value)))
            .ToFrozenDictionary(entry => entry.word, entry => entry.Value, StringComparer.Ordinal);
}
