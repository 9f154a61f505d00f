namespace SpasmBot.Runtime;

/// <summary>Where items are kept by key.</summary>
public interface IStorage
{
    /// <summary>The items that exist among <paramref name="keys"/>.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Writes items. An item that is an <see cref="IStoreItem"/> is written only if nobody wrote it since it was read.</summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes items; keys that do not exist are ignored.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An item that knows which version of it was read.</summary>
public interface IStoreItem
{
    /// <summary>The version that was read; "*" overwrites whatever is there.</summary>
    string ETag { get; set; }
}

/// <summary>Typed reading from a store.</summary>
public static class StorageExtensions
{
    /// <summary>The items that exist among <paramref name="keys"/> and are a <typeparamref name="TStoreItem"/>.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage,
        string[] keys,
        CancellationToken cancellationToken = default
    )
        where TStoreItem : class
    {
        var items = await storage.ReadAsync(keys, cancellationToken);
        var typed = new Dictionary<string, TStoreItem>(items.Count, StringComparer.Ordinal);
        foreach (var (key, item) in items)
        {
            if (item is TStoreItem same)
            {
                typed.Add(key, same);
            }
        }

        return typed;
    }
}
