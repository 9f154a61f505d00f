using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpasmBot.Runtime.Json;

/// <summary>
/// A dictionary over JSON that reads an entry when it is asked for. It is sealed, its JSON known to be what it holds,
/// until somebody looks inside: after that an entry may have been changed by whoever holds it.
/// </summary>
internal sealed class StateBag(ReadOnlyMemory<byte> json) : IDictionary<string, object>
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();
    private Dictionary<string, object> _entries;

    public StateBag()
        : this(EmptyObject) { }

    /// <summary>An entry that nobody has read yet.</summary>
    internal sealed record Unread(ReadOnlyMemory<byte> Json);

    public bool IsSealed => _entries is null;

    public ReadOnlyMemory<byte> Sealed => json;

    public ICollection<string> Keys => Entries.Keys;

    public ICollection<object> Values => [.. this.Select(entry => entry.Value)];

    public int Count => Entries.Count;

    public bool IsReadOnly => false;

    private Dictionary<string, object> Entries => _entries ??= Open(json);

    public object this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No entry '{key}'.");
        set => Entries[key] = value;
    }

    /// <summary>The entry as a <typeparamref name="T"/>, which from then on is the entry: changes to it are changes to the state.</summary>
    public bool TryRead<T>(string key, out T value)
    {
        value = default;
        if (!Entries.TryGetValue(key, out var entry))
        {
            return false;
        }

        if (entry is Unread unread)
        {
            Entries[key] = value = TypedValue.Read<T>(unread.Json);
        }
        else if (entry is T same)
        {
            value = same;
        }
        else if (entry is not null)
        {
            Entries[key] = value = RuntimeJson.ConvertTo<T>(entry);
        }

        return true;
    }

    public bool TryGetValue(string key, out object value) => TryRead(key, out value);

    public void Add(string key, object value) => Entries.Add(key, value);

    public void Add(KeyValuePair<string, object> item) => Entries.Add(item.Key, item.Value);

    public bool ContainsKey(string key) => Entries.ContainsKey(key);

    public bool Contains(KeyValuePair<string, object> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    public bool Remove(string key) => Entries.Remove(key);

    public bool Remove(KeyValuePair<string, object> item) => Contains(item) && Remove(item.Key);

    public void Clear() => Entries.Clear();

    public void CopyTo(KeyValuePair<string, object>[] array, int arrayIndex)
    {
        foreach (var entry in this)
        {
            array[arrayIndex++] = entry;
        }
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        foreach (var key in Entries.Keys.ToArray())
        {
            yield return new(key, this[key]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void WriteTo(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        if (IsSealed)
        {
            writer.WriteRawValue(json.Span, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        foreach (var (key, value) in _entries)
        {
            writer.WritePropertyName(key);
            JsonSerializer.Serialize<object>(writer, value, options);
        }

        writer.WriteEndObject();
    }

    private static Dictionary<string, object> Open(ReadOnlyMemory<byte> json)
    {
        var entries = new Dictionary<string, object>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json.Span, RuntimeJson.StateReader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"State is a JSON object, not a {reader.TokenType}.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString() ?? "";
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            entries[key] =
                reader.TokenType == JsonTokenType.Null ? null : new Unread(json[start..(int)reader.BytesConsumed]);
        }

        return entries;
    }
}

/// <summary>State as it is stored.</summary>
internal sealed class StateBagConverter : JsonConverter<StateBag>
{
    public override StateBag Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new StateBag(JsonSerializer.SerializeToUtf8Bytes(document.RootElement, options));
    }

    public override void Write(Utf8JsonWriter writer, StateBag value, JsonSerializerOptions options) =>
        value.WriteTo(writer, options);
}
