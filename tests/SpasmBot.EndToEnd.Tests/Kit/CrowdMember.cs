using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>One conversation of many: sends messages with ids of its own and knows which were acknowledged.</summary>
public sealed class CrowdMember
{
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue _token;
    private int _sent;

    private CrowdMember(HttpClient http, JsonElement start)
    {
        _http = http;
        Id = start.GetProperty("conversationId").GetString()!;
        _token = new("Bearer", start.GetProperty("token").GetString());
    }

    public string Id { get; }

    public static async Task<CrowdMember> JoinAsync(HttpClient http)
    {
        using var generated = await http.PostAsJsonAsync("v3/directline/tokens/generate", new { });
        var member = new CrowdMember(http, await generated.Content.ReadFromJsonAsync<JsonElement>());
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/directline/conversations");
        request.Headers.Authorization = member._token;
        using var started = await http.SendAsync(request);
        started.EnsureSuccessStatusCode();
        return member;
    }

    public string NextId() => $"{Id}-{Interlocked.Increment(ref _sent)}";

    /// <summary>Sends a message; null when the server died over it.</summary>
    /// <param name="sent">Called when all of it has been handed to the connection.</param>
    public async Task<HttpStatusCode?> PostAsync(string clientId, Action? sent = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = "message",
                value = new { command = "help" },
                from = new { id = "person" },
                channelData = new { clientActivityID = clientId },
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v3/directline/conversations/{Id}/activities")
        {
            Content = new WatchedContent(body, sent),
        };
        request.Headers.Authorization = _token;
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The client ids of everything this person said, as any client reads them.</summary>
    public async Task<IReadOnlyList<string>> ReadOwnIdsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v3/directline/conversations/{Id}/activities");
        request.Headers.Authorization = _token;
        using var answer = await _http.SendAsync(request);
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return
        [
            .. page.GetProperty("activities")
                .EnumerateArray()
                .Where(a => a.GetProperty("from").GetProperty("role").GetString() == "user")
                .Select(a => a.GetProperty("channelData").GetProperty("clientActivityID").GetString()!),
        ];
    }

    private sealed class WatchedContent : ByteArrayContent
    {
        private readonly Action? _sent;

        public WatchedContent(byte[] body, Action? sent)
            : base(body)
        {
            _sent = sent;
            Headers.ContentType = new("application/json") { CharSet = Encoding.UTF8.WebName };
        }

        protected override async Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            await base.SerializeToStreamAsync(stream, context, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _sent?.Invoke();
        }
    }
}
