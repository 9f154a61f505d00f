using SpasmBot.Contracts;

namespace SpasmBot.Host.Conversations;

/// <summary>
/// Greets nobody, once, while the rest of the server starts on another core: what the first person's turn would load and
/// compile is then ready. Nothing is stored, nothing waits for it, and without it the first turn is only slower.
/// </summary>
internal static class WarmUp
{
    private static readonly ConversationKey Nobody = new(ClinicId.Default, "nobody");

    /// <summary>Greets as soon as protocol and words are read.</summary>
    public static void GreetNobody(this WebApplication app) => _ = Task.Run(() => GreetAsync(app.Services));

    private static async Task GreetAsync(IServiceProvider services)
    {
        var runner = services.GetRequiredService<TurnRunner>();
        var start = new StartConversation { UserId = Nobody.ConversationId, ChannelId = "directline" };
        var conversation = new HotConversation(Nobody, start);
        await runner.RunAsync(conversation, runner.Arrival(conversation), said: 0);
    }
}
