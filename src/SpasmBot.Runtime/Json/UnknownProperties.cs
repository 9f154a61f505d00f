using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpasmBot.Runtime.Json;

/// <summary>
/// The properties of a wire type that this version does not know. The serialiser keeps them as elements (as extension data
/// it writes a JsonObject with its braces, which is not JSON); whoever looks at them gets an object that can be changed.
/// </summary>
internal struct UnknownProperties
{
    private Dictionary<string, JsonElement> _read;
    private JsonObject _shown;

    public JsonObject Shown
    {
        get
        {
            if (_shown is null)
            {
                _shown = [];
                foreach (var (name, value) in _read ?? [])
                {
                    _shown[name] = JsonSerializer.SerializeToNode(value);
                }
            }

            return _shown;
        }
        set => _shown = value;
    }

    public Dictionary<string, JsonElement> Kept
    {
        readonly get =>
            _shown is null
                ? _read
                : _shown.ToDictionary(
                    p => p.Key,
                    p => JsonSerializer.SerializeToElement(p.Value),
                    StringComparer.Ordinal
                );
        set => _read = value;
    }
}
