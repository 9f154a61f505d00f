using SpasmBot.Contracts;
using SpasmBot.Widget;

namespace SpasmBot.Host.Copies;

/// <summary>Sets one answer on A4 pages: what to do first, then the rest in the order in which it was shown.</summary>
internal sealed class CopySheet(Paper paper, Ink ink, Letters letters, PrintableText printable)
{
    private const double Gutter = 24;

    // What somebody typed in their own words may be long; its beginning says what it was.
    private const int LongestTold = 400;

    public void Set(Letterhead head, ShownAnswer shown)
    {
        var top = new CopyHead(paper, ink, printable);
        top.SetLetterhead(head);
        if (shown.Emergency is { } emergency)
            top.SetEmergency(emergency);
        else
            top.SetTitle(shown.Answer);
        // "When" stands in the title. Whether the desk is staffed is true of that moment only.
        SetSections([.. shown.Answer.Sections.Where(section => section.Id is not ("when" or "desk"))]);
        if (head.Booking is { } booking)
            SetBooking(booking);
        SetSources(shown.Answer, head.Sources);
        paper.OnEveryPage(number => SetFoot(head, number));
    }

    private void SetSections(IReadOnlyList<AnswerSection> sections)
    {
        for (var at = 0; at < sections.Count; at++)
        {
            paper.Y += letters.Gap;
            if (at + 1 < sections.Count && TrySetBeside(sections[at], sections[at + 1]))
                at++;
            else
                SetSection(sections[at]);
        }
    }

    private void SetSection(AnswerSection section)
    {
        switch (section.Id)
        {
            case "phases":
                SetGrid(section, 3, letters.Body with { Size = letters.Small.Size });
                break;
            case "told":
                SetGrid(section, 2, letters.Small);
                break;
            case "note":
                foreach (var item in section.Items)
                    SetSmall(printable.Of(item.Text));
                break;
            default:
                ListOf(section, Paper.Measure).Write(paper, Paper.Left);
                break;
        }
    }

    /// <summary>What to do and what not to do stand side by side where they fit on one page.</summary>
    private bool TrySetBeside(AnswerSection one, AnswerSection other)
    {
        const double Column = (Paper.Measure - Gutter) / 2;
        if (one.Id != "do" || other.Id != "do-not")
            return false;
        var (left, right) = (ListOf(one, Column), ListOf(other, Column));
        var height = Math.Max(left.Height, right.Height);
        if (height > Paper.Height * 0.6)
            return false;
        paper.Keep(height);
        var top = paper.Y;
        left.Write(paper, Paper.Left);
        paper.Y = top;
        right.Write(paper, Paper.Left + Column + Gutter);
        paper.Y = top + height;
        return true;
    }

    private MarkedList ListOf(AnswerSection section, double width) => new(section, letters, printable, width);

    private void SetGrid(AnswerSection section, int columns, Lettering look)
    {
        var width = (Paper.Measure - (Gutter * (columns - 1))) / columns;
        var rows = section.Items.Select(item => look.Wrap(Shortened(printable.Of(item.Text)), width)).Chunk(columns);
        paper.Keep(letters.Heading.LineHeight + (3 * look.LineHeight));
        paper.Write(printable.Of(section.Heading), letters.Heading, Paper.Left, paper.Y);
        paper.Y += letters.Heading.LineHeight + 3;
        foreach (var row in rows)
        {
            var height = row.Max(cell => cell.Count) * look.LineHeight;
            paper.Keep(height);
            foreach (var (column, cell) in row.Index())
                paper.Write(cell, look, Paper.Left + (column * (width + Gutter)), paper.Y);
            paper.Y += height + 2;
        }
    }

    /// <summary>The code stands at the left, as wide as a phone needs it from a hand's breadth.</summary>
    private void SetBooking(BookingNote booking)
    {
        const double Size = 76;
        const double Beside = Paper.Left + Size + 10;
        paper.Y += letters.Gap;
        paper.Keep(Size);
        var square = Size / booking.Code.Size;
        foreach (var (x, y, length) in booking.Code.Bars)
        {
            paper.Fill(Paper.Left + (x * square), paper.Y + (y * square), length * square, square, Colour.Black);
        }

        var text = letters.Body.Wrap(booking.Text, Paper.Right - Beside);
        var top =
            paper.Y + Math.Max(0, (Size - letters.Heading.LineHeight - (text.Count * letters.Body.LineHeight)) / 2);
        paper.Write(booking.Heading, letters.Heading, Beside, top);
        paper.Write(text, letters.Body, Beside, top + letters.Heading.LineHeight);
        paper.Y += Size;
    }

    private void SetSources(AnswerData answer, string word)
    {
        var sources = answer
            .Sections.SelectMany(section => section.Items)
            .Select(item => item.Source)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (sources.Count > 0)
        {
            paper.Y += letters.Gap / 2;
            SetSmall(printable.Of($"{word}: {string.Join("; ", sources)}"));
        }
    }

    private void SetSmall(string text)
    {
        var lines = letters.Small.Wrap(text, Paper.Measure);
        paper.Keep(lines.Count * letters.Small.LineHeight);
        paper.Y += paper.Write(lines, letters.Small, Paper.Left, paper.Y);
    }

    private void SetFoot(Letterhead head, int number)
    {
        const double Y = Paper.Height - 50;
        var look = new Lettering(PrintFont.Regular, 8.5, Ink.Muted);
        paper.Line((Paper.Left, Y), (Paper.Right, Y), 0.7, Ink.Line);
        paper.Write(look.Wrap(head.Foot, Paper.Measure - 80), look, Paper.Left, Y + 6);
        paper.WriteRight(head.PageOf(number, paper.Pages), look, Y + 6);
    }

    private static string Shortened(string text) =>
        text.Length <= LongestTold ? text : $"{text[..LongestTold].TrimEnd()}…";
}
