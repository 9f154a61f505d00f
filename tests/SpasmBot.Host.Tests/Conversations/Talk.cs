using System.Text.Json;
using SpasmBot.Contracts;
using SpasmBot.Host.Conversations;

namespace SpasmBot.Host.Tests.Conversations;

/// <summary>Says things in a conversation and reads what was said.</summary>
internal static class Talk
{
    public static StartConversation Start(string? resumeKeyHash = null) =>
        new()
        {
            UserId = "dl_somebody",
            ChannelId = "directline",
            Locale = "en-ZA",
            ResumeKeyHash = resumeKeyHash,
        };

    public static Task<PostResult> SayAsync(
        this IConversationGrain conversation,
        string text,
        string? clientId = null
    ) => conversation.PostAsync(Message(text, clientId));

    public static Task<PostResult> SayAsync(this Conversation conversation, string text, string clientId) =>
        conversation.PostAsync(Message(text, clientId));

    /// <summary>The activities as <c>user: text</c> and <c>bot: text</c>; null when there is no conversation.</summary>
    public static async Task<IReadOnlyList<string>?> ReadLinesAsync(
        this IConversationGrain conversation,
        long after = 0
    ) => await conversation.ReadAsync(after) is { } page ? [.. page.Activities.Select(LineOf)] : null;

    private static PostActivity Message(string text, string? clientId) =>
        new()
        {
            ActivityJson = JsonSerializer.Serialize(
                new
                {
                    type = "message",
                    text,
                    from = new { id = "dl_somebody", role = "user" },
                }
            ),
            ClientActivityId = clientId,
        };

    private static string LineOf(SequencedActivity activity)
    {
        using var json = JsonDocument.Parse(activity.ActivityJson);
        var root = json.RootElement;
        var speaker = root.GetProperty("from").GetProperty("role").GetString();
        var text = root.TryGetProperty("text", out var said) ? said : root.GetProperty("type");
        return $"{speaker}: {text.GetString()}";
    }
}
