using System.Globalization;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Settings;

/// <summary>A week of opening hours as people write it: days in a row that are alike share a line.</summary>
public static class WeekText
{
    private static readonly DateTimeFormatInfo Names = CultureInfo.GetCultureInfo("en-ZA").DateTimeFormat;

    // Monday first.
    private static readonly DayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    /// <summary>One line for each run of days, like <c>Monday to Friday, 08:00 to 17:00</c>; closed days have none.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<OpeningHours> hours)
    {
        var runs = new List<(DayOfWeek First, DayOfWeek Last, string Open)>();
        var yesterday = "";
        foreach (var day in Week)
        {
            var open = OpenOn(day, hours);
            if (open.Length > 0 && open == yesterday)
                runs[^1] = runs[^1] with { Last = day };
            else if (open.Length > 0)
                runs.Add((day, day, open));
            yesterday = open;
        }
        return [.. runs.Select(run => $"{Days(run.First, run.Last)}, {run.Open}")];
    }

    private static string OpenOn(DayOfWeek day, IReadOnlyList<OpeningHours> hours) =>
        string.Join(
            " and ",
            hours.Where(h => h.Day == day).OrderBy(h => h.Opens).Select(h => $"{h.Opens:HH\\:mm} to {h.Closes:HH\\:mm}")
        );

    private static string Days(DayOfWeek first, DayOfWeek last) =>
        first == last ? Names.GetDayName(first) : $"{Names.GetDayName(first)} to {Names.GetDayName(last)}";
}
