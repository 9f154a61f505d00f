using System.Text;

namespace SpasmBot.Clinical;

/// <summary>Draws the way through a check as a Mermaid flowchart, generated from the protocol and never by hand.</summary>
public static class FlowDiagram
{
    /// <summary>
    /// Sections with their questions and when they are asked, then the dispositions with the rules behind them.
    /// </summary>
    /// <param name="protocol">What is drawn.</param>
    /// <param name="sections">
    /// The sections that follow one another; others stand beside them. Null: all of them, in the order of the file.
    /// </param>
    public static string Render(Protocol protocol, IReadOnlyList<string>? sections = null)
    {
        var all = protocol.Questions.Select(question => question.Section).Distinct(StringComparer.Ordinal).ToArray();
        var chain = (sections ?? all).Where(section => all.Contains(section, StringComparer.Ordinal)).ToArray();
        var beside = all.Where(section => !chain.Contains(section, StringComparer.Ordinal)).ToArray();
        var text = new StringBuilder("flowchart TD\n");
        foreach (var section in chain.Concat(beside))
        {
            WriteSection(text, protocol, section);
        }
        WriteDecision(text, protocol, chain);
        return text.ToString();
    }

    private static void WriteSection(StringBuilder text, Protocol protocol, string section)
    {
        Line(text, 1, $"subgraph {IdOf("section", section)}[\"{Escape(section)}\"]");
        Line(text, 2, "direction TB");
        var questions = protocol.Questions.Where(question => question.Section == section).ToArray();
        foreach (var question in questions)
        {
            Line(
                text,
                2,
                $"{IdOf("question", question.Id)}[\"{Escape(question.Label)}{StoryOf(question)}{WhenOf(question)}\"]"
            );
        }
        foreach (var (from, to) in questions.Zip(questions.Skip(1)))
        {
            Line(text, 2, $"{IdOf("question", from.Id)} --> {IdOf("question", to.Id)}");
        }
        Line(text, 1, "end");
    }

    private static void WriteDecision(StringBuilder text, Protocol protocol, string[] chain)
    {
        foreach (var (from, to) in chain.Zip(chain.Skip(1)))
        {
            Line(text, 1, $"{IdOf("section", from)} --> {IdOf("section", to)}");
        }
        Line(text, 1, "triage{{\"After every answer: the most urgent rule that fires decides\"}}");
        foreach (var section in chain)
        {
            Line(text, 1, $"{IdOf("section", section)} -.-> triage");
        }
        foreach (var disposition in Enum.GetValues<Disposition>().OrderDescending())
        {
            var id = IdOf("disposition", DispositionId.Of(disposition));
            var title = Escape(protocol.Dispositions[disposition].Title);
            Line(text, 1, $"triage --> {id}([\"{title}<br/>{Escape(RulesOf(protocol, disposition))}\"])");
        }
    }

    private static string StoryOf(Question question) =>
        question.Story switch
        {
            OwnStory.Told => "<br/>after a told story",
            OwnStory.Untold => "<br/>without a told story",
            _ => "",
        };

    private static string WhenOf(Question question) =>
        question.When is { } when ? $"<br/>only if {Escape(when.ToString())}" : "";

    private static string RulesOf(Protocol protocol, Disposition disposition)
    {
        var rules = protocol.Rules.Where(rule => rule.Disposition == disposition).Select(rule => rule.Id);
        var floor = protocol.NotAnsweredRule;
        return string.Join(' ', floor.Disposition == disposition ? rules.Append(floor.Id) : rules);
    }

    /// <summary>Letters, digits and underscores: a word such as "end" alone would break the diagram.</summary>
    private static string IdOf(string kind, string id) =>
        $"{kind}_{id.Replace(".", "__", StringComparison.Ordinal).Replace('-', '_')}";

    private static string Escape(string text) =>
        text.Replace("#", "#35;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal)
            .Replace(">", "#gt;", StringComparison.Ordinal);

    private static void Line(StringBuilder text, int level, string line) =>
        text.Append(' ', level * 2).Append(line).Append('\n');
}
