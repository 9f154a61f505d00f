using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>A client of Direct Line by polling: it sees only what any client sees.</summary>
public sealed class DirectLineClient : IDisposable
{
    private readonly HttpClient _http;
    private string _conversation = "";
    private string _watermark = "";

    private DirectLineClient(Uri server) => _http = new() { BaseAddress = server };

    /// <summary>The last question that was asked, as <c>channelData.spasmbot</c>.</summary>
    public JsonElement Question { get; private set; }

    /// <summary>The assessment, as soon as there is one.</summary>
    public JsonElement? Assessment { get; private set; }

    /// <summary>The ids of the questions, in the order in which they were asked.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>All messages of the bot.</summary>
    public List<JsonElement> Messages { get; } = [];

    public string? Open =>
        Question.ValueKind == JsonValueKind.Object ? Question.GetProperty("question").GetString() : null;

    public static async Task<DirectLineClient> StartAsync(Uri server)
    {
        var client = new DirectLineClient(server);
        var token = await client.SendAsync("v3/directline/tokens/generate", new JsonObject());
        client.Use(token);
        client.Use(await client.SendAsync("v3/directline/conversations", new JsonObject()));
        await client.ReadAsync();
        return client;
    }

    /// <summary>Sends a message with these fields and reads the replies.</summary>
    public async Task PostAsync(JsonObject message)
    {
        message["type"] = "message";
        message["from"] = new JsonObject { ["id"] = "person" };
        await SendAsync($"v3/directline/conversations/{_conversation}/activities", message);
        await ReadAsync();
    }

    public Task SayAsync(string text) => PostAsync(new() { ["text"] = text });

    public Task SendValueAsync(object value) => PostAsync(new() { ["value"] = JsonSerializer.SerializeToNode(value) });

    public void Dispose() => _http.Dispose();

    private void Use(JsonElement start)
    {
        _conversation = start.GetProperty("conversationId").GetString()!;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            start.GetProperty("token").GetString()
        );
    }

    private async Task<JsonElement> SendAsync(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {text}");
    }

    private async Task ReadAsync()
    {
        var path = $"v3/directline/conversations/{_conversation}/activities?watermark={_watermark}";
        var page = JsonDocument.Parse(await _http.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
        _watermark = page.GetProperty("watermark").GetString() ?? _watermark;
        foreach (var activity in page.GetProperty("activities").EnumerateArray())
        {
            if (activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("spasmbot", out var bot))
            {
                Take(bot);
            }

            if (activity.TryGetProperty("text", out _))
            {
                Messages.Add(activity);
            }
        }
    }

    private void Take(JsonElement bot)
    {
        if (bot.TryGetProperty("question", out var question))
        {
            Question = bot;
            Asked.Add(question.GetString()!);
        }

        if (bot.TryGetProperty("assessment", out var assessment))
        {
            Assessment = assessment;
        }
    }
}
