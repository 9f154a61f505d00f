using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SpasmBot.Language.English;
using SpasmBot.Language.Time;

namespace SpasmBot.Language.Text;

/// <summary>A text cut into normalised tokens that know where they stand in the text as given.</summary>
internal sealed class PreparedText
{
    private const string Marks = ".,!?;:()/+&=";

    // Where the "s" is not what "is" or an owner leaves behind, or the whole is a word of its own.
    private static readonly FrozenSet<string> WithS = FrozenSet.ToFrozenSet<string>([
        .. "its hes shes thats whats wheres theres heres hows whos whys whens lets womens mens mothers fathers valentines".Split(
            ' '
        ),
        .. "workers years doctors golfers alzheimers parkinsons marfans hashimotos todays yesterdays ones others".Split(
            ' '
        ),
    ]);

    private TimeTokens? _timeTokens;

    private PreparedText(string original, IReadOnlyList<Token> tokens)
    {
        Original = original;
        Tokens = tokens;
    }

    public string Original { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The tokens as words of time, put right once for all who read numbers and times.</summary>
    public TimeTokens TimeTokens => _timeTokens ??= new(this);

    /// <summary>Whether there is anything to read: a word or a number.</summary>
    public bool HasWords => Tokens.Any(token => token.IsWordOrNumber);

    /// <summary>
    /// Normalises (compatibility forms, accents, curly quotes, case), drops control characters and emoji, and cuts.
    /// Never throws: a broken surrogate counts as a space.
    /// </summary>
    public static PreparedText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cutter = new Cutter(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cutter.Add(rune, at, at + rune.Utf16SequenceLength);
            at += rune.Utf16SequenceLength;
        }

        return new(text, cutter.Finish());
    }

    /// <summary>The text as given between two tokens, both included.</summary>
    public string Slice(int firstToken, int lastToken) => Original[Tokens[firstToken].Start..Tokens[lastToken].End];

    /// <summary>Whether two digits stand for a year of a century that is left out: "'58".</summary>
    public bool IsShortYear(int token) =>
        Tokens[token] is { Kind: TokenKind.Number, Value.Length: 2, Start: > 0 } digits
        && Original[digits.Start - 1] is '\'' or '’' or '‘' or '´' or '`';

    private sealed class Cutter(int capacity)
    {
        private readonly List<Token> _tokens = new(capacity / 4);
        private readonly StringBuilder _word = new();
        private int _start;
        private int _end;
        private bool _joined;
        private int _apostrophe;

        public void Add(Rune rune, int start, int end)
        {
            if (rune.IsAscii)
            {
                Add((char)rune.Value, start, end);
                return;
            }

            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNumber)
            {
                // "1½" is one and a half, not eleven halves.
                EndWord();
            }

            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                {
                    Add(Plain(part), start, end);
                }
            }
        }

        public IReadOnlyList<Token> Finish()
        {
            EndWord();
            Thumbs.PutRight(_tokens);
            return _tokens;
        }

        private static char Plain(char c) =>
            c switch
            {
                '‘' or '’' or '‛' or '′' or '´' or '`' => '\'',
                '‐' or '‑' => '-',
                '‒' or '–' or '—' or '―' => '\u2013',
                '⁄' => '/',
                '¿' or '¡' => ' ',
                _ => c,
            };

        private void Add(char c, int start, int end)
        {
            if (char.IsLetterOrDigit(c))
            {
                Letter(char.ToLowerInvariant(c), start, end);
            }
            else if (c is '\'' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                // Dropped inside a word: "can't" and "cant" are the same word.
                _apostrophe = c is '\'' ? _word.Length : _apostrophe;
            }
            else if (c is '.' && IsDecimalPoint())
            {
                _word.Append(c);
                _joined = true;
            }
            else if (!char.IsControl(c) || c is '\n' or '\r' or '\t')
            {
                EndWord();
                Mark(c, start, end);
            }
        }

        private void Letter(char c, int start, int end)
        {
            if (_word.Length == 0)
            {
                _start = start;
            }
            else if (char.IsDigit(_word[0]) && char.IsLetter(c))
            {
                // "5wks" is two words, "3rd" is a number and its ending.
                EndWord();
                _start = start;
            }

            _joined = false;
            // "soooo sore": three and more of a letter are typed for feeling.
            if (_word.Length < 2 || _word[^1] != c || _word[^2] != c || char.IsDigit(c))
            {
                _word.Append(c);
            }

            _end = end;
        }

        private bool IsDecimalPoint() => _word.Length > 0 && !_joined && _word.ToString().All(char.IsDigit);

        private void EndWord()
        {
            if (_word.Length == 0)
            {
                return;
            }

            var endsInPoint = _joined;
            var value = WithoutOwner(_word.ToString().TrimEnd('.'));
            _apostrophe = 0;
            var kind = char.IsDigit(value[0]) ? TokenKind.Number : TokenKind.Word;
            _tokens.Add(new(kind == TokenKind.Word ? TypedForms.Plain(value) : value, kind, _start, _end));
            if (endsInPoint)
            {
                _tokens.Add(new(".", TokenKind.Mark, _end, _end + 1));
            }

            _word.Clear();
            _joined = false;
        }

        // "My back's stiff", "my husband's cough": the word itself is what is spoken of.
        private string WithoutOwner(string word) =>
            _apostrophe > 1 && _apostrophe == word.Length - 1 && word[^1] == 's' && !WithS.Contains(word)
                ? word[..^1]
                : word;

        private void Mark(char c, int start, int end)
        {
            var value = c switch
            {
                '\r' => "\n",
                '\u2013' => "–",
                '\n' => "\n",
                '…' => ".",
                _ when Marks.Contains(c, StringComparison.Ordinal) => c.ToString(),
                _ => null,
            };
            if (value is not null)
            {
                _tokens.Add(new(value, TokenKind.Mark, start, end));
            }
            else if (c == '-' && IsDash(start))
            {
                _tokens.Add(new("-", TokenKind.Mark, start, end));
            }
        }

        // A hyphen inside a word or before a number joins; "2-3" needs it as a mark to be a range.
        private bool IsDash(int start) =>
            _tokens.Count == 0 || _tokens[^1].End < start || _tokens[^1].Kind == TokenKind.Number;
    }
}
