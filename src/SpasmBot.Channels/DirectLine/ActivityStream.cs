using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>
/// One open socket. It sends what the conversation holds after its watermark, each time it is nudged and every few
/// seconds besides, and keeps nothing of its own but the watermark: a slow client costs no memory.
/// </summary>
internal sealed partial class ActivityStream(
    WebSocket socket,
    IConversationGrain grain,
    IGrainFactory grains,
    ActivityFrames frames,
    TimeProvider clock,
    ILogger<ActivityStream> logger
)
{
    /// <summary>How long a lost nudge can go unnoticed.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SlowestSend = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SlowestClose = TimeSpan.FromSeconds(2);

    private readonly Nudges _nudges = new();
    private long? _renewed;
    private bool _owesAnswer;

    /// <summary>Runs until the client leaves, the conversation is gone or the server stops; never throws.</summary>
    public async Task RunAsync(long watermark, CancellationToken stop)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listening = ListenAsync(left);
        var observer = grains.CreateObjectReference<IConversationObserver>(_nudges);
        try
        {
            var ended = await SendNewsAsync(observer, watermark, left.Token);
            await CloseAsync(ended);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            LogLost(e);
            socket.Abort();
        }
        finally
        {
            await LetGoAsync(observer);
            await WaitForCloseAsync(listening);
        }
    }

    /// <summary>True when the conversation is gone; false when the client has left or the server stops.</summary>
    private async Task<bool> SendNewsAsync(IConversationObserver observer, long watermark, CancellationToken left)
    {
        using var timer = clock.CreateTimer(_ => _nudges.Nudge(), null, TimeSpan.Zero, LookAgain);
        try
        {
            await foreach (var _ in _nudges.ReadAllAsync(left))
            {
                if (Interlocked.Exchange(ref _owesAnswer, false))
                    await SendAsync(ReadOnlyMemory<byte>.Empty);
                if (await ReadAsync(observer, watermark) is not { } look)
                    continue;
                if (look.Page is not { } page)
                    return true;
                foreach (var frame in frames.Pieces(page))
                    await SendAsync(frame);
                watermark = page.Watermark;
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // Leaving and stopping are the ordinary ends.
        }

        return false;
    }

    /// <summary>What is new (no page: the conversation is gone); null when that could not be found out this time.</summary>
    private async Task<Look?> ReadAsync(IConversationObserver observer, long watermark)
    {
        try
        {
            if (_renewed is not { } last || clock.GetElapsedTime(last) >= Renewal)
            {
                await grain.SubscribeAsync(observer);
                _renewed = clock.GetTimestamp();
            }

            return new Look(await grain.ReadAsync(watermark));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The grain moves to another silo, the store is busy: the next look tells.
            LogNotRead(e);
            return null;
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        using var tooSlow = new CancellationTokenSource(SlowestSend, clock);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, tooSlow.Token);
    }

    /// <summary>Reads until the client closes. Its empty frames ask whether anybody is there; nothing else is for us.</summary>
    private async Task ListenAsync(CancellationTokenSource left)
    {
        var buffer = new byte[256];
        var isEmpty = true;
        try
        {
            while (
                await socket.ReceiveAsync(buffer, CancellationToken.None)
                    is { MessageType: not WebSocketMessageType.Close } got
            )
            {
                isEmpty &= got.Count == 0;
                if (!got.EndOfMessage)
                    continue;
                if (isEmpty)
                {
                    Interlocked.Exchange(ref _owesAnswer, true);
                    _nudges.Nudge();
                }

                isEmpty = true;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            LogLost(e);
        }

        await left.CancelAsync();
    }

    private async Task CloseAsync(bool ended)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        var status =
            ended || socket.State == WebSocketState.CloseReceived
                ? WebSocketCloseStatus.NormalClosure
                : WebSocketCloseStatus.EndpointUnavailable;
        using var tooSlow = new CancellationTokenSource(SlowestClose, clock);
        await socket.CloseOutputAsync(status, null, tooSlow.Token);
    }

    private async Task WaitForCloseAsync(Task listening)
    {
        try
        {
            await listening.WaitAsync(SlowestClose, clock);
        }
        catch (TimeoutException)
        {
            socket.Abort();
            await listening;
        }
    }

    private async Task LetGoAsync(IConversationObserver observer)
    {
        try
        {
            await grain.UnsubscribeAsync(observer);
        }
        catch (Exception e)
        {
            // It lapses by itself.
            LogNotRead(e);
        }

        grains.DeleteObjectReference<IConversationObserver>(observer);
        GC.KeepAlive(_nudges);
    }

    // No page: the conversation is gone.
    private readonly record struct Look(ActivityPage? Page);

    [LoggerMessage(LogLevel.Debug, "A stream was lost")]
    private partial void LogLost(Exception e);

    [LoggerMessage(LogLevel.Warning, "A stream could not reach its conversation")]
    private partial void LogNotRead(Exception e);
}
