using SpasmBot.Clinical;
using SpasmBot.Proofs.Model;

namespace SpasmBot.Proofs.Properties;

/// <summary>Whether the logic that was proved is what the program runs.</summary>
public static class Agreement
{
    /// <summary>How many random people are compared.</summary>
    public const int People = 100_000;

    private const int MostExamples = 3;
    private const int Batch = 1_000;

    /// <summary>Compares the disposition and the rules that fire, for random people.</summary>
    /// <param name="model">The logic.</param>
    /// <param name="program">The protocol that the program runs; the same one, unless a test breaks it.</param>
    /// <param name="people">How many.</param>
    public static Proof WithTheProgram(ProtocolModel model, Protocol program, int people)
    {
        var batches = (people + Batch - 1) / Batch;
        var examples = Enumerable
            .Range(1, batches)
            .AsParallel()
            .AsOrdered()
            .Select(seed => Differences(model, program, seed))
            .SelectMany(differences => differences)
            .Take(MostExamples);
        return new Proof(
            "same-as-the-program",
            "The logic that was proved is the one that the program runs.",
            $"{people:N0} random people, many of them at the very thresholds: the same answer and the same rules.",
            [.. examples]
        );
    }

    private static List<string> Differences(ProtocolModel model, Protocol program, int seed)
    {
        var random = new RandomPeople(model.Protocol, seed);
        var tell = new Teller(model.Protocol);
        var differences = new List<string>();
        for (var i = 0; i < Batch && differences.Count < MostExamples; i++)
        {
            var person = random.Next();
            var (expected, actual) = (ByLogic(model, person), ByProgram(program, person));
            if (expected != actual)
            {
                differences.Add($"For {tell.Person(person)} the logic says {expected}, the program {actual}.");
            }
        }
        return differences;
    }

    private static string ByLogic(ProtocolModel model, Findings person)
    {
        var evaluation = new Evaluation(model.Protocol, person);
        var disposition = ProtocolModel.Dispositions.First(one => evaluation.Holds(model.Is(one)));
        var fired = model.Rules.Where(rule => evaluation.Holds(rule.AtAll)).Select(rule => rule.Rule.Id).ToList();
        if (person.NotAnswered.Any(id => model.Protocol.FindQuestion(id)?.IsGuarded == true))
        {
            fired.Add(model.Protocol.NotAnsweredRule.Id);
        }
        if (fired.Count == 0)
        {
            fired.Add(model.Protocol.Rules[^1].Id);
        }
        return Describe(DispositionId.Of(disposition), fired);
    }

    private static string ByProgram(Protocol protocol, Findings person)
    {
        var assessment = Triage.Assess(protocol, person);
        return Describe(assessment.Disposition, assessment.Reasons.Select(reason => reason.Rule));
    }

    private static string Describe(string disposition, IEnumerable<string> rules) =>
        $"{disposition}: {string.Join(' ', rules.Order(StringComparer.Ordinal))}";
}
