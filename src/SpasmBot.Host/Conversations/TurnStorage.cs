using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SpasmBot.Runtime;

namespace SpasmBot.Host.Conversations;

/// <summary>
/// What the bot reads and writes within a turn: a buffer over the conversation's state. Nothing reaches the conversation
/// before the turn is committed.
/// </summary>
internal sealed class TurnStorage(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> before) : IStorage
{
    /// <summary>State of a conversation in which nothing happened yet.</summary>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Empty { get; } =
        ImmutableSortedDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    /// <summary>The items as the turn leaves them.</summary>
    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Items { get; private set; } = before;

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> FromJson(string stateJson)
    {
        using var document = JsonDocument.Parse(stateJson);
        return document
            .RootElement.EnumerateObject()
            .ToImmutableSortedDictionary(
                item => item.Name,
                item => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(item.Value.GetRawText()),
                StringComparer.Ordinal
            );
    }

    /// <summary>The items as one JSON object.</summary>
    public static string ToJson(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> items)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var (key, json) in items)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(json.Span, skipInputValidation: true);
        }
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>(keys.Length, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (Items.TryGetValue(key, out var json))
                found[key] = RuntimeJson.DeserializeItem(json);
        }
        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, item) in changes)
            Items = item is null ? Items.Remove(key) : Items.SetItem(key, RuntimeJson.SerializeItem(item));
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        Items = Items.RemoveRange(keys);
        return Task.CompletedTask;
    }
}
