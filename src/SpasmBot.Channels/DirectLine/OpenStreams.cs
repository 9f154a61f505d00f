using System.Collections.Concurrent;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Counts the sockets each conversation has open here.</summary>
internal sealed class OpenStreams(DirectLineOptions options)
{
    private readonly ConcurrentDictionary<ConversationKey, int> _open = new();

    /// <summary>A place to give back by disposing it; null when the conversation has as many as it may.</summary>
    public IDisposable? TryEnter(ConversationKey conversation)
    {
        var now = _open.AddOrUpdate(conversation, 1, static (_, count) => count + 1);
        var place = new Place(this, conversation);
        if (now <= options.MaxStreamsPerConversation)
            return place;
        place.Dispose();
        return null;
    }

    private void Leave(ConversationKey conversation)
    {
        if (_open.AddOrUpdate(conversation, 0, static (_, count) => count - 1) == 0)
            _open.TryRemove(KeyValuePair.Create(conversation, 0));
    }

    private sealed class Place(OpenStreams streams, ConversationKey conversation) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                streams.Leave(conversation);
        }
    }
}
