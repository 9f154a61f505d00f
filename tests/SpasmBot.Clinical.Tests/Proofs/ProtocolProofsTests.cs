using SpasmBot.Proofs;
using SpasmBot.Proofs.Model;
using SpasmBot.Proofs.Properties;
using SpasmBot.Proofs.Solving;

namespace SpasmBot.Clinical.Tests.Proofs;

public sealed class ProtocolProofsTests
{
    private const int PeopleForTheSolver = 150;

    [Fact]
    public void Run_TheClinicsProtocol_ProvesEverythingAndIsWhatTheProtocolCarries()
    {
        var report = ProtocolProofs.Run(UpperBackSpasm.Protocol);

        Assert.Empty(report.Proofs.SelectMany(proof => proof.CounterExamples));
        Assert.Equal(7, report.Proofs.Count);
        // When this fails: dotnet run --project tests/SpasmBot.Proofs -- --write
        var path = Path.Combine(UpperBackSpasm.RepositoryFolder, "dialogs/protocols/upper-back-spasm/proofs.yaml");
        Assert.Equal(ProofReportText.ForTheProtocol(report), File.ReadAllText(path).ReplaceLineEndings("\n"));
        Assert.True(UpperBackSpasm.Protocol.Proofs!.AreOf(UpperBackSpasm.Protocol));
    }

    [Fact]
    public void Run_AnotherProtocol_IsProvedToo() =>
        Assert.Empty(
            ProtocolProofs
                .Run(AnkleProtocol.Instance, randomPeople: 5_000)
                .Proofs.SelectMany(proof => proof.CounterExamples)
        );

    /// <summary>The formulas are compared with the program on many people; here the solver's own model with the formulas.</summary>
    [Fact]
    public void Ask_RandomPeople_TheSolverFindsTheSameTrueAsTheFormulas()
    {
        var model = ProtocolModel.Of(UpperBackSpasm.Protocol);
        var search = new Search(model);
        var random = new RandomPeople(model.Protocol, seed: 7);
        Formula[] formulas =
        [
            .. ProtocolModel.Dispositions.Select(model.Is),
            .. model.Rules.Select(rule => rule.AtAll),
            .. model.Rules.Select(rule => rule.Fully),
        ];
        for (var i = 0; i < PeopleForTheSolver; i++)
        {
            var person = OnTheGrid(random.Next());
            var evaluation = new Evaluation(model.Protocol, person);

            Assert.Equal(formulas.Select(evaluation.Holds), search.Ask(person, formulas));
        }
    }

    [Theory]
    [InlineData(45.25, 91.25, false)]
    [InlineData(45.0, 0.25, true)]
    [InlineData(46.0, 365, false)]
    [InlineData(46.0, 365.25, true)]
    public void Ask_AgeAtOnsetNearItsBound_IsAsTheProgramComputesIt(double age, double days, bool isBelow45)
    {
        var model = ProtocolModel.Of(UpperBackSpasm.Protocol);
        var person = Findings.None with { Age = age, OnsetDays = days };
        Formula[] formulas = [new Formula.Number("ageAtOnset", Comparison.Less, 45)];

        Assert.Equal([isBelow45], search(person));
        Assert.Equal(isBelow45, new Evaluation(model.Protocol, person).Holds(formulas[0]));

        IReadOnlyList<bool> search(Findings one) => new Search(model).Ask(one, formulas);
    }

    /// <summary>Quarters of a year, a day and a point are on the grid of the solver.</summary>
    private static Findings OnTheGrid(Findings person) =>
        person with
        {
            Age = Quarter(person.Age),
            OnsetDays = Quarter(person.OnsetDays),
            Severity = Quarter(person.Severity),
        };

    private static double? Quarter(double? number) => number is { } value ? Math.Round(value * 4) / 4 : null;
}
