using SpasmBot.Contracts;
using SpasmBot.Host.Conversations;
using SpasmBot.Runtime.Schema;
using SpasmBot.Storage;

namespace SpasmBot.Host.Previews;

/// <summary>A conversation with the real bot that is kept in memory alone: what it wants stored is dropped.</summary>
internal sealed class PreviewTalk(TurnRunner runner, ConversationKey key) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HotConversation _hot = new(key, new() { UserId = "preview", ChannelId = "directline" });
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => key.ConversationId;

    /// <summary>The bot greets.</summary>
    public Task ArriveAsync() => TakeAsync(() => (runner.Arrival(_hot), null));

    /// <summary>The bot answers.</summary>
    /// <returns>The id of what was said.</returns>
    public Task<string?> SayAsync(string activityJson) => TakeAsync(() => runner.Receive(_hot, activityJson));

    /// <summary>What was said after a watermark, and what completes when there is more.</summary>
    public async Task<(ActivityPage Page, Task News)> ReadAsync(long watermark, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return (_hot.ReadTail(watermark) ?? new([], _hot.Watermark), _news.Task);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string?> TakeAsync(Func<(Activity Activity, string? Json)> receive)
    {
        await _turn.WaitAsync();
        try
        {
            var (activity, json) = receive();
            var outcome = await runner.RunAsync(_hot, activity, said: json is null ? 0 : 1);
            var turn = new TurnCommit
            {
                Key = key,
                ExpectedVersion = _hot.Version,
                StateJson = "",
                UserActivity = json is null ? null : new(activity.Id!, json),
                Replies = outcome.Replies,
            };
            _hot.Advance(turn, new(_hot.Version + 1, Watermark: 0), outcome.State);
            _news.SetResult();
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return activity.Id;
        }
        finally
        {
            _turn.Release();
        }
    }
}
