using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SpasmBot.Channels.Tests.Testing;

/// <summary>What a server answered.</summary>
public sealed record Reply(HttpStatusCode Status, JsonObject Json, HttpResponseHeaders Headers)
{
    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
        return new Reply(response.StatusCode, json, response.Headers);
    }

    public string Text(string name) => Json[name]!.GetValue<string>();

    /// <summary>The field that problem details blame.</summary>
    public string? BlamedField => Json["errors"]?.AsObject().Single().Key;
}
