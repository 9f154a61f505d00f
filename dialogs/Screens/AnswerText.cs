using System.Text;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs.Screens;

/// <summary>The answer as plain text: first what is shown at once, then all the rest under a heading of its own.</summary>
internal static class AnswerText
{
    /// <summary>
    /// The section with the person's own answers. It is data alone: in a text it would bury the answer, and who wants to
    /// see them types "change".
    /// </summary>
    public const string Told = "told";

    /// <summary>The answer below an emergency.</summary>
    public static string Of(AnswerData whole, Messages texts)
    {
        var answer = whole with { Sections = [.. whole.Sections.Where(section => section.Id != Told)] };
        var text = new StringBuilder(answer.Title).Append('.');
        Append(text, answer.Sections.Select(section => (section.Heading, section.Items.Take(Shown(section)))));
        text.Append("\n\n").Append(texts.HeadingMore);
        Append(text, answer.Sections.Select(section => (section.Heading, section.Items.Skip(Shown(section)))));
        Append(text, [(texts.HeadingSources, Sources(answer))]);
        return text.ToString();
    }

    /// <summary>An emergency: whom to call comes before everything else.</summary>
    public static string Of(EmergencyData emergency, AnswerData answer, Messages texts)
    {
        var text = new StringBuilder(emergency.Title).Append('.');
        foreach (var phone in emergency.Phones)
        {
            text.Append('\n').Append(phone.Label).Append(": ").Append(phone.Number);
        }

        Append(text, answer.Sections.Select(section => (section.Heading, section.Items.AsEnumerable())));
        Append(text, [(texts.HeadingSources, Sources(answer))]);
        return text.ToString();
    }

    private static IEnumerable<AnswerItem> Sources(AnswerData answer) =>
        answer
            .Sections.SelectMany(section => section.Items)
            .Select(item => item.Source)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(source => new AnswerItem(source));

    private static int Shown(AnswerSection section) => section.Shown ?? section.Items.Count;

    private static void Append(
        StringBuilder text,
        IEnumerable<(string Heading, IEnumerable<AnswerItem> Items)> sections
    )
    {
        foreach (var (heading, items) in sections.Where(section => section.Items.Any()))
        {
            text.Append("\n\n").Append(heading);
            foreach (var item in items)
            {
                text.Append("\n- ").Append(item.Text);
                if (item.Because is { } because)
                {
                    text.Append(' ').Append(because);
                }
            }
        }
    }
}
