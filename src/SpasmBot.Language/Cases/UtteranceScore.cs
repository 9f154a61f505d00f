using SpasmBot.Clinical;
using SpasmBot.Language.Reading;

namespace SpasmBot.Language.Cases;

/// <summary>What was read of a labelled line, compared with its label.</summary>
internal sealed class UtteranceScore
{
    private readonly List<string> _differences = [];
    private readonly Understood _read;
    private readonly Protocol _protocol;

    private UtteranceScore(UtteranceLine line, Understood read, Protocol protocol) =>
        (Line, _read, _protocol) = (line, read, protocol);

    public UtteranceLine Line { get; }

    /// <summary>How many findings, and groups of which one must be there, are labelled.</summary>
    public int Labelled { get; private set; }

    /// <summary>How many of them were read so.</summary>
    public int Hits { get; private set; }

    /// <summary>How many present or unsure findings are labelled so.</summary>
    public int RightReports { get; private set; }

    /// <summary>How many are not.</summary>
    public int FalseReports { get; private set; }

    public int Numbers { get; private set; }

    public int RightNumbers { get; private set; }

    public IReadOnlyList<string> Differences => _differences;

    public bool IsExact => _differences.Count == 0;

    /// <summary>Whether a sign that is labelled was heard, if only as unsure.</summary>
    public bool IsHeard => Line.Expect.Findings.Keys.Any(id => IsSign(id) && IsReported(id));

    /// <summary>Whether any emergency sign was heard.</summary>
    public bool IsAlarmed => _read.Findings.Keys.Any(id => IsSign(id) && IsReported(id));

    public static UtteranceScore Of(UtteranceLine line, Understood read, Protocol protocol)
    {
        var score = new UtteranceScore(line, read, protocol);
        score.CompareLabels();
        score.CompareReports();
        score.Compare("age", line.Expect.Age, read.Age, line.AgeTolerance);
        score.Compare("onsetDays", line.Expect.OnsetDays, read.OnsetDays, line.OnsetDaysTolerance);
        score.Compare("severity", line.Expect.Severity, read.Severity, line.SeverityTolerance);
        return score;
    }

    private void CompareLabels()
    {
        foreach (var (id, label) in Line.Expect.Findings.Where(label => !Line.IsFree(label.Key)))
        {
            Labelled++;
            var presence = LabelledLines.PresenceOf(label);
            if (_read.Findings.TryGetValue(id, out var read) && read == presence)
            {
                Hits++;
            }
            else
            {
                _differences.Add($"missed {id} {label}");
            }
        }

        foreach (var group in Line.AnyOf ?? [])
        {
            Labelled++;
            if (group.Any(id => _read.Findings.GetValueOrDefault(id) == Presence.Present))
            {
                Hits++;
            }
            else
            {
                _differences.Add($"missed any of {string.Join(", ", group)}");
            }
        }
    }

    private void CompareReports()
    {
        foreach (var (id, presence) in _read.Findings.Where(read => !Line.IsFree(read.Key)))
        {
            var isLabelled =
                Line.Expect.Findings.TryGetValue(id, out var label) && LabelledLines.PresenceOf(label) == presence;
            if (presence == Presence.Absent)
            {
                if (!isLabelled && IsSign(id) && !Line.Expect.Findings.ContainsKey(id))
                {
                    _differences.Add($"wrongly {id} absent");
                }
            }
            else if (isLabelled)
            {
                RightReports++;
            }
            else
            {
                FalseReports++;
                _differences.Add($"wrongly {id} {PresenceId.Of(presence)}");
            }
        }
    }

    private void Compare(string name, double? expected, double? read, double tolerance)
    {
        if (Line.IsFree(name) || (expected is null && read is null))
        {
            return;
        }

        Numbers++;
        if (expected is not null && read is not null && Math.Abs(expected.Value - read.Value) <= tolerance)
        {
            RightNumbers++;
        }
        else
        {
            _differences.Add($"{name} is {read?.ToString() ?? "nothing"}, not {expected?.ToString() ?? "nothing"}");
        }
    }

    private bool IsReported(string id) =>
        _read.Findings.TryGetValue(id, out var presence) && presence != Presence.Absent;

    private bool IsSign(string id) => _protocol.FindFinding(id)?.Group == FindingReader.EmergencyGroup;
}
