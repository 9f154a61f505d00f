using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>A conversation over HTTP, with every answer as it comes.</summary>
internal sealed class OpenLine
{
    private readonly HttpClient _http;
    private readonly string _id;
    private readonly string _token;

    private OpenLine(HttpClient http, JsonElement start)
    {
        _http = http;
        _id = start.GetProperty("conversationId").GetString()!;
        _token = start.GetProperty("token").GetString()!;
    }

    /// <summary>A token; the conversation is not started yet.</summary>
    public static async Task<OpenLine> PrepareAsync(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync("v3/directline/tokens/generate", new { });
        return new OpenLine(http, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static async Task<OpenLine> StartedAsync(HttpClient http)
    {
        var line = await PrepareAsync(http);
        Assert.Equal(HttpStatusCode.Created, (await line.StartAsync()).Status);
        return line;
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> StartAsync() =>
        SendAsync(HttpMethod.Post, "v3/directline/conversations", new { });

    public Task<(HttpStatusCode Status, JsonElement Body)> SayAsync(string text, string clientId) =>
        SendAsync(
            HttpMethod.Post,
            $"v3/directline/conversations/{_id}/activities",
            new
            {
                type = "message",
                text,
                from = new { id = "person" },
                channelData = new { clientActivityID = clientId },
            }
        );

    /// <summary>The client ids of what the person said, in order.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync()
    {
        var (status, page) = await SendAsync(HttpMethod.Get, $"v3/directline/conversations/{_id}/activities", null);
        Assert.Equal(HttpStatusCode.OK, status);
        return
        [
            .. page.GetProperty("activities")
                .EnumerateArray()
                .Where(activity => activity.TryGetProperty("channelData", out var data) && Holds(data))
                .Select(activity => activity.GetProperty("channelData").GetProperty("clientActivityID").GetString()!),
        ];

        static bool Holds(JsonElement data) => data.TryGetProperty("clientActivityID", out _);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method,
        string path,
        object? body
    )
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _token) },
        };
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
