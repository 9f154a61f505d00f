using SpasmBot.Contracts;

namespace SpasmBot.Host.Copies;

/// <summary>A section of the answer as a heading and a list, each item with a mark that is drawn and no part of the text.</summary>
internal sealed class MarkedList
{
    private const double AfterHeading = 3;
    private const double AfterItem = 3;

    private readonly string _id;
    private readonly double _indent;
    private readonly Lettering _headingLook;
    private readonly Lettering _textLook;
    private readonly Lettering _becauseLook;
    private readonly IReadOnlyList<string> _heading;
    private readonly IReadOnlyList<(IReadOnlyList<string> Text, IReadOnlyList<string> Because)> _items;

    public MarkedList(AnswerSection section, Letters letters, PrintableText printable, double width)
    {
        _id = section.Id;
        (_headingLook, _textLook, _becauseLook) = (letters.Heading, letters.Body, letters.Small);
        if (_id == "safety-net")
            _headingLook = _headingLook with { Colour = Ink.Danger };
        // One thing alone is no list; what is to be done or not is marked all the same.
        _indent = section.Items.Count > 1 || _id is "do" or "do-not" ? 15 : 0;
        _heading = _headingLook.Wrap(printable.Of(section.Heading), width);
        _items =
        [
            .. section.Items.Select(item =>
                (
                    _textLook.Wrap(printable.Of(item.Text), width - _indent),
                    _becauseLook.Wrap(printable.Of(item.Because ?? ""), width - _indent)
                )
            ),
        ];
    }

    /// <summary>How high it is, in points.</summary>
    public double Height => HeadingHeight + _items.Sum(HeightOf);

    private double HeadingHeight => (_heading.Count * _headingLook.LineHeight) + AfterHeading;

    /// <summary>Writes it at the paper's height and leaves the paper below it, over as many pages as it takes.</summary>
    public void Write(Paper paper, double x)
    {
        // A heading is never alone at the foot of a page.
        paper.Keep(HeadingHeight + (_items.Count > 0 ? HeightOf(_items[0]) : 0));
        paper.Write(_heading, _headingLook, x, paper.Y);
        paper.Y += HeadingHeight;
        foreach (var item in _items)
        {
            paper.Keep(HeightOf(item));
            if (_indent > 0)
                Mark(paper, x, paper.Y);
            var height = paper.Write(item.Text, _textLook, x + _indent, paper.Y);
            paper.Write(item.Because, _becauseLook, x + _indent, paper.Y + height);
            paper.Y += HeightOf(item);
        }
    }

    private double HeightOf((IReadOnlyList<string> Text, IReadOnlyList<string> Because) item) =>
        (item.Text.Count * _textLook.LineHeight) + (item.Because.Count * _becauseLook.LineHeight) + AfterItem;

    private void Mark(Paper paper, double x, double y)
    {
        var middle = y + (_textLook.Size * 0.6);
        switch (_id)
        {
            case "do":
                paper.Line((x + 1, middle), (x + 3.5, middle + 2.8), 1.4, Ink.Ok);
                paper.Line((x + 3.3, middle + 2.8), (x + 9, middle - 3.5), 1.4, Ink.Ok);
                break;
            case "do-not":
                paper.Line((x + 1.5, middle - 3), (x + 7.5, middle + 3), 1.4, Ink.Danger);
                paper.Line((x + 1.5, middle + 3), (x + 7.5, middle - 3), 1.4, Ink.Danger);
                break;
            default:
                paper.Fill(x + 2.5, middle - 1.4, 2.8, 2.8, _headingLook.Colour);
                break;
        }
    }
}
