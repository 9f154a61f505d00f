using SpasmBot.Contracts;

namespace SpasmBot.Host.Conversations;

/// <summary>
/// Greets nobody, once, while the silo starts on another core: what the first person's turn would load and compile is then
/// ready. Nothing is stored, nothing waits for it, and without it the first turn is only slower.
/// </summary>
internal sealed class WarmUp(TurnRunner runner) : IHostedLifecycleService
{
    private static readonly ConversationKey Nobody = new(ClinicId.Default, "nobody");

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(GreetAsync, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task GreetAsync()
    {
        var start = new StartConversation { UserId = Nobody.ConversationId, ChannelId = "directline" };
        var conversation = new HotConversation(Nobody, start);
        await runner.RunAsync(conversation, runner.Arrival(conversation), said: 0);
    }
}
