using SpasmBot.Clinical.Simulation;

namespace SpasmBot.Clinical.Loading;

/// <summary>Reads case-mix.yaml; every line must name a source or say that it is an estimate.</summary>
public static class CaseMixFile
{
    public const string Name = "case-mix.yaml";

    private const double Everybody = 100;

    /// <summary>Reads the text; never stops at the first error.</summary>
    public static CaseMixResult Read(string text, Protocol protocol)
    {
        var errors = new ProtocolErrors();
        var item = YamlReader.Read(Name, text, errors);
        if (item is not YamlMap map)
        {
            if (item is not null)
            {
                errors.Add(Name, item.Line, "the file must begin with a key, for example `groups:`");
            }
            return new CaseMixResult(Mix: null, errors.Sorted());
        }
        var reader = new Reader(protocol);
        var mix = reader.ReadMix(new Fields(map, "", Name, errors));
        return new CaseMixResult(errors.Any ? null : mix, errors.Sorted());
    }

    private sealed class Reader(Protocol protocol)
    {
        private readonly ExpressionNames _names = new(protocol.Findings.Select(finding => finding.Id));
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public CaseMix ReadMix(Fields root)
        {
            var unsure = root.Below("still-unsure", "still-unsure");
            var mix = new CaseMix
            {
                StillUnsurePercent = unsure is null ? 0 : PercentOf(unsure),
                Everyone = ReadDraws(root, "everyone"),
                Groups = [.. root.Entries("groups", "group").Select(ReadGroup)],
            };
            Finish(unsure);
            root.Done();
            var total = mix.Groups.Sum(group => group.Percent);
            if (Math.Abs(total - Everybody) > 0.001)
            {
                root.ReportAt("groups", $"the groups are {total:0.###} % of all people together, not 100 %");
            }
            return mix;
        }

        private PatientGroup ReadGroup(Fields entry)
        {
            var group = new PatientGroup
            {
                Id = entry.Id("group", _ids),
                Label = entry.Text("label"),
                Percent = PercentOf(entry),
                IsMechanical = entry.Flag("mechanical", fallback: false),
                Draws = ReadDraws(entry, "draws"),
            };
            Finish(entry);
            return group;
        }

        private IReadOnlyList<Draw> ReadDraws(Fields fields, string key) =>
            [.. fields.Entries(key, "line", isRequired: false).Select(ReadDraw)];

        private Draw ReadDraw(Fields entry)
        {
            var draw = new Draw
            {
                When = entry.Condition("when", _names),
                Outcomes = entry.Has("one-of")
                    ? [.. entry.Entries("one-of", "outcome").Select(outcome => ReadOutcome(outcome, isPart: true))]
                    : [ReadOutcome(entry, isPart: false)],
            };
            if (draw.Outcomes.Sum(outcome => outcome.Percent) > Everybody + 0.001)
            {
                entry.Report(entry.Line, "the outcomes are over 100 % together");
            }
            Finish(entry);
            return draw;
        }

        private Outcome ReadOutcome(Fields entry, bool isPart)
        {
            var isNumber = entry.Has("number");
            var name = entry.Text(isNumber ? "number" : "finding");
            var range = Words.NumberRanges.GetValueOrDefault(name);
            if (isNumber ? range is null : name.Length > 0 && protocol.FindFinding(name) is null)
            {
                var known = isNumber ? Words.NumberRanges.Keys : protocol.Findings.Select(finding => finding.Id);
                entry.Report(entry.Line, $"{name} is not known{Spelling.DidYouMean(name, known)}");
            }
            var from = isNumber ? entry.Number("from") ?? range?.Min ?? 0 : 0;
            var outcome = new Outcome(name, PercentOf(entry), from, isNumber ? entry.Number("to") ?? from : 0);
            if (isPart)
            {
                entry.Done();
            }
            return outcome;
        }

        private static double PercentOf(Fields entry)
        {
            var percent = entry.Number("percent");
            if (percent is null or < 0 or > Everybody)
            {
                entry.ReportAt("percent", "`percent` must be a number from 0 to 100");
            }
            return percent ?? 0;
        }

        private static void Finish(Fields? entry)
        {
            entry?.Text("source");
            entry?.Done();
        }
    }
}
