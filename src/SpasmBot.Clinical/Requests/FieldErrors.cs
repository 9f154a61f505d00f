namespace SpasmBot.Clinical.Requests;

/// <summary>Messages by the field they are about; stops collecting when a request is wrong throughout.</summary>
internal sealed class FieldErrors
{
    private const int MostFields = 30;
    private const int LongestName = 80;

    private readonly SortedDictionary<string, List<string>> _messages = new(StringComparer.Ordinal);

    /// <summary>True when there are so many errors that more would help nobody.</summary>
    public bool IsFull => _messages.Count >= MostFields;

    public void Add(string field, string message)
    {
        if (IsFull)
        {
            return;
        }
        var name = field.Length <= LongestName ? field : string.Concat(field.AsSpan(0, LongestName), "...");
        if (!_messages.TryGetValue(name, out var messages))
        {
            _messages.Add(name, messages = []);
        }
        if (!messages.Contains(message, StringComparer.Ordinal))
        {
            messages.Add(message);
        }
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() =>
        _messages.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
}
