using System.Globalization;

namespace SpasmBot.Clinical.Loading;

/// <summary>
/// The keys of one entry (a finding, a rule, ...). Reads each key once and reports what is missing, empty, double
/// or of the wrong kind; <see cref="Done"/> reports the keys nobody asked for.
/// </summary>
internal sealed partial class Fields
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<YamlEntry> _doubles;
    private readonly ProtocolErrors _errors;

    public Fields(YamlMap map, string title, string file, ProtocolErrors errors)
    {
        (Line, Title, File, _errors) = (map.Line, title, file, errors);
        _doubles = [.. map.Entries.Where(entry => !_entries.TryAdd(entry.Key, entry))];
    }

    public string File { get; }

    public int Line { get; }

    /// <summary>What errors call the entry, for example "finding fever".</summary>
    public string Title { get; set; }

    public ProtocolErrors Errors => _errors;

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The line of a key, or of the whole entry when it has no such key.</summary>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value.Line : Line;

    public void Report(int line, string message) =>
        _errors.Add(File, line, Title.Length == 0 ? message : $"{Title}: {message}");

    public void ReportAt(string key, string message) => Report(LineOf(key), message);

    /// <summary>The value of a key, or null; a missing required key is reported.</summary>
    public YamlItem? Item(string key, bool isRequired = false)
    {
        _known.Add(key);
        if (_entries.TryGetValue(key, out var entry))
        {
            return entry.Value;
        }
        if (isRequired)
        {
            Report(Line, $"`{key}` is missing");
        }
        return null;
    }

    /// <summary>A text that must be there; empty after an error.</summary>
    public string Text(string key) => TextOf(key, Item(key, isRequired: true))?.Value ?? "";

    /// <summary>A text that may be left out.</summary>
    public string? OptionalText(string key) => TextOf(key, Item(key))?.Value;

    /// <summary>true or false; the fallback when the key is left out or wrong.</summary>
    public bool Flag(string key, bool fallback)
    {
        switch (TextOf(key, Item(key))?.Value)
        {
            case null:
                return fallback;
            case "true":
                return true;
            case "false":
                return false;
            case var other:
                ReportAt(key, $"`{key}` must be true or false, not \"{other}\"");
                return fallback;
        }
    }

    /// <summary>A number that may be left out.</summary>
    public double? Number(string key)
    {
        if (TextOf(key, Item(key)) is not { } text)
        {
            return null;
        }
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!text.IsQuoted && double.TryParse(text.Value, styles, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        Report(text.Line, $"`{key}` must be a number, not \"{text.Value}\"");
        return null;
    }

    /// <summary>One of a few words; the fallback when the key is left out or wrong.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> values, T fallback, bool isRequired = false)
    {
        if (TextOf(key, Item(key, isRequired)) is not { } text)
        {
            return fallback;
        }
        return Read(key, text, values, out var value) ? value : fallback;
    }

    /// <summary>Keys below a key; null after an error.</summary>
    public Fields? Below(string key, string title) =>
        Item(key, isRequired: true) is { } item ? Entry(item, title) : null;

    /// <summary>To be called when every key was read: reports the others, and what was given twice.</summary>
    public void Done()
    {
        foreach (var entry in _doubles)
        {
            Report(entry.Line, $"`{entry.Key}` is given twice");
        }
        foreach (var entry in _entries.Values.Where(entry => !_known.Contains(entry.Key)))
        {
            Report(entry.Line, $"there is no key `{entry.Key}` here{Spelling.DidYouMean(entry.Key, _known)}");
        }
    }

    private Fields? Entry(YamlItem item, string title)
    {
        if (item is YamlMap map)
        {
            return new Fields(map, title, File, _errors);
        }
        Report(item.Line, $"keys and values are expected here for a {title}");
        return null;
    }

    private YamlText? TextOf(string key, YamlItem? item)
    {
        switch (item)
        {
            case null:
                return null;
            case YamlText { IsEmpty: true }:
                Report(item.Line, $"`{key}` is empty");
                return null;
            case YamlText text:
                return text with { Value = text.Value.Trim() };
            default:
                Report(item.Line, $"`{key}` must be a text");
                return null;
        }
    }

    private bool Read<T>(string key, YamlText text, IReadOnlyDictionary<string, T> values, out T value)
    {
        if (values.TryGetValue(text.Value, out value!))
        {
            return true;
        }
        var known = string.Join(", ", values.Keys);
        var hint = Spelling.DidYouMean(text.Value, values.Keys);
        Report(text.Line, $"\"{text.Value}\" is not possible for `{key}`{hint} (possible: {known})");
        return false;
    }
}
