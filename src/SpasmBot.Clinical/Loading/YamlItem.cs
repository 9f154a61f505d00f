namespace SpasmBot.Clinical.Loading;

/// <summary>A piece of a YAML file that knows its line.</summary>
internal abstract record YamlItem(int Line);

/// <summary>A text, number or truth value, as it was written.</summary>
internal sealed record YamlText(int Line, string Value, bool IsQuoted) : YamlItem(Line)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Value) || (!IsQuoted && Value is "~" or "null");
}

/// <summary>A list: <c>[a, b]</c> or lines that begin with a dash.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlItem> Items) : YamlItem(Line);

/// <summary>Keys and values; a key that was written twice is here twice.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlItem(Line);

internal sealed record YamlEntry(string Key, int Line, YamlItem Value);
