using System.Collections.Concurrent;
using System.Reflection;

namespace SpasmBot.Channels.Tests.Testing;

/// <summary>Finds conversations by their grain key, as Orleans would.</summary>
public class FakeConversations : DispatchProxy
{
    private readonly ConcurrentDictionary<string, FakeConversation> _all = new(StringComparer.Ordinal);

    public FakeConversation this[string key] => _all.GetOrAdd(key, _ => new FakeConversation());

    public static (IGrainFactory Factory, FakeConversations Conversations) Create()
    {
        var factory = Create<IGrainFactory, FakeConversations>();
        return (factory, (FakeConversations)(object)factory);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.Name switch
        {
            nameof(IGrainFactory.GetGrain) when args![0] is string key => this[key],
            nameof(IGrainFactory.CreateObjectReference) => args![0],
            nameof(IGrainFactory.DeleteObjectReference) => null,
            _ => throw new NotSupportedException($"{targetMethod}"),
        };
}
