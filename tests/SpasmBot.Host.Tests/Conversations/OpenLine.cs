using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

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

    private string Address => $"v3/directline/conversations/{_id}";

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

    /// <summary>Answers a question in text or in data.</summary>
    public async Task AnswerAsync(JsonObject answer)
    {
        answer["type"] = "message";
        answer["from"] = new JsonObject { ["id"] = "person" };
        var (status, body) = await SendAsync(HttpMethod.Post, $"{Address}/activities", answer);
        Assert.True(status == HttpStatusCode.OK, $"{status} {body}");
    }

    /// <summary>Everything that was said so far, as the client gets it.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync()
    {
        var (status, page) = await SendAsync(HttpMethod.Get, $"{Address}/activities", null);
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. page.GetProperty("activities").EnumerateArray()];
    }

    /// <summary>The PDF of the last answer.</summary>
    public Task<HttpResponseMessage> CopyAsync() => CopyAsync(this);

    /// <summary>The PDF of another conversation's last answer, asked for with this one's token.</summary>
    public Task<HttpResponseMessage> CopyAsync(OpenLine other) => CopyAsync(other, $"Bearer {_token}");

    public async Task<HttpResponseMessage> CopyAsync(OpenLine other, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{other.Address}/copy.pdf");
        if (authorization is not null)
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        return await _http.SendAsync(request);
    }

    public async Task ForgetAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Address)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _token) },
        };
        using var answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

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
