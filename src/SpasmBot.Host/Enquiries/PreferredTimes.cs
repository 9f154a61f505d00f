using Microsoft.Extensions.Primitives;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Host.Enquiries;

/// <summary>Days and times as a form has them: boxes to tick, and a line for what no box says.</summary>
/// <param name="Ticked">Ids of options.</param>
/// <param name="Other">In the person's own words.</param>
public sealed record PreferredTimes(IReadOnlySet<string> Ticked, string Other)
{
    /// <summary>The longest that <see cref="Other"/> may be, in characters.</summary>
    public const int LongestOther = 200;

    /// <summary>What was asked for, as the bot stored it.</summary>
    public static PreferredTimes From(IReadOnlyList<string> stored, BotQuestion question) =>
        new(
            question
                .Options.Where(option => stored.Contains(option.Title, StringComparer.Ordinal))
                .Select(o => o.Id)
                .ToHashSet(),
            string.Join(", ", stored.Except(question.Options.Select(option => option.Title), StringComparer.Ordinal))
        );

    /// <summary>What was posted; boxes that do not exist are left out.</summary>
    public static PreferredTimes From(StringValues ticked, string? other, BotQuestion question) =>
        new(
            question
                .Options.Select(option => option.Id)
                .Intersect(ticked.OfType<string>(), StringComparer.Ordinal)
                .ToHashSet(),
            string.Concat((other ?? "").Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim()
        );

    /// <summary>As the bot stores it, in the order of the form.</summary>
    public IReadOnlyList<string> ToStored(BotQuestion question) =>
        [
            .. question.Options.Where(option => Ticked.Contains(option.Id)).Select(option => option.Title),
            .. Other.Length > 0 ? [Other] : Array.Empty<string>(),
        ];
}
