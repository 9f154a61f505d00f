namespace SpasmBot.Host.Copies;

/// <summary>The letters of the answer's text.</summary>
/// <param name="Scale">1 for the usual sizes; smaller to get more on a page.</param>
internal sealed record Letters(double Scale)
{
    public Lettering Body { get; } = new(PrintFont.Regular, 10.5 * Scale, Ink.Text);

    public Lettering Small { get; } = new(PrintFont.Regular, 9 * Scale, Ink.Muted);

    public Lettering Heading { get; } = new(PrintFont.Bold, 12 * Scale, Ink.Text);

    /// <summary>Between two sections, in points.</summary>
    public double Gap => 9 * Scale;
}
