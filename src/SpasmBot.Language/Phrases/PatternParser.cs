using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SpasmBot.Language.Phrases;

/// <summary>
/// Reads the pattern syntax of the phrase file:
/// <list type="bullet">
/// <item><c>chest pain</c>: these words in this order; small words ("my", "the", "really") may stand between them.</item>
/// <item><c>squeez*</c>: any word that starts so. <c>#</c>: any number.</item>
/// <item><c>(tight|heavy|like a vice)</c>: one of these. <c>[very|so]</c>: one of these or nothing.</item>
/// <item><c>...</c>: up to five words of the same clause.</item>
/// <item><c>chest &amp; tight*</c>: both near each other in one clause, in any order.</item>
/// <item><c>worst &amp;&amp; sudden*</c>: both in one sentence, in any order.</item>
/// <item><c>n / a</c>: the slash is the one mark that a pattern may name.</item>
/// <item><c>@chest</c>: one of the entries of the list with this name.</item>
/// </list>
/// Case, accents, apostrophes and hyphens do not matter.
/// </summary>
internal sealed class PatternParser
{
    private const int GapWords = 5;

    // Reading goes as deep as the groups do, and a stack that runs over ends the server.
    private const int DeepestGroups = 50;

    private readonly string _text;
    private readonly IReadOnlyDictionary<string, PatternNode> _lists;
    private int _at;
    private int _depth;

    private PatternParser(string text, IReadOnlyDictionary<string, PatternNode> lists)
    {
        _text = Normalise(text);
        _lists = lists;
    }

    /// <summary>Parses one pattern; <paramref name="error"/> says what is wrong with it.</summary>
    public static bool TryParse(
        string text,
        IReadOnlyDictionary<string, PatternNode> lists,
        [NotNullWhen(true)] out PatternNode? pattern,
        [NotNullWhen(false)] out string? error
    )
    {
        try
        {
            pattern = new PatternParser(text, lists).Whole();
            error = null;
            return true;
        }
        catch (FormatException problem)
        {
            pattern = null;
            error = problem.Message;
            return false;
        }
    }

    private static string Normalise(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant().Replace('-', ' ').Replace("'", "", StringComparison.Ordinal);
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (c is '-')
            {
                plain.Append(' ');
            }
            else if (
                c is not '\'' and not '’'
                && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
            )
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    private PatternNode Whole()
    {
        var parts = new List<PatternNode> { Sequence() };
        var inSentence = false;
        while (Take('&'))
        {
            inSentence |= Take('&', skipSpaces: false);
            parts.Add(Sequence());
        }

        if (_at < _text.Length)
        {
            throw new FormatException($"'{_text[_at]}' is not expected at place {_at + 1} of the pattern");
        }

        foreach (var part in parts)
        {
            RequireStart(part);
        }

        return parts is [var only] ? only : new PatternNode.Together(parts, inSentence);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (Part() is { } part)
        {
            parts.Add(part);
        }

        return parts switch
        {
            [] => throw new FormatException("a word is missing in the pattern"),
            [var only] => only,
            _ => new PatternNode.Sequence(parts),
        };
    }

    private PatternNode? Part()
    {
        SkipSpaces();
        if (_at == _text.Length || _text[_at] is '|' or ')' or ']' or '&')
        {
            return null;
        }

        switch (_text[_at])
        {
            case '(':
                _at++;
                return Choice(')', isOptional: false);
            case '[':
                _at++;
                return Choice(']', isOptional: true);
            case '@':
                _at++;
                return List(Letters());
            case '#':
                _at++;
                return new PatternNode.Number();
            case '.':
                return Gap();
            case '/':
                _at++;
                return new PatternNode.Word("/", isPrefix: false);
            default:
                var word = Letters();
                return new PatternNode.Word(word, Take('*', skipSpaces: false));
        }
    }

    private PatternNode.Gap Gap()
    {
        if (!_text.AsSpan(_at).StartsWith("...", StringComparison.Ordinal))
        {
            throw new FormatException("'.' is not expected; a gap is written '...'");
        }

        _at += 3;
        return new(GapWords);
    }

    private PatternNode.Choice Choice(char close, bool isOptional)
    {
        if (++_depth > DeepestGroups)
            throw new FormatException($"groups stand more than {DeepestGroups} deep in each other");
        var options = new List<PatternNode> { Sequence() };
        while (Take('|'))
        {
            options.Add(Sequence());
        }

        _depth--;
        return Take(close)
            ? new(options, isOptional)
            : throw new FormatException($"'{close}' is missing in the pattern");
    }

    private PatternNode List(string name) =>
        _lists.TryGetValue(name, out var list) ? list : throw new FormatException($"there is no list '{name}'");

    private string Letters()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }

        return _at > start
            ? _text[start.._at]
            : throw new FormatException(
                _at < _text.Length
                    ? $"'{_text[_at]}' is not expected in the pattern"
                    : "a word is missing in the pattern"
            );
    }

    private bool Take(char c, bool skipSpaces = true)
    {
        if (skipSpaces)
        {
            SkipSpaces();
        }

        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private static void RequireStart(PatternNode node)
    {
        var first = node is PatternNode.Sequence sequence ? sequence.Parts[0] : node;
        if (first is PatternNode.Gap or PatternNode.Choice { IsOptional: true })
        {
            throw new FormatException("a pattern must start with a word, not with '...' or '[...]'");
        }

        foreach (var option in first is PatternNode.Choice choice ? choice.Parts : [])
        {
            RequireStart(option);
        }
    }
}
