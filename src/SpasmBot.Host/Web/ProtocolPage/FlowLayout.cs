using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;

namespace SpasmBot.Host.Web.ProtocolPage;

/// <summary>A line of text in a box of the picture.</summary>
public sealed record FlowLine(string Text, int X, int Y, string Style);

/// <summary>A box of the picture with its lines.</summary>
public sealed record FlowBox(int Y, int Height, string Style, IReadOnlyList<FlowLine> Lines)
{
    public int Bottom => Y + Height;
}

/// <summary>
/// One of the two pictures of the way through the check, from the protocol: boxes from top to bottom, in a column narrow
/// enough to be read on a phone and short enough for a sheet of paper.
/// </summary>
public sealed class FlowLayout
{
    public const int Width = 340;

    private const int LineHeight = 18;
    private const int Gap = 22;
    private const int Pad = 10;

    /// <summary>As many letters as fit beside one another in the widest of the usual typefaces.</summary>
    private const int Letters = 41;

    /// <summary>Titles are bold.</summary>
    private const int BoldExtra = 6;

    private readonly List<FlowBox> _boxes = [];
    private readonly List<int> _arrows = [];
    private int _y = 1;

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<FlowBox> Boxes => _boxes;

    /// <summary>Where each arrow down begins; it ends at the next box.</summary>
    public IReadOnlyList<int> Arrows => _arrows;

    public static int ArrowLength => Gap;

    public int Height => _boxes[^1].Bottom + 1;

    /// <summary>The parts of the check in the order of the conversation.</summary>
    public static FlowLayout OfQuestions(Protocol protocol)
    {
        // What comes first in the dialogs is an answer to change: no part of the way.
        string[] sections = [.. CheckSection.InOrder.Where(section => section != CheckSection.First)];
        var layout = new FlowLayout();
        foreach (var section in sections)
        {
            layout.AddSection(protocol, section, hasArrow: section != sections[^1]);
        }
        return layout;
    }

    /// <summary>What is decided after every answer, and the parts beside the check.</summary>
    public static FlowLayout OfAnswers(Protocol protocol)
    {
        var layout = new FlowLayout();
        layout.AddDecision();
        foreach (var disposition in PageWords.Dispositions)
        {
            layout.AddAnswer(protocol, disposition);
        }
        foreach (var section in SectionsBeside(protocol))
        {
            layout.AddSection(protocol, section, hasArrow: false, isBeside: true);
        }
        return layout;
    }

    private static IEnumerable<string> SectionsBeside(Protocol protocol) =>
        protocol
            .Questions.Select(question => question.Section)
            .Distinct(StringComparer.Ordinal)
            .Except(CheckSection.InOrder, StringComparer.Ordinal);

    private void AddSection(Protocol protocol, string section, bool hasArrow, bool isBeside = false)
    {
        var questions = protocol.Questions.Where(question => question.Section == section);
        var title = PageWords.TitleOf(section) + (isBeside ? " (beside the check)" : "");
        var lines = new List<(string Text, int Indent, string Style)> { (title, 0, "flow-title") };
        foreach (var question in questions)
        {
            lines.AddRange(Wrapped(question.Label, 0).Select(line => (line, 0, "flow-text")));
            if (PageWords.StoryOf(question) is { } story)
            {
                lines.AddRange(Wrapped(story, 2).Select(line => (line, 2, "flow-note")));
            }
            if (question.When is { } when)
            {
                var words = $"only with {ExpressionWords.Of(when, protocol)}";
                lines.AddRange(Wrapped(words, 2).Select(line => (line, 2, "flow-note")));
            }
        }
        Add(lines, isBeside ? "flow-beside" : "flow-section", hasArrow);
    }

    private void AddDecision() =>
        Add(
            [("After every answer", 0, "flow-title"), ("The most urgent rule that fires decides.", 0, "flow-text")],
            "flow-decision",
            hasArrow: true
        );

    private void AddAnswer(Protocol protocol, Disposition disposition)
    {
        var rules = protocol.Rules.Where(rule => rule.Disposition == disposition).Select(rule => rule.Id);
        var floor = protocol.NotAnsweredRule;
        var ids = string.Join(' ', floor.Disposition == disposition ? rules.Append(floor.Id) : rules);
        Add(
            [
                .. Wrapped(protocol.Dispositions[disposition].Title, BoldExtra).Select(line => (line, 0, "flow-title")),
                .. Wrapped(ids.Length == 0 ? "no rule" : ids, 0).Select(line => (line, 0, "flow-text")),
            ],
            PageWords.LevelOf(disposition),
            hasArrow: false
        );
    }

    private void Add(IReadOnlyList<(string Text, int Indent, string Style)> lines, string style, bool hasArrow)
    {
        var height = lines.Count * LineHeight + 2 * Pad;
        _boxes.Add(
            new FlowBox(
                _y,
                height,
                style,
                [
                    .. lines.Select(
                        (line, index) =>
                            new FlowLine(
                                line.Text,
                                Pad + 2 + line.Indent * 6,
                                _y + Pad + (index + 1) * LineHeight - 5,
                                line.Style
                            )
                    ),
                ]
            )
        );
        _y += height;
        if (hasArrow)
        {
            _arrows.Add(_y);
        }
        _y += hasArrow ? Gap : Gap / 2;
    }

    private static List<string> Wrapped(string text, int indent)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < Letters - indent)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }
        return lines;
    }
}
