using SpasmBot.Language.Text;
using SpasmBot.Language.Time;

namespace SpasmBot.Language;

/// <summary>Finds the patient's age in own words: only a number that is said to be one or stands alone as one.</summary>
internal static class StatedAge
{
    private const int Youngest = 1;
    private const int Oldest = 110;

    /// <summary>"I'm 34 and" needs no more words to be an age; "I'm 3 in" does.</summary>
    private const int Unlikely = 13;

    /// <summary>Whoever opens with "thirty four, desk job" tells an age; "three, maybe four" tells something else.</summary>
    private const int Grown = 18;

    private const int SaidInYears = 5;
    private const int SaidOfOneself = 4;
    private const int SaidOfSomebody = 3;
    private const int BesidePerson = 2;
    private const int Alone = 1;

    /// <summary>The age in whole years, or null when none is stated.</summary>
    /// <param name="text">The text.</param>
    /// <param name="forWhom">Whom the check is for: for oneself, a child's age is not the patient's.</param>
    /// <param name="today">The person's date, for a year of birth.</param>
    public static int? Find(PreparedText text, string? forWhom, DateOnly today)
    {
        var tokens = text.TimeTokens;
        var owner = new AgeOwner(tokens, forWhom);
        var best = (Rank: 0, Age: 0);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Birthday(tokens, at) is { } birthday && !owner.IsAnother(at) && SaidOfOneself > best.Rank)
            {
                best = (SaidOfOneself, birthday);
            }

            if (!NumberWords.TryRead(text.Tokens, at, out var value, out var length))
            {
                continue;
            }

            length += NumberWords.ReadDecimals(text.Tokens, at + length, ref value);
            var end = at + length;
            var rank = value % 1 == 0 && value is >= Youngest and <= Oldest ? Rank(tokens, at, end, value, owner) : 0;
            if (rank > best.Rank)
            {
                var middle = value % 10 == 0 && tokens.Is(AgeWords.AfterDash(tokens, end), "something") ? 5 : 0;
                best = (rank, (int)value + middle - (AgeWords.IsStillToCome(tokens, at, end) ? 1 : 0));
            }

            at += length - 1;
        }

        return best.Rank > 0 ? best.Age : (int?)AgeReader.ReadSaid(text, today);
    }

    private static int Rank(TimeTokens tokens, int at, int end, double value, AgeOwner owner)
    {
        if (AgeOwner.IsOnceUponATime(tokens, at) || owner.IsAnother(at))
        {
            return 0;
        }

        if (
            AgeWords.IsInYears(tokens, at, end)
            || AgeWords.IsAfterAge(tokens, at)
            || AgeWords.IsBesideSex(tokens, at, end)
        )
        {
            return SaidInYears;
        }

        if (AgeWords.IsAtThatAge(tokens, at, end))
        {
            return SaidOfSomebody;
        }

        if (AgeWords.IsMeasure(tokens, at, end))
        {
            return 0;
        }

        return AgeOwner.IsBesideRelation(tokens, at, end) ? SaidOfSomebody
            : IsSaid(tokens, at, end, value)
                ? !IsOfOneself(tokens, at) ? SaidOfSomebody
                    : owner.TyperIsOnlyFamily ? Alone
                    : SaidOfOneself
            : AgeWords.IsWithPerson(tokens, at, end) ? BesidePerson
            : StandsAlone(tokens, at, end, value) ? Alone
            : 0;
    }

    // "My 71st birthday", "on her sixtieth birthday"; a birthday still to come takes a year off.
    private static int? Birthday(TimeTokens tokens, int at)
    {
        if (!tokens.Is(at, "birthday", "bday"))
        {
            return null;
        }

        var number = at - (tokens.Is(at - 1, "st", "nd", "rd", "th") ? 2 : 1);
        var years = tokens.Digits(number) ?? Ordinals.TensOf(tokens[number]);
        if (years is not (>= Youngest and <= Oldest) || !tokens.Is(number - 1, "my", "his", "her", "their", "the"))
        {
            return null;
        }

        var isToCome =
            tokens.Is(at + 1, "is", "next", "coming", "soon", "tomorrow")
            || tokens.Is(number - 2, "before", "nearing", "approaching");
        return years - (isToCome ? 1 : 0);
    }

    private static bool IsOfOneself(TimeTokens tokens, int at)
    {
        var before = AgeWords.BeforeHedge(tokens, at);
        return tokens.Is(before, "im", "am")
            || (tokens.Is(before, "turned", "turning", "turn") && tokens.Is(before - 1, "i", "im", "just"));
    }

    private static bool IsSaid(TimeTokens tokens, int at, int end, double value)
    {
        var before = AgeWords.BeforeHedge(tokens, at);
        if (tokens.Is(before, "im", "hes", "shes", "am") && value >= Unlikely)
        {
            return !tokens.IsNumber(end) && !tokens.Is(end, "-", "–", "/") && !tokens.Is(before - 1, "until", "if");
        }

        return AgeWords.IsEnd(tokens, end)
            && (
                tokens.Is(before, "im", "shes", "hes", "whos", "am", "turned", "turning", "turn", "turns")
                || tokens.Is(at - 1, "turned", "turning")
                || (tokens.Is(before, "be") && tokens.Is(before - 1, "ill", "will", "shell", "hell"))
                || (tokens.Is(before, "hit", "reached") && tokens.Is(before - 1, "just", "ive") && value >= Grown)
                || AgeWords.IsIs(tokens, before)
            );
    }

    private static bool StandsAlone(TimeTokens tokens, int at, int end, double value)
    {
        var before = AgeWords.BeforeHedge(tokens, at);
        var after = AgeWords.AfterDash(tokens, end);
        after += tokens.Is(after, "something", "ish", "odd") ? 1 : 0;
        return (
                before < 0
                || tokens.Is(before, ".", ",", ";", "\n", "!", "?", "(", "–", "-")
                || AgeWords.IsIntroduced(tokens, at)
            )
            && (after == tokens.Count || tokens.Is(after, ".", ",", ";", "\n", "!", ")", "–"))
            && (tokens.IsNumber(at) ? tokens.Digits(at) >= 3 : before < 0 && value >= Grown);
    }
}
