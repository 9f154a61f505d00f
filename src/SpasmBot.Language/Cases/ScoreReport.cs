using System.Globalization;
using System.Text;

namespace SpasmBot.Language;

/// <summary>One figure over labelled lines.</summary>
/// <param name="Name">Its name, as thresholds name it.</param>
/// <param name="Right">How many were right.</param>
/// <param name="Of">Of how many; none is 1.</param>
public sealed record Measure(string Name, double Right, double Of)
{
    /// <summary>From 0 to 1.</summary>
    public double Value => Of > 0 ? Right / Of : 1;
}

/// <summary>How labelled lines were read, compared with what they ask for.</summary>
/// <param name="Measures">The figures.</param>
/// <param name="Misses">Every line that differs from its label, with what is different.</param>
/// <param name="BadLines">Lines that could not be read.</param>
public sealed record ScoreReport(
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<string> Misses,
    IReadOnlyList<string> BadLines
)
{
    /// <summary>The figure with this name, from 0 to 1.</summary>
    public double this[string measure] => Measures.First(one => one.Name == measure).Value;

    /// <summary>The figures, then every miss, for a terminal.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var measure in Measures)
        {
            Line(text, $"{measure.Name, -14}{measure.Value, 8:0.000}   {measure.Right:0.#} of {measure.Of:0.#}");
        }

        foreach (var line in Misses.Concat(BadLines))
        {
            Line(text, $"{line}");
        }

        return text.ToString().TrimEnd();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
