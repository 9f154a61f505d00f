namespace SpasmBot.Runtime.Json;

/// <summary>Typed reading of the entries of a dialog's state, which may have come back from a store as plain JSON.</summary>
internal static class StateEntries
{
    /// <summary>The entry as a <typeparamref name="T"/>, which from then on is the entry; the default if there is none.</summary>
    public static T Read<T>(this IDictionary<string, object> state, string key)
    {
        if (state is StateBag bag)
        {
            return bag.TryRead<T>(key, out var value) ? value : default;
        }

        if (!state.TryGetValue(key, out var entry) || entry is null)
        {
            return default;
        }

        if (entry is T same)
        {
            return same;
        }

        var read = RuntimeJson.ConvertTo<T>(entry);
        state[key] = read;
        return read;
    }
}
