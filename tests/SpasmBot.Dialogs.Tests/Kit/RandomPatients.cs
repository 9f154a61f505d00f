using SpasmBot.Clinical;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>People at random, the same for the same seed; numbers near the limits that rules name.</summary>
public static class RandomPatients
{
    private static readonly double[] Ages =
    [
        5,
        9,
        10,
        15,
        16,
        17,
        18,
        19,
        34,
        39,
        40,
        44,
        45,
        50,
        55,
        56,
        60,
        65,
        70,
        88,
    ];
    private static readonly double[] Days = [0, 1, 3, 4, 7, 8, 14, 15, 42, 43, 90, 91, 400, 9000];

    /// <summary>What a screen of the check asks everybody it fits; a crisis is only asked after an assault.</summary>
    private static readonly string[] Asked =
    [
        .. Shipped
            .Protocol.Questions.Where(question => question.Section is not ("after-assault" or "self-tests"))
            .SelectMany(question => question.Options)
            .Select(option => option.Finding)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Where "not sure" can be said: nobody is asked whether they are unsure where it hurts.</summary>
    private static readonly HashSet<string> CanBeUnsure = Shipped
        .Protocol.Questions.Where(question => question.AllowsUnsure)
        .SelectMany(question => question.Options)
        .Select(option => option.Finding)
        .ToHashSet(StringComparer.Ordinal);

    public static Patient Of(int seed)
    {
        var random = new Random(seed);
        var findings = new Dictionary<string, Presence>(StringComparer.Ordinal);
        var rules = Shipped.Protocol.Rules.Where(rule => rule.When is not null).ToArray();
        for (var i = random.Next(4); i > 0; i--)
        {
            foreach (var id in rules[random.Next(rules.Length)].When!.Findings.Where(Asked.Contains))
            {
                Add(findings, id, random, share: 0.5);
            }
        }

        for (var i = random.Next(8); i > 0; i--)
        {
            Add(findings, Asked[random.Next(Asked.Length)], random, share: 0.8);
        }

        return new()
        {
            Age = Ages[random.Next(Ages.Length)],
            OnsetDays = random.NextDouble() < 0.2 ? null : Days[random.Next(Days.Length)],
            Severity = random.NextDouble() < 0.2 ? null : random.Next(11),
            Findings = findings,
        };
    }

    public static string Describe(Patient patient) =>
        $"age {patient.Age}, days {patient.OnsetDays}, pain {patient.Severity}: "
        + string.Join(", ", patient.Findings.Select(f => f.Value == Presence.Unsure ? $"{f.Key}?" : f.Key));

    private static void Add(Dictionary<string, Presence> findings, string id, Random random, double share)
    {
        if (random.NextDouble() < share)
        {
            var isUnsure = random.NextDouble() < 0.12 && CanBeUnsure.Contains(id);
            findings[id] = isUnsure ? Presence.Unsure : Presence.Present;
        }
    }
}
