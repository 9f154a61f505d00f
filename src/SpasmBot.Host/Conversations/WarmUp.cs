using SpasmBot.Contracts;
using SpasmBot.Storage;

namespace SpasmBot.Host.Conversations;

/// <summary>
/// Greets nobody, once, while the silo starts on another core: what the first person's turn would load and compile is then
/// ready. Nothing is stored, nothing waits for it, and without it the first turn is only slower.
/// </summary>
internal sealed partial class WarmUp(TurnRunner runner, ConversationStore store, ILogger<WarmUp> log)
    : IHostedLifecycleService
{
    private static readonly ConversationKey Nobody = new(ClinicId.Default, "nobody");

    /// <summary>The bot needs no store: it can be warmed while the store is brought up to date.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(GreetAsync, cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>The store is up to date by now.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(LookUpAsync, cancellationToken);
        return Task.CompletedTask;
    }

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

    private async Task LookUpAsync()
    {
        try
        {
            await store.LoadAsync(Nobody);
        }
        catch (Exception e)
        {
            // Readiness says what is wrong with a store; a start goes on.
            LogCold(e);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The store could not be read ahead of the first person")]
    private partial void LogCold(Exception error);
}
