using System.Threading.Channels;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Reasons to look again, folded into one: however many come while a socket is busy, it looks once.</summary>
internal sealed class Nudges : IConversationObserver
{
    private readonly Channel<bool> _pending = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    public void Changed(long watermark) => Nudge();

    public void Nudge() => _pending.Writer.TryWrite(true);

    public IAsyncEnumerable<bool> ReadAllAsync(CancellationToken cancel) => _pending.Reader.ReadAllAsync(cancel);
}
