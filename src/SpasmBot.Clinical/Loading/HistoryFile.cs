using System.Globalization;

namespace SpasmBot.Clinical.Loading;

/// <summary>Reads history.yaml: what changed from version to version, newest first.</summary>
internal static class HistoryFile
{
    public const string Name = "history.yaml";

    public static IReadOnlyList<ProtocolVersion> Read(Fields? root, string runningVersion)
    {
        if (root is null)
        {
            return [];
        }
        var entries = root.Entries("versions", "version");
        root.Done();
        var versions = entries.Select(ReadOne).ToArray();
        if (versions.Length > 0 && versions[0].Version != runningVersion)
        {
            entries[0]
                .ReportAt(
                    "version",
                    $"the newest version here is {versions[0].Version}, but rules.yaml is version {runningVersion}: "
                        + "say at the top what changed"
                );
        }
        return versions;
    }

    private static ProtocolVersion ReadOne(Fields entry)
    {
        var version = new ProtocolVersion(
            entry.Text("version"),
            ReadDate(entry),
            [.. entry.Texts("changes").Select(text => text.Value)]
        );
        if (version.Changes.Count == 0)
        {
            entry.Report(entry.Line, "`changes` is missing: it says what changed, in words");
        }
        entry.Done();
        return version;
    }

    private static DateOnly ReadDate(Fields entry)
    {
        var text = entry.Text("date");
        if (
            !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        )
        {
            entry.ReportAt("date", "`date` is written as 2026-11-22");
        }
        return date;
    }
}
