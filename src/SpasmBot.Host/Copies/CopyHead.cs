using SpasmBot.Contracts;
using SpasmBot.Widget;

namespace SpasmBot.Host.Copies;

/// <summary>The top of the sheet: whose it is, and then what to do.</summary>
internal sealed class CopyHead(Paper paper, Ink ink, PrintableText printable)
{
    private const double Inset = 18;

    public void SetLetterhead(Letterhead head)
    {
        var name = new Lettering(PrintFont.Bold, 18, ink.Accent);
        var contact = new Lettering(PrintFont.Regular, 10, Ink.Text);
        var (top, half) = (paper.Y, Paper.Measure * 0.62);
        var left = top + paper.Write(name.Wrap(head.Clinic, half), name, Paper.Left, top);
        var right = top + 3;
        foreach (
            var line in head.Address.Prepend(head.Phone).SelectMany(line => contact.Wrap(line, Paper.Measure - half))
        )
        {
            paper.WriteRight(line, contact, right);
            right += contact.LineHeight;
        }

        paper.Y = Math.Max(left, right) + 5;
        paper.Fill(Paper.Left, paper.Y, Paper.Measure, 2.5, ink.Accent);
        paper.Y += 11;
        paper.Write(head.Title, contact, Paper.Left, paper.Y);
        if (head.Reference is { } reference)
            paper.WriteRight(reference, contact with { Font = PrintFont.Bold }, paper.Y);
        paper.Y += contact.LineHeight + 10;
    }

    /// <summary>The decision, and when to act on it.</summary>
    public void SetTitle(AnswerData answer)
    {
        var title = new Lettering(PrintFont.Bold, 20, ink.Look);
        var when = new Lettering(PrintFont.Regular, 11.5, Ink.Text);
        var lines = title.Wrap(printable.Of(answer.Title), Paper.Measure - (2 * Inset));
        var texts = answer
            .Sections.Where(section => section.Id == "when")
            .SelectMany(section => section.Items)
            .SelectMany(item => when.Wrap(printable.Of(item.Text), Paper.Measure - (2 * Inset)))
            .ToList();
        var height = (lines.Count * title.LineHeight) + (texts.Count * when.LineHeight) + 22;
        paper.Fill(Paper.Left, paper.Y, Paper.Measure, height, ink.Wash);
        paper.Fill(Paper.Left, paper.Y, 5, height, ink.Look);
        var y = paper.Y + 10;
        y += paper.Write(lines, title, Paper.Left + Inset, y) + 2;
        paper.Write(texts, when, Paper.Left + Inset, y);
        paper.Y += height + 4;
    }

    /// <summary>Whom to call comes first, and is the largest thing on the page.</summary>
    public void SetEmergency(EmergencyData emergency)
    {
        var title = new Lettering(PrintFont.Bold, 24, Colour.White);
        var label = new Lettering(PrintFont.Bold, 12, Colour.White);
        var number = new Lettering(PrintFont.Bold, 34, Colour.White);
        var column = (Paper.Measure - Inset) / 2;
        var lines = title.Wrap(printable.Of(emergency.Title), Paper.Measure - (2 * Inset));
        var rows = emergency.Phones.Chunk(2).ToList();
        var rowHeight = label.LineHeight + number.LineHeight + 6;
        var height = (lines.Count * title.LineHeight) + (rows.Count * rowHeight) + 30;
        paper.Fill(Paper.Left, paper.Y, Paper.Measure, height, Ink.Danger);
        var y = paper.Y + 14;
        y += paper.Write(lines, title, Paper.Left + Inset, y) + 6;
        foreach (var row in rows)
        {
            foreach (var (index, phone) in row.Index())
            {
                var x = Paper.Left + Inset + (index * column);
                WriteInto(column - Inset, printable.Of(phone.Label), label, x, y);
                WriteInto(column - Inset, printable.Of(phone.Number), number, x, y + label.LineHeight);
            }

            y += rowHeight;
        }

        paper.Y += height + 4;
    }

    /// <summary>A number is never broken: a long one is smaller.</summary>
    private void WriteInto(double width, string line, Lettering look, double x, double y)
    {
        var needed = look.Font.WidthOf(line, look.Size);
        paper.Write(line, look with { Size = look.Size * Math.Min(1, width / Math.Max(needed, 1)) }, x, y);
    }
}
