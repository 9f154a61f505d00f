using SpasmBot.Clinical;

namespace SpasmBot.Proofs.Solving;

/// <summary>
/// Whole numbers for the solver that stand for every possible age, duration and pain, fractions included.
/// <para>
/// Conditions only compare x = 365 · age, y = onsetDays, x − y (age at onset) and severity with constants that are
/// whole once multiplied by a power of ten. A system of such differences that has a solution at all, strict
/// comparisons included, has one whose values are whole in quarters of that unit: on a cycle of at most three
/// comparisons each strict one takes a quarter, and whole constants leave at least one unit. So a grid of quarters
/// meets every combination of comparisons that is possible, and what the solver proves on it holds for all numbers.
/// Rounding of floating point adds no combination: it can only turn a comparison within a hair of its bound, and both
/// sides of a bound that is no crossing of bounds are on the grid; crossings are whole days and computed exactly.
/// </para>
/// </summary>
public sealed class NumberGrid
{
    private const int DaysInYear = 365;
    private const int Quarters = 4;

    private NumberGrid(long unit) => Unit = unit;

    /// <summary>Steps in one day, in one 365th of a year and in one point of pain.</summary>
    public long Unit { get; }

    /// <summary>Every combination of comparisons is on this grid.</summary>
    public static NumberGrid Exact(IEnumerable<double> bounds) =>
        new(Quarters * bounds.Select(DecimalsOf).DefaultIfEmpty(1).Max());

    /// <summary>Whole years, days and points, for examples that read well.</summary>
    public static NumberGrid Whole { get; } = new(1);

    public bool IsWhole => Unit == 1;

    /// <summary>Steps in one unit of a number: a year of age has 365 times the steps of a day.</summary>
    public long StepsOf(string number) => number is "age" or "ageAtOnset" ? DaysInYear * Unit : Unit;

    /// <summary>How many steps apart two values of a number can be: on the whole grid ages are whole years.</summary>
    public long StrideOf(string number) => IsWhole && number == "age" ? DaysInYear : 1;

    /// <summary>The number that so many steps stand for.</summary>
    public double ValueOf(string number, long steps) => steps / (double)StepsOf(number);

    private static long DecimalsOf(double bound)
    {
        var scale = 1L;
        for (var value = (decimal)bound; value != decimal.Truncate(value); value *= 10)
        {
            scale *= 10;
        }
        return scale;
    }
}
