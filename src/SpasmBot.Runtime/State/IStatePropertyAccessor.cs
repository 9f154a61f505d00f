namespace SpasmBot.Runtime;

/// <summary>State that properties can be made of.</summary>
public interface IPropertyManager
{
    /// <summary>Makes a property of this state.</summary>
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}

/// <summary>The name of a property of some state.</summary>
public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>A property of some state, read and written within a turn.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value. If there is none, what the factory makes becomes the value; without a factory it is the type's default.</summary>
    Task<T> GetAsync(
        ITurnContext turnContext,
        Func<T> defaultValueFactory = null,
        CancellationToken cancellationToken = default
    );

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
