using System.Text.Json;
using SpasmBot.Runtime.Json;

namespace SpasmBot.Runtime;

/// <summary>The state of a turn and what the store had when it was read or last written.</summary>
internal sealed class CachedState
{
    private ReadOnlyMemory<byte> _stored;

    /// <summary>State from what a store gave back: nothing, what the runtime wrote, or a dictionary or JSON in any other form.</summary>
    public CachedState(object item)
    {
        // Never the store's own object: a store that keeps references must not see changes before they are saved.
        State = item switch
        {
            null => new StateBag(),
            StateBag { IsSealed: true } bag => new StateBag(bag.Sealed),
            _ => new StateBag(JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), RuntimeJson.StateOptions)),
        };
        _stored = State.Sealed;
    }

    public StateBag State { get; }

    /// <summary>Empty state that counts as changed.</summary>
    public static CachedState Cleared() => new(null) { _stored = default };

    /// <summary>True when the state is not what is stored; <paramref name="json"/> is what it is now.</summary>
    public bool TryGetChange(out ReadOnlyMemory<byte> json)
    {
        json = StateWriter.WriteUnlessSame(State, _stored);
        return !json.Equals(_stored);
    }

    public void Saved(ReadOnlyMemory<byte> json) => _stored = json;
}
