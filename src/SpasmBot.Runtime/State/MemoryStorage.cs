using System.Globalization;

namespace SpasmBot.Runtime;

/// <summary>Items in the memory of this process, kept as JSON so that what is stored is not what somebody still holds. Safe for several threads.</summary>
public class MemoryStorage : IStorage
{
    private readonly Dictionary<string, Item> _items = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _version;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            Item item;
            lock (_lock)
            {
                if (!_items.TryGetValue(key, out item))
                {
                    continue;
                }
            }

            var value = RuntimeJson.DeserializeItem(item.Json);
            if (value is IStoreItem versioned)
            {
                versioned.ETag = item.ETag;
            }

            found[key] = value;
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <summary>Writes items; null deletes.</summary>
    /// <exception cref="Exception">An item was written by someone else since it was read.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_lock)
        {
            foreach (var (key, value) in changes)
            {
                if (value is null)
                {
                    _items.Remove(key);
                    continue;
                }

                string etag = null;
                if (value is IStoreItem versioned)
                {
                    ThrowOnConflict(key, versioned.ETag);
                    etag = (_version++).ToString(CultureInfo.InvariantCulture);
                }

                _items[key] = new Item(RuntimeJson.SerializeItem(value), etag);
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _items.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private void ThrowOnConflict(string key, string etag)
    {
        if (_items.TryGetValue(key, out var stored) && stored.ETag is not null && etag != "*" && etag != stored.ETag)
        {
            throw new Exception($"Etag conflict on '{key}': read {etag}, now {stored.ETag}.");
        }
    }

    private readonly record struct Item(ReadOnlyMemory<byte> Json, string ETag);
}
