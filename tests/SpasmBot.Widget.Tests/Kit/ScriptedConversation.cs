using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SpasmBot.Widget.Tests.Kit;

/// <summary>The activities of one conversation, in order; safe to use from several requests at once.</summary>
public sealed class ScriptedConversation(string id)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Lock _lock = new();
    private readonly List<JsonObject> _activities = [];
    private readonly Dictionary<string, string> _idsByClientId = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();
    private CancellationTokenSource _sockets = new();

    public string Id => id;

    /// <summary>Fires when a test drops the sockets.</summary>
    public CancellationToken SocketsDropped => _sockets.Token;

    /// <summary>Nothing new is given out, as by a line that carries only one way.</summary>
    public bool Mutes { get; set; }

    /// <summary>Closes every socket; new ones may open at once.</summary>
    public void DropSockets()
    {
        var dropped = Interlocked.Exchange(ref _sockets, new CancellationTokenSource());
        dropped.Cancel();
    }

    public void Say(Said said)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "bot", ["role"] = "bot" },
            ["text"] = said.Text,
        };
        if (said.Data is not null)
            activity["channelData"] = new JsonObject { ["spasmbot"] = JsonSerializer.SerializeToNode(said.Data, Json) };
        lock (_lock)
            Add(activity);
    }

    /// <summary>Takes a person's activity, and the replies to it when it is new.</summary>
    /// <returns>The id it has here.</returns>
    public string Take(JsonObject posted, Func<JsonObject, IEnumerable<Said>> reply)
    {
        var clientId = (string)posted["channelData"]!["clientActivityID"]!;
        lock (_lock)
        {
            if (_idsByClientId.TryGetValue(clientId, out var known))
                return known;
            var activity = (JsonObject)posted.DeepClone();
            activity["from"] = new JsonObject { ["id"] = "dl_person", ["role"] = "user" };
            var given = _idsByClientId[clientId] = Add(activity);
            foreach (var said in reply(posted))
                Say(said);
            return given;
        }
    }

    /// <summary>What comes after a watermark, and a task that ends when there is more.</summary>
    public (JsonObject Page, int Watermark, Task Changed) After(int watermark)
    {
        lock (_lock)
        {
            if (Mutes)
                return (new JsonObject { ["watermark"] = $"{watermark}" }, watermark, _changed.Task);
            var page = new JsonObject
            {
                ["activities"] = new JsonArray([
                    .. _activities.Skip(watermark).Select(activity => activity.DeepClone()),
                ]),
                ["watermark"] = $"{_activities.Count}",
            };
            return (page, _activities.Count, _changed.Task);
        }
    }

    private string Add(JsonObject activity)
    {
        var given = $"{id}|{_activities.Count:D7}";
        activity["id"] = given;
        activity["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O");
        _activities.Add(activity);
        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
        return given;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
