using System.Text;
using SpasmBot.Language.English;
using SpasmBot.Language.Text;

namespace SpasmBot.Language;

/// <summary>What a message that nothing was understood of is instead of an answer.</summary>
public enum Remark
{
    /// <summary>It insults.</summary>
    Abuse,

    /// <summary>It tells the bot to leave its rules.</summary>
    Orders,

    /// <summary>It is not English.</summary>
    OtherLanguage,

    /// <summary>It asks who or what answers here.</summary>
    AboutBot,

    /// <summary>It asks what becomes of what was typed.</summary>
    MyData,

    /// <summary>It asks whether a medicine may be stopped or changed.</summary>
    OwnMedicine,
}

/// <summary>
/// Hears insults, orders, other languages and questions about the bot itself by the words of <c>commands.yaml</c>. Only for what could not be understood
/// otherwise: "my bloody back is useless" is a complaint about the back.
/// </summary>
public sealed class Remarks
{
    private const int FewestForeignWords = 2;

    private readonly WordsFile _words;

    internal Remarks(WordsFile words) => _words = words;

    /// <summary>What the message is; null when it is none of these.</summary>
    public Remark? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prepared = PreparedText.From(text);
        var message = _words.Prepare(prepared);
        return _words.Has(message, WordsFile.RemarkKind, "orders") ? Remark.Orders
            : _words.Has(message, WordsFile.RemarkKind, "abuse") ? Remark.Abuse
            : _words.Has(message, WordsFile.RemarkKind, "own-medicine") ? Remark.OwnMedicine
            : _words.Has(message, WordsFile.RemarkKind, "my-data") ? Remark.MyData
            : _words.Has(message, WordsFile.RemarkKind, "about-bot") ? Remark.AboutBot
            : IsOtherScript(text) || IsOtherLanguage(prepared) ? Remark.OtherLanguage
            : null;
    }

    /// <summary>Whether the message is in another language: then what little was understood of it may be wrong.</summary>
    public bool IsOtherLanguage(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsOtherScript(text) || IsOtherLanguage(PreparedText.From(text));
    }

    // More small words of one language than of English.
    private bool IsOtherLanguage(PreparedText text)
    {
        var words = text
            .Tokens.Where(token => token.Kind == TokenKind.Word)
            .Select(token => token.Value)
            .ToHashSet(StringComparer.Ordinal);
        var english = words.Count(CommonWords.Contains);
        return _words.Languages.Any(language =>
            words.Count(language.Contains) is var foreign && foreign >= FewestForeignWords && foreign > english
        );
    }

    // Mostly letters that English does not have.
    private static bool IsOtherScript(string text)
    {
        const int LastLatin = 0x24F;
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToList();
        // Full-width Latin letters are Latin letters.
        return letters.Count > 0
            && letters.Count(letter => letter.Value > LastLatin && letter.Value is < 0xFF21 or > 0xFF5A) * 2
                > letters.Count;
    }
}
