using System.Buffers;
using System.Text.Json;

namespace SpasmBot.Runtime.Json;

/// <summary>Serialises state into a buffer that the thread keeps, so that an unchanged state costs no allocation.</summary>
internal sealed class StateWriter
{
    [ThreadStatic]
    private static StateWriter t_spare;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;

    private StateWriter() =>
        _writer = new Utf8JsonWriter(
            _buffer,
            new JsonWriterOptions { Encoder = RuntimeJson.Options.Encoder, SkipValidation = true }
        );

    /// <summary>The JSON of <paramref name="state"/>: <paramref name="before"/> itself if it has not changed.</summary>
    public static ReadOnlyMemory<byte> WriteUnlessSame(StateBag state, ReadOnlyMemory<byte> before)
    {
        if (state.IsSealed)
        {
            return state.Sealed.Span.SequenceEqual(before.Span) ? before : state.Sealed;
        }

        // Taken out while in use: a property getter that saves state itself must not write into the same buffer.
        var writer = t_spare ?? new StateWriter();
        t_spare = null;
        try
        {
            return writer.Write(state, before);
        }
        finally
        {
            writer._buffer.ResetWrittenCount();
            t_spare = writer;
        }
    }

    private ReadOnlyMemory<byte> Write(StateBag state, ReadOnlyMemory<byte> before)
    {
        _writer.Reset();
        state.WriteTo(_writer, RuntimeJson.StateOptions);
        _writer.Flush();
        return _buffer.WrittenSpan.SequenceEqual(before.Span) ? before : _buffer.WrittenSpan.ToArray();
    }
}
