namespace SpasmBot.Clinical.Loading;

/// <content>Keys whose values are lists.</content>
internal sealed partial class Fields
{
    /// <summary>A list of texts, each with its line; empty when the key is left out.</summary>
    public IReadOnlyList<YamlText> Texts(string key)
    {
        switch (Item(key))
        {
            case null:
                return [];
            case YamlList list:
                var texts = list.Items.OfType<YamlText>().Where(text => !text.IsEmpty).ToArray();
                if (texts.Length < list.Items.Count)
                {
                    ReportAt(key, $"`{key}` must be a list of words");
                }
                return texts;
            default:
                ReportAt(key, $"`{key}` must be a list, like [one, two]");
                return [];
        }
    }

    /// <summary>A list of words of which each must be known; null when the key is left out.</summary>
    public IReadOnlyList<T>? ManyOf<T>(string key, IReadOnlyDictionary<string, T> values)
    {
        var texts = Texts(key);
        if (!Has(key))
        {
            return null;
        }
        if (texts.Count == 0)
        {
            ReportAt(key, $"`{key}` is empty");
        }
        var found = new List<T>();
        foreach (var text in texts)
        {
            if (Read(key, text, values, out var value))
            {
                found.Add(value);
            }
        }
        return found;
    }

    /// <summary>A list of entries with keys; empty after an error.</summary>
    public IReadOnlyList<Fields> Entries(string key, string title, bool isRequired = true)
    {
        var item = Item(key, isRequired);
        if (item is YamlList list && (list.Items.Count > 0 || !isRequired))
        {
            return [.. list.Items.Select(entry => Entry(entry, title)).OfType<Fields>()];
        }
        if (item is not null)
        {
            var isEmpty = item is YamlText { IsEmpty: true } or YamlList;
            Report(
                item.Line,
                isEmpty ? $"`{key}` is empty" : $"`{key}` must be a list of entries that begin with a dash"
            );
        }
        return [];
    }
}
