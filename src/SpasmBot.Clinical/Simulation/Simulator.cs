namespace SpasmBot.Clinical.Simulation;

/// <summary>Runs the people of a case mix through the rules.</summary>
public static class Simulator
{
    /// <summary>As many as keep the chance error of a share of 3 % below 0.2.</summary>
    public const int DefaultPeople = 10_000;

    private static readonly double[] Rates = [1, 5];

    /// <summary>The same people for the same seed: everything answered, then 1 and 5 % of doubts, then of skipped screens.</summary>
    public static SimulationReport Run(Protocol protocol, CaseMix mix, int people = DefaultPeople, ulong seed = 1)
    {
        var random = new SplitMix(seed);
        var drawn = Enumerable.Range(0, people).Select(_ => SimulatedPerson.DrawFrom(mix, protocol, random)).ToArray();
        return new SimulationReport
        {
            People = people,
            Seed = seed,
            Answered = RunOf("everything answered", one => one.Findings),
            Variants =
            [
                .. Rates.Select(rate =>
                    RunOf($"{rate:0} % of the ticks are “not sure”", one => one.WithDoubt(rate, mix, protocol, random))
                ),
                .. Rates.Select(rate =>
                    RunOf($"{rate:0} % of the screens are skipped", one => one.WithSkips(rate, protocol, random))
                ),
            ],
        };

        SimulationRun RunOf(string title, Func<SimulatedPerson, Findings> record) =>
            SimulationCount.Of(title, protocol, mix, drawn.Select(one => (one.Group, record(one))));
    }
}
