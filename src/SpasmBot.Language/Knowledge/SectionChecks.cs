using SpasmBot.Clinical;
using SpasmBot.Language.Phrases;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>What must hold between the sections of the knowledge.</summary>
internal static class SectionChecks
{
    public static void Check(IReadOnlyList<SectionFile> sections, List<ProtocolError> errors)
    {
        var ids = sections.Select(section => section.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            CheckRelated(section, ids, errors);
        }

        CheckOnce(sections.Where(section => section.Title.Text is { Length: > 0 }), Titles, "title", errors);
        CheckOnce(sections, section => section.Asks, "question", errors);
    }

    private static IEnumerable<SourceLine> Titles(SectionFile section) => [section.Title];

    private static void CheckRelated(SectionFile section, HashSet<string> ids, List<ProtocolError> errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, line) in section.Related)
        {
            var problem =
                !ids.Contains(id) ? $"there is no section '{id}'"
                : id == section.Id ? "a section is not related to itself"
                : !seen.Add(id) ? $"'{id}' is related twice"
                : null;
            if (problem is not null)
            {
                errors.Add(new(section.Path, line, problem));
            }
        }
    }

    // The same words in two sections could only be answered by chance.
    private static void CheckOnce(
        IEnumerable<SectionFile> sections,
        Func<SectionFile, IEnumerable<SourceLine>> linesOf,
        string what,
        List<ProtocolError> errors
    )
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            foreach (var (text, line) in linesOf(section))
            {
                var words = string.Join(
                    ' ',
                    PreparedText.From(text).Tokens.Where(token => token.IsWordOrNumber).Select(token => token.Value)
                );
                if (!seen.TryAdd(words, section.Path))
                {
                    errors.Add(new(section.Path, line, $"the {what} '{text}' stands in {seen[words]} already"));
                }
            }
        }
    }
}
