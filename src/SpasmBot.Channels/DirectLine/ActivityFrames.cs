using System.Buffers;
using System.Text.Json;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>What clients read: <c>{ "activities": [ … ], "watermark": "n" }</c>, as UTF-8.</summary>
internal sealed class ActivityFrames(OutboundActivity outbound)
{
    /// <summary>Activities of one socket frame: a long transcript reaches a slow phone in pieces, each with its watermark.</summary>
    private const int Most = 20;

    public ReadOnlyMemory<byte> Of(IEnumerable<SequencedActivity> activities, long watermark)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        foreach (var activity in activities)
            writer.WriteRawValue(outbound.For(activity.ActivityJson));
        writer.WriteEndArray();
        writer.WriteString("watermark", Watermark.Write(watermark));
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>A page as frames, none when nothing is new; each carries the watermark that holds once it has arrived.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(ActivityPage page)
    {
        for (var from = 0; from < page.Activities.Count; from += Most)
        {
            var piece = page.Activities.Skip(from).Take(Most).ToList();
            var last = from + Most >= page.Activities.Count ? page.Watermark : piece[^1].Sequence;
            yield return Of(piece, last);
        }
    }
}
