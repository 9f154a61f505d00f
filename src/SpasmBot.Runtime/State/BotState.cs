using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime;

/// <summary>
/// State of one scope (a conversation, a user): read from the store when first asked for in a turn, kept with the turn,
/// and written by <see cref="SaveChangesAsync"/> if it has changed.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <summary>State in <paramref name="storage"/>, kept with the turn under <paramref name="contextServiceKey"/>.</summary>
    protected BotState(IStorage storage, string contextServiceKey)
    {
        _storage = storage ?? throw new ArgumentNullException(nameof(storage));
        _contextServiceKey = contextServiceKey ?? throw new ArgumentNullException(nameof(contextServiceKey));
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new Property<T>(this, name);
    }

    /// <summary>Reads the state unless this turn has it already; always when <paramref name="force"/>.</summary>
    public virtual async Task LoadAsync(
        ITurnContext turnContext,
        bool force = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (!force && Cached(turnContext) is not null)
        {
            return;
        }

        var key = GetStorageKey(turnContext);
        var items = await _storage.ReadAsync([key], cancellationToken);
        items.TryGetValue(key, out var item);
        turnContext.TurnState[_contextServiceKey] = new CachedState(item);
    }

    /// <summary>Writes the state if it was read in this turn and has changed; also unchanged when <paramref name="force"/>.</summary>
    public virtual async Task SaveChangesAsync(
        ITurnContext turnContext,
        bool force = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cached = Cached(turnContext);
        if (cached is null)
        {
            return;
        }

        if (cached.TryGetChange(out var json) || force)
        {
            var changes = new Dictionary<string, object>(1, StringComparer.Ordinal)
            {
                [GetStorageKey(turnContext)] = new StateBag(json),
            };
            await _storage.WriteAsync(changes, cancellationToken);
            cached.Saved(json);
        }
    }

    /// <summary>Empties the state of this turn; the store follows with the next <see cref="SaveChangesAsync"/>.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (Cached(turnContext) is not null)
        {
            turnContext.TurnState[_contextServiceKey] = CachedState.Cleared();
        }

        return Task.CompletedTask;
    }

    /// <summary>Deletes the state from the turn and from the store, at once.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        await _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>The key in the store for the scope of this turn.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <summary>The property of the loaded state.</summary>
    /// <exception cref="KeyNotFoundException">There is no such property, and <typeparamref name="T"/> is a value type.</exception>
    protected Task<T> GetPropertyValueAsync<T>(
        ITurnContext turnContext,
        string propertyName,
        CancellationToken cancellationToken = default
    )
    {
        if (State(turnContext, propertyName).TryRead<T>(propertyName, out var value))
        {
            return Task.FromResult(value);
        }

        return typeof(T).IsValueType
            ? throw new KeyNotFoundException($"No property '{propertyName}'.")
            : Task.FromResult<T>(default);
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext,
        string propertyName,
        object value,
        CancellationToken cancellationToken = default
    )
    {
        State(turnContext, propertyName)[propertyName] = value;
        return Task.CompletedTask;
    }

    protected Task DeletePropertyValueAsync(
        ITurnContext turnContext,
        string propertyName,
        CancellationToken cancellationToken = default
    )
    {
        State(turnContext, propertyName).Remove(propertyName);
        return Task.CompletedTask;
    }

    private CachedState Cached(ITurnContext turnContext) => turnContext.TurnState.Get<CachedState>(_contextServiceKey);

    private StateBag State(ITurnContext turnContext, string propertyName)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        return (
            Cached(turnContext) ?? throw new InvalidOperationException("The state has not been loaded in this turn.")
        ).State;
    }

    private sealed class Property<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(
            ITurnContext turnContext,
            Func<T> defaultValueFactory = null,
            CancellationToken cancellationToken = default
        )
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken);
            var bag = state.State(turnContext, name);
            var found = bag.TryRead<T>(name, out var value);
            if (defaultValueFactory is not null && (!found || value is null))
            {
                value = defaultValueFactory();
                bag[name] = value;
            }

            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }
    }
}
