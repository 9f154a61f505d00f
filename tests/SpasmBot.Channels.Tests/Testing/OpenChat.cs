namespace SpasmBot.Channels.Tests.Testing;

/// <summary>A started conversation, seen from its page.</summary>
public sealed class OpenChat(DirectLineServer server, Reply started)
{
    public Reply Started => started;

    public string Id => started.Text("conversationId");

    public string Token => started.Text("token");

    public string StreamUrl => started.Text("streamUrl");

    public FakeConversation Conversation => server.Conversations["default/" + Id];

    public Task<Reply> PostAsync(object activity) =>
        server.PostAsync($"conversations/{Id}/activities", Token, activity);

    public Task<Reply> SayAsync(string text) => PostAsync(new { type = "message", text });

    public Task<Reply> ReadAsync(string watermark = "") =>
        server.GetAsync($"conversations/{Id}/activities?watermark={watermark}", Token);

    public Task<Reply> ReconnectAsync(string watermark = "") =>
        server.GetAsync($"conversations/{Id}?watermark={watermark}", Token);
}
